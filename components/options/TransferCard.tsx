import { Button } from '../Button.tsx';
import { useWords } from '../words-context.ts';
import { Card } from './Card.tsx';
import { JSON_FILES } from './FileButton.tsx';
import { ImportButton, type Imported } from './ImportButton.tsx';
import type { Outcome } from './outcome.ts';
import { TaskLine } from './TaskLine.tsx';
import { useTask } from './use-task.ts';

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
      <ImportButton accept={JSON_FILES} onImport={onImport} />
      <p class="small soft">{t('dataImportNote')}</p>
    </Card>
  );
}
