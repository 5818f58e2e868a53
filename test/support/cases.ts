import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import * as z from 'zod/mini';
import { caseSchema, type RecordedCase } from './case-format.ts';

/** A file in a folder of cases, `<provider>/<situation>.json`; what is wrong with it is said where it is read. */
export interface CaseFile {
  file: string;
  title: string;
  /** Throws where it is not in the format, and says where. */
  read(): RecordedCase;
}

/** Every case under `<folder>/<provider>/<situation>.json`. Throws where one is not in the format, and says where. */
export function loadCases(folder: string): { file: string; recorded: RecordedCase }[] {
  return caseFiles(folder).map(({ file, read }) => ({ file, recorded: read() }));
}

/** The files themselves. One that is broken is no hindrance to the others. */
export function caseFiles(folder: string): CaseFile[] {
  if (!existsSync(folder)) throw new Error(`there is no folder of cases at ${folder}`);
  return readdirSync(folder)
    .filter((name) => statSync(join(folder, name)).isDirectory())
    .flatMap((provider) => readdirSync(join(folder, provider)).map((name) => join(provider, name)))
    .filter((file) => file.endsWith('.json'))
    .toSorted((a, b) => a.localeCompare(b))
    .map((file) => ({ file, title: titleOf(join(folder, file)), read: () => caseIn(folder, file) }));
}

function caseIn(folder: string, file: string): RecordedCase {
  const result = z.safeParse(caseSchema, contentOf(join(folder, file)));
  if (!result.success) throw new Error(`${file} is not a recorded case: ${z.prettifyError(result.error)}`);
  const { provider } = result.data;
  if (provider !== basename(dirname(file))) throw new Error(`${file}: its provider is "${provider}"`);
  return result.data;
}

function titleOf(path: string): string {
  try {
    return z.parse(z.object({ title: z.string() }), contentOf(path)).title;
  } catch {
    return 'not a recorded case';
  }
}

function contentOf(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'));
}
