import { importText } from '../../entrypoints/options/import-text.ts';
import { importAll } from '../../utils/app/import.ts';
import { parseImport } from '../../utils/domain/export-format.ts';
import type { ExportParts } from '../../utils/domain/export-parts.ts';

/** The way of a file from a page into what is stored. */
export function importFile(install: Parameters<typeof importAll>[0], text: string) {
  const ask = async (_name: string, { parts }: { parts: ExportParts }) => {
    return { ok: true, value: await importAll(install, parts) } as const;
  };
  return importText(ask as Parameters<typeof importText>[0], text);
}

/** What a page hands over of a file. Throws where it is none of ours. */
export function partsIn(text: string): ExportParts {
  const read = parseImport(text);
  if (!read.ok) throw new Error(`${read.reason}: ${read.where}`);
  return read.parts;
}
