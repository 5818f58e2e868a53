import { useState } from 'preact/hooks';
import { Button } from '../Button.tsx';
import { useWords } from '../words-context.ts';
import { Card } from './Card.tsx';
import { CheckField } from './CheckField.tsx';
import { Dialog } from './Dialog.tsx';
import type { Outcome } from './outcome.ts';
import { TaskLine } from './TaskLine.tsx';
import { useTask } from './use-task.ts';

export interface RemoveLineProps {
  name: string;
  onRemove: (keepReceipts: boolean) => Promise<Outcome>;
}

/** Forgets a line, after asking whether its receipts stay. */
export function RemoveLine({ name, onRemove }: RemoveLineProps) {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  const [keep, setKeep] = useState(true);
  const task = useTask();
  return (
    <Card title={t('lineRemoveTitle')} intro={t('lineRemoveIntro')} tone="danger">
      <div class="actions">
        <Button kind="danger" onClick={() => setOpen(true)}>
          {t('lineRemove')}
        </Button>
      </div>
      <Dialog open={open} title={t('lineRemoveQuestion', name)} onClose={() => setOpen(false)}>
        <p>{t('lineRemoveWhat')}</p>
        <CheckField
          id="keep-receipts"
          label={t('lineRemoveKeep')}
          help={t('lineRemoveKeepHelp')}
          checked={keep}
          onChange={setKeep}
        />
        <div class="actions">
          <Button onClick={() => setOpen(false)}>{t('optionsCancel')}</Button>
          <Button kind="danger" busy={task.busy} onClick={() => void task.run(() => onRemove(keep))}>
            {t('lineRemoveNow')}
          </Button>
        </div>
        <TaskLine state={task.state} />
      </Dialog>
    </Card>
  );
}
