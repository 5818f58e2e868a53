import type { Imported } from '../../components/options/ImportButton.tsx';
import type { Outcome } from '../../components/options/outcome.ts';
import { exportText } from '../../utils/domain/export-format.ts';
import { namedHistoryCsv } from '../../utils/domain/history-csv.ts';
import type { Words } from '../../utils/domain/words.ts';
import { importText } from './import-text.ts';
import { wordsOf } from './outcome.ts';
import type { Page } from './page.ts';

/** `data-balance-2026-11-21.json`; the day of today in UTC. */
function fileName(page: Page, what: string, ending: string): string {
  return `data-balance${what}-${page.deps.now().slice(0, 10)}.${ending}`;
}

export async function saveExport(page: Page): Promise<Outcome> {
  const reply = await page.deps.ask('export-all', {});
  if (reply.ok) page.deps.saveText(fileName(page, '', 'json'), exportText(reply.value, page.deps.now()));
  return wordsOf(page, reply);
}

export async function saveHistory(page: Page, lineId: string | null): Promise<Outcome> {
  const reply = await page.deps.ask('export-history', { lineId });
  if (reply.ok) page.deps.saveText(fileName(page, '-history', 'csv'), namedHistoryCsv(reply.value));
  return wordsOf(page, reply);
}

/** What the file brought in, or the sentence that says what is wrong with it. */
export async function importFile(page: Page, file: File): Promise<string | Imported> {
  const reply = await importText(page.deps.ask, await file.text());
  if (!reply.ok) return page.sentence(reply.error);
  await page.refresh();
  return reply.value;
}

export async function showDiagnostics(page: Page): Promise<{ text: string } | { problem: string }> {
  const reply = await page.deps.ask('diagnostics', { environment: await page.deps.environment() });
  return reply.ok ? { text: reply.value } : { problem: page.sentence(reply.error) };
}

export async function copyText(page: Page, words: Words, text: string): Promise<Outcome> {
  return (await page.deps.copy(text)) ? null : words.t('dataCopyRefused');
}

export function saveDiagnostics(page: Page, text: string): void {
  page.deps.saveText(fileName(page, '-diagnostics', 'txt'), text);
}
