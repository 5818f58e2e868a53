import { useState } from 'preact/hooks';
import { Button } from '../Button.tsx';
import { useWords } from '../words-context.ts';
import { Card } from './Card.tsx';
import { CheckField } from './CheckField.tsx';
import { Dialog } from './Dialog.tsx';
import type { Outcome } from './outcome.ts';
import { TaskLine } from './TaskLine.tsx';
import { useTask } from './use-task.ts';

/** Everything away, after a second word. */
export function EraseCard({ onErase }: { onErase: () => Promise<Outcome> }) {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  const [understood, setUnderstood] = useState(false);
  const task = useTask();
  const close = () => {
    setOpen(false);
    setUnderstood(false);
  };
  const erase = async () => {
    if (await task.run(onErase)) close();
  };
  return (
    <Card title={t('dataEraseTitle')} intro={t('dataEraseIntro')} tone="danger">
      <div class="actions">
        <Button kind="danger" onClick={() => setOpen(true)}>
          {t('dataErase')}
        </Button>
        {!open && <TaskLine state={task.state} done={t('dataErased')} />}
      </div>
      <Dialog open={open} title={t('dataEraseQuestion')} onClose={close}>
        <p>{t('dataEraseWhat')}</p>
        <CheckField
          id="erase-understood"
          label={t('dataEraseUnderstood')}
          checked={understood}
          onChange={setUnderstood}
        />
        <div class="actions">
          <Button onClick={close}>{t('optionsCancel')}</Button>
          <Button kind="danger" disabled={!understood} busy={task.busy} onClick={() => void erase()}>
            {t('dataEraseNow')}
          </Button>
        </div>
        <TaskLine state={task.state} />
      </Dialog>
    </Card>
  );
}
