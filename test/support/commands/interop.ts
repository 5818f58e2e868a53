import { hand } from '../run/tools.ts';

/** The providers and software that nobody here wrote; no network is needed. */
const config = ['--config', 'vitest.config.ts', '--project', 'interop', '--reporter=verbose'];
process.exitCode = await hand('vitest', ['run', ...config, ...process.argv.slice(2)]);
