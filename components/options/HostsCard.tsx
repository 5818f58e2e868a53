import { Button } from '../Button.tsx';
import { useWords } from '../words-context.ts';
import { Card } from './Card.tsx';
import { HostList } from './HostList.tsx';
import type { Outcome } from './outcome.ts';
import { TaskLine } from './TaskLine.tsx';
import { useTask } from './use-task.ts';

export interface HostsCardProps {
  confirmed: readonly string[];
  /** named by the carrier, and refused or left open so far */
  open: readonly string[];
  onConfirm: (hosts: readonly string[]) => Promise<Outcome>;
}

/** The only addresses that a payment page may open on, and those that wait for the person's word. */
export function HostsCard({ confirmed, open, onConfirm }: HostsCardProps) {
  const { t } = useWords();
  const task = useTask();
  return (
    <Card title={t('lineHostsTitle')} intro={t('lineHostsIntro')}>
      {confirmed.length > 0 && <HostList title={t('lineHostsConfirmed')} hosts={confirmed} />}
      {open.length > 0 && (
        <>
          <HostList title={t('lineHostsOpen')} hosts={open} />
          <p>{t('popupHostsCare')}</p>
          <p>
            <Button busy={task.busy} onClick={() => void task.run(() => onConfirm(open))}>
              {t('popupHostsAccept')}
            </Button>
          </p>
        </>
      )}
      <TaskLine state={task.state} done={t('optionsSaved')} unseen />
    </Card>
  );
}
