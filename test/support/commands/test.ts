import { builds, types } from '../run/builds.ts';
import { QUICK, tests, tool } from '../run/checks.ts';
import { lintFirefox } from '../run/lint-firefox.ts';
import { runParts } from '../run/parts.ts';

process.exitCode = await runParts([
  types,
  tool('lint and format', 'biome', 'ci', '--colors=off'),
  ...builds('production'),
  ...builds('e2e'),
  lintFirefox,
  tests('unit tests', 'vitest.config.ts', ...QUICK),
  tests('long unit tests', 'vitest.config.ts', '--project', 'long'),
  tests('interop', 'vitest.config.ts', '--project', 'interop'),
  tests('packages', 'vitest.config.ts', '--project', 'packages'),
  tests('end to end, Chromium', 'vitest.e2e.config.ts', '--project', 'chromium'),
  tests('end to end, Firefox', 'vitest.e2e.config.ts', '--project', 'firefox'),
]);
