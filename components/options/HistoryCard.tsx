import { useState } from 'preact/hooks';
import { Button } from '../Button.tsx';
import { useWords } from '../words-context.ts';
import { Card } from './Card.tsx';
import type { Outcome } from './outcome.ts';
import { SelectField } from './SelectField.tsx';
import { TaskLine } from './TaskLine.tsx';
import { useTask } from './use-task.ts';

export interface HistoryCardProps {
  lines: readonly { id: string; name: string }[];
  /** null = every line */
  onSave: (lineId: string | null) => Promise<Outcome>;
}

const ALL = '';

/** The figures over time, for a spreadsheet. */
export function HistoryCard({ lines, onSave }: HistoryCardProps) {
  const { t } = useWords();
  const [lineId, setLineId] = useState(ALL);
  const task = useTask();
  const options = [
    { value: ALL, label: t('dataHistoryAll') },
    ...lines.map(({ id, name }) => ({ value: id, label: name })),
  ];
  return (
    <Card title={t('dataHistoryTitle')} intro={t('dataHistoryIntro')}>
      <SelectField
        id="history-line"
        label={t('dataHistoryLine')}
        value={lineId}
        options={options}
        onChange={setLineId}
      />
      <div class="actions">
        <Button busy={task.busy} onClick={() => void task.run(() => onSave(lineId === ALL ? null : lineId))}>
          {t('dataHistorySave')}
        </Button>
        <TaskLine state={task.state} done={t('dataHistorySaved')} />
      </div>
      <a
        class="history-link"
        href={`/history.html${lineId === ALL ? '' : `?line=${encodeURIComponent(lineId)}`}`}
      >
        {t('historyOpen')}
      </a>
    </Card>
  );
}
