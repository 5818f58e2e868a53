import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { madeTraces } from '../../bench/forecast/made-traces.ts';
import { ROOT } from '../run/tools.ts';

const folder = path.join(ROOT, 'test/bench/traces');
mkdirSync(folder, { recursive: true });
for (const [name, { granularity, usage }] of Object.entries(madeTraces())) {
  const rows = usage.map(({ at, bytes }) => `    { "at": "${at}", "bytes": ${bytes} }`);
  const text = `{\n  "granularity": "${granularity}",\n  "usage": [\n${rows.join(',\n')}\n  ]\n}\n`;
  writeFileSync(path.join(folder, name), text);
  console.log(`${name}: ${usage.length} rows`);
}
