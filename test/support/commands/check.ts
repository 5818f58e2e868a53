import { types } from '../run/builds.ts';
import { QUICK, tests, tool } from '../run/checks.ts';
import { runParts } from '../run/parts.ts';

process.exitCode = await runParts([
  [
    types,
    tool('lint and format', 'biome', 'ci', '--colors=off'),
    tests('unit tests', 'vitest.config.ts', ...QUICK),
  ],
]);
