import { useRef, useState } from 'preact/hooks';
import type { CommandOutput } from '../../utils/app/commands.ts';
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
  const into = useTask();
  const input = useRef<HTMLInputElement>(null);
  const [imported, setImported] = useState<Imported | null>(null);
  const load = async (file: File): Promise<Outcome> => {
    setImported(null);
    const result = await onImport(file);
    if (typeof result === 'string') return result;
    setImported(result);
    return null;
  };
  const choose = (event: { currentTarget: HTMLInputElement }) => {
    const [file] = event.currentTarget.files ?? [];
    // The same file may be chosen again after it was mended.
    event.currentTarget.value = '';
    if (file) void into.run(() => load(file));
  };
  return (
    <Card title={t('dataTransferTitle')} intro={t('dataTransferIntro')}>
      <div class="actions">
        <Button busy={out.busy} onClick={() => void out.run(onExport)}>
          {t('dataExport')}
        </Button>
        <Button busy={into.busy} onClick={() => input.current?.click()}>
          {t('dataImport')}
        </Button>
        <input
          ref={input}
          type="file"
          accept="application/json,.json"
          hidden
          aria-label={t('dataImport')}
          onChange={choose}
        />
      </div>
      <TaskLine state={out.state} done={t('dataExported')} />
      <TaskLine
        state={into.state}
        busy={t('optionsWorking')}
        done={imported ? importSentence(imported, t) : ''}
      />
      <p class="small soft">{t('dataImportNote')}</p>
    </Card>
  );
}

function importSentence(imported: Imported, t: Words['t']): string {
  const { lines, samples, receipts, setAside } = imported;
  const main = t('dataImported', String(lines), String(receipts), String(samples));
  return setAside > 0 ? `${main} ${t('dataImportedSetAside', String(setAside))}` : main;
}
