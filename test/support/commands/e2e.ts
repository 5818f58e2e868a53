import { builds } from '../run/builds.ts';
import { tests } from '../run/checks.ts';
import { runParts } from '../run/parts.ts';

/** `npm run e2e -- chromium` or `-- firefox` runs one browser, further words choose files. */
const [browser, ...files] = process.argv.slice(2);
const folders = browser === 'chromium' || browser === 'firefox' ? [browser] : ['chromium', 'firefox'];

process.exitCode = await runParts([
  ...builds('e2e'),
  // One after the other: side by side they take longer, as each then waits for the processor.
  ...folders.map((name) =>
    tests(
      `end to end, ${name}`,
      'vitest.e2e.config.ts',
      '--project',
      name,
      ...files.map((file) => `test/e2e/${name}/${file}`),
    ),
  ),
]);
