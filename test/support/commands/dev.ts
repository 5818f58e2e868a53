import { hand } from '../run/tools.ts';

process.exitCode = await hand('wxt', ['dev', ...process.argv.slice(2)]);
