import { useState } from 'preact/hooks';
import { Button } from '../Button.tsx';
import { useWords } from '../words-context.ts';
import { Card } from './Card.tsx';
import { Dialog } from './Dialog.tsx';
import { NewPassphrase } from './NewPassphrase.tsx';
import type { Outcome } from './outcome.ts';
import { TaskLine } from './TaskLine.tsx';
import { UnlockForm } from './UnlockForm.tsx';
import { useTask } from './use-task.ts';

export interface PassphraseCardProps {
  secrets: 'plain' | 'locked' | 'open';
  /** null takes the passphrase away */
  onSet: (passphrase: string | null) => Promise<Outcome>;
  onUnlock: (passphrase: string) => Promise<Outcome>;
  onLock: () => Promise<Outcome>;
}

/** How the secrets lie on this computer, and what the person can do about it. */
export function PassphraseCard({ secrets, onSet, onUnlock, onLock }: PassphraseCardProps) {
  const { t } = useWords();
  if (secrets === 'plain')
    return (
      <Card title={t('dataPassphraseTitle')} intro={t('dataPassphrasePlain')}>
        <NewPassphrase label={t('dataPassphraseSet')} onSave={onSet} />
      </Card>
    );
  if (secrets === 'locked')
    return (
      <Card title={t('dataPassphraseTitle')} intro={t('dataPassphraseLocked')}>
        <UnlockForm onUnlock={onUnlock} />
        <p class="small soft">{t('dataPassphraseForgotten')}</p>
      </Card>
    );
  return (
    <Card title={t('dataPassphraseTitle')} intro={t('dataPassphraseOpen')}>
      <OpenActions onSet={onSet} onLock={onLock} />
    </Card>
  );
}

function OpenActions({ onSet, onLock }: Pick<PassphraseCardProps, 'onSet' | 'onLock'>) {
  const { t } = useWords();
  const [asks, setAsks] = useState<'change' | 'remove' | null>(null);
  const task = useTask();
  const close = () => setAsks(null);
  const set = async (passphrase: string | null) => {
    const outcome = await onSet(passphrase);
    if (outcome === null) close();
    return outcome;
  };
  return (
    <>
      <div class="actions">
        <Button onClick={() => void task.run(onLock)}>{t('dataPassphraseLock')}</Button>
        <Button onClick={() => setAsks('change')}>{t('dataPassphraseChange')}</Button>
        <Button onClick={() => setAsks('remove')}>{t('dataPassphraseRemove')}</Button>
      </div>
      <TaskLine state={task.state} />
      <Dialog open={asks === 'change'} title={t('dataPassphraseChange')} onClose={close}>
        <NewPassphrase label={t('dataPassphraseChange')} onSave={set} />
      </Dialog>
      <Dialog open={asks === 'remove'} title={t('dataPassphraseRemove')} onClose={close}>
        <p>{t('dataPassphraseRemoveWhat')}</p>
        <div class="actions">
          <Button onClick={close}>{t('optionsCancel')}</Button>
          <Button kind="danger" busy={task.busy} onClick={() => void task.run(() => set(null))}>
            {t('dataPassphraseRemove')}
          </Button>
        </div>
        <TaskLine state={task.state} />
      </Dialog>
    </>
  );
}
