import { Button } from '../Button.tsx';
import { Card } from '../options/Card.tsx';
import { ImportButton, type Imported } from '../options/ImportButton.tsx';
import type { Outcome } from '../options/outcome.ts';
import { TaskLine } from '../options/TaskLine.tsx';
import { useTask } from '../options/use-task.ts';
import { useWords } from '../words-context.ts';

export interface FilesCardProps {
  onSaveCsv: () => Promise<Outcome>;
  onSaveJson: () => Promise<Outcome>;
  /** the sentence that says what is wrong, or what was brought in */
  onImport: (file: File) => Promise<string | Imported>;
}

/** History out, as a table or with everything else, and in again. */
export function FilesCard({ onSaveCsv, onSaveJson, onImport }: FilesCardProps) {
  const { t } = useWords();
  const task = useTask();
  return (
    <Card title={t('historyFilesTitle')} intro={t('historyFilesIntro')}>
      <div class="actions">
        <Button busy={task.busy} onClick={() => void task.run(onSaveCsv)}>
          {t('dataHistorySave')}
        </Button>
        <Button busy={task.busy} onClick={() => void task.run(onSaveJson)}>
          {t('historySaveJson')}
        </Button>
        <TaskLine state={task.state} done={t('dataExported')} />
      </div>
      <ImportButton accept=".csv,text/csv,.json,application/json" onImport={onImport} />
    </Card>
  );
}
