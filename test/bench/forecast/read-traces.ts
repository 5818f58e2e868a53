import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { readTrace, type Trace } from './trace.ts';

/** Every `*.json` of a folder, by name; `wrong` holds a sentence for each that is no trace. Throws one for the folder. */
export function readTraces(folder: string): { traces: Trace[]; wrong: string[] } {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw new Error(`${folder} is not a folder.`);
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .toSorted();
  if (names.length === 0) throw new Error(`${folder} holds no traces: no file there ends in .json.`);
  const traces: Trace[] = [];
  const wrong: string[] = [];
  for (const name of names) {
    try {
      traces.push(readTrace(name, readFileSync(path.join(folder, name), 'utf8')));
    } catch (error) {
      wrong.push(error instanceof Error ? error.message : String(error));
    }
  }
  return { traces, wrong };
}
