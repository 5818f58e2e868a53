import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { caseSchema, type RecordedCase } from './case-format.ts';

/** Every case under `<folder>/<provider>/<situation>.json`. Throws where one is not in the format, and says where. */
export function loadCases(folder: string): { file: string; recorded: RecordedCase }[] {
  if (!existsSync(folder)) throw new Error(`there is no folder of cases at ${folder}`);
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) => situations(folder, name))
    .toSorted((a, b) => a.file.localeCompare(b.file));
}

function situations(folder: string, provider: string) {
  const files = readdirSync(join(folder, provider)).filter((file) => file.endsWith('.json'));
  return files.map((name) => {
    const file = join(provider, name);
    const recorded = parsed(join(folder, file));
    if (recorded.provider !== provider) throw new Error(`${file}: its provider is "${recorded.provider}"`);
    return { file, recorded };
  });
}

function parsed(path: string): RecordedCase {
  const result = z.safeParse(caseSchema, JSON.parse(readFileSync(path, 'utf8')));
  if (result.success) return result.data;
  throw new Error(`${path} is not a recorded case: ${z.prettifyError(result.error)}`);
}
