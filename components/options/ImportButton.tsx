import { useState } from 'preact/hooks';
import type { CommandOutput } from '../../utils/app/commands.ts';
import { numberFormat } from '../../utils/domain/intl.ts';
import type { Words } from '../../utils/domain/words.ts';
import { useWords } from '../words-context.ts';
import { FileButton } from './FileButton.tsx';
import type { Outcome } from './outcome.ts';

/** What a file brought in. `strays`: rows of a table that belong to no line here. */
export type Imported = CommandOutput['import-all'] & { strays?: number };

interface ImportButtonProps {
  /** which files are offered, as `accept` of an input */
  accept: string;
  /** the sentence that says what is wrong, or what was brought in */
  onImport: (file: File) => Promise<string | Imported>;
}

/** A file from this computer, and what came of it. */
export function ImportButton({ accept, onImport }: ImportButtonProps) {
  const words = useWords();
  const [done, setDone] = useState('');
  const load = async (file: File): Promise<Outcome> => {
    const result = await onImport(file);
    if (typeof result === 'string') return result;
    setDone(importSentence(result, words));
    return null;
  };
  return <FileButton label={words.t('dataImport')} accept={accept} done={done} onFile={load} />;
}

function importSentence(imported: Imported, { t, locale }: Words): string {
  const [lines, receipts, samples, setAside] = [
    imported.lines,
    imported.receipts,
    imported.samples,
    imported.setAside,
  ].map((count) => numberFormat(locale, {}).format(count));
  const said = [t('dataImported', lines ?? '', receipts ?? '', samples ?? '')];
  if (imported.setAside > 0) said.push(t('dataImportedSetAside', setAside ?? ''));
  if (imported.strays) said.push(t('historyStrays', numberFormat(locale, {}).format(imported.strays)));
  return said.join(' ');
}
