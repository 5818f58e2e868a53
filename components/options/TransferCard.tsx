import { useRef, useState } from 'preact/hooks';
import type { CommandOutput } from '../../utils/app/commands.ts';
import { numberFormat } from '../../utils/domain/intl.ts';
import type { Words } from '../../utils/domain/words.ts';
import { Button } from '../Button.tsx';
import { useWords } from '../words-context.ts';
import { Card } from './Card.tsx';
import type { Outcome } from './outcome.ts';
import { TaskLine } from './TaskLine.tsx';
import { useTask } from './use-task.ts';

/** What a file brought in. */
export type Imported = CommandOutput['import-all'];

export interface TransferCardProps {
  onExport: () => Promise<Outcome>;
  /** the sentence that says what is wrong, or what was brought in */
  onImport: (file: File) => Promise<string | Imported>;
}

/** Everything as one file, out and in. */
export function TransferCard({ onExport, onImport }: TransferCardProps) {
  const { t } = useWords();
  const out = useTask();
  return (
    <Card title={t('dataTransferTitle')} intro={t('dataTransferIntro')}>
      <div class="actions">
        <Button busy={out.busy} onClick={() => void out.run(onExport)}>
          {t('dataExport')}
        </Button>
        <TaskLine state={out.state} done={t('dataExported')} />
      </div>
      <ImportPart onImport={onImport} />
      <p class="small soft">{t('dataImportNote')}</p>
    </Card>
  );
}

function ImportPart({ onImport }: Pick<TransferCardProps, 'onImport'>) {
  const words = useWords();
  const label = words.t('dataImport');
  const task = useTask();
  const input = useRef<HTMLInputElement>(null);
  const [done, setDone] = useState('');
  const load = async (file: File): Promise<Outcome> => {
    const result = await onImport(file);
    if (typeof result === 'string') return result;
    setDone(importSentence(result, words));
    return null;
  };
  const choose = (event: { currentTarget: HTMLInputElement }) => {
    const [file] = event.currentTarget.files ?? [];
    if (file) void task.run(() => load(file));
    // The same file may be chosen again after it was mended.
    event.currentTarget.value = '';
  };
  const accept = 'application/json,.json';
  return (
    <div class="actions">
      <Button busy={task.busy} onClick={() => input.current?.click()}>
        {label}
      </Button>
      <input ref={input} type="file" accept={accept} hidden aria-label={label} onChange={choose} />
      <TaskLine state={task.state} busy={words.t('optionsWorking')} done={done} />
    </div>
  );
}

function importSentence(imported: Imported, { t, locale }: Words): string {
  const [lines, receipts, samples, setAside] = [
    imported.lines,
    imported.receipts,
    imported.samples,
    imported.setAside,
  ].map((count) => numberFormat(locale, {}).format(count));
  const main = t('dataImported', lines ?? '', receipts ?? '', samples ?? '');
  return imported.setAside > 0 ? `${main} ${t('dataImportedSetAside', setAside ?? '')}` : main;
}
