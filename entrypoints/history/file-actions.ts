import { errorSentence } from '../../components/command-error-words.ts';
import type { Imported } from '../../components/options/ImportButton.tsx';
import type { Outcome } from '../../components/options/outcome.ts';
import type { CommandError } from '../../utils/app/commands.ts';
import { EXPORT_FORMAT, EXPORT_VERSION, exportText } from '../../utils/domain/export-format.ts';
import type { GlanceLine } from '../../utils/domain/glance.ts';
import { namedHistoryCsv } from '../../utils/domain/history-csv.ts';
import { parseHistoryCsv } from '../../utils/domain/history-csv-read.ts';
import type { Words } from '../../utils/domain/words.ts';
import { importText } from '../options/import-text.ts';
import type { HistoryDeps } from './page.ts';

/** Where files go out and come in. */
export interface Files {
  deps: Pick<HistoryDeps, 'ask' | 'now' | 'saveText'>;
  words: Words;
  lines: readonly Pick<GlanceLine, 'id' | 'name'>[];
}

const wordsFor = ({ deps, words }: Files, error: CommandError) => errorSentence(error, words, deps.now());

const fileName = ({ deps }: Files, what: string) =>
  `data-balance${what.replace('.', `-${deps.now().slice(0, 10)}.`)}`;

/** The history of a line, or of all where it is null. */
export async function saveCsv(files: Files, lineId: string | null): Promise<Outcome> {
  const reply = await files.deps.ask('export-history', { lineId });
  if (!reply.ok) return wordsFor(files, reply.error);
  files.deps.saveText(fileName(files, '-history.csv'), namedHistoryCsv(reply.value));
  return null;
}

export async function saveJson(files: Files): Promise<Outcome> {
  const reply = await files.deps.ask('export-all', {});
  if (!reply.ok) return wordsFor(files, reply.error);
  files.deps.saveText(fileName(files, '.json'), exportText(reply.value, files.deps.now()));
  return null;
}

/** A table is made into a file of history alone, which the background then takes like any other. */
export async function importFile(files: Files, file: File): Promise<string | Imported> {
  const text = await file.text();
  if (/^\uFEFF?\s*[{[]/.test(text)) return importJson(files, text);
  const table = parseHistoryCsv(text, files.lines);
  if (!table.ok) return files.words.t('historyNotTable', table.where);
  const { samples, setAside, strays } = table;
  const history = { format: EXPORT_FORMAT, version: EXPORT_VERSION, samples };
  const imported = await importJson(files, JSON.stringify(history));
  return typeof imported === 'string'
    ? imported
    : { ...imported, setAside: imported.setAside + setAside, strays };
}

async function importJson(files: Files, text: string): Promise<string | Imported> {
  const reply = await importText(files.deps.ask, text);
  return reply.ok ? reply.value : wordsFor(files, reply.error);
}
