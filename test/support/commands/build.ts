import { builds } from '../run/builds.ts';
import { runParts } from '../run/parts.ts';

process.exitCode = await runParts(builds('production'));
