import { clockTime } from '../../utils/domain/clock-time.ts';
import type { Instant } from '../../utils/domain/instant.ts';
import { Button } from '../Button.tsx';
import { useNow } from '../now-context.ts';
import { FOR_GOOD, PAUSE_CHOICES } from '../pause-choices.ts';
import { useWords } from '../words-context.ts';
import { Card } from './Card.tsx';
import type { Outcome } from './outcome.ts';
import { TaskLine } from './TaskLine.tsx';
import { useTask } from './use-task.ts';

export interface PauseAlertsProps {
  /** when the pause of the last line ends; null = at least one line warns */
  until: Instant | null;
  /** null = warn again from now on */
  onPause: (until: Instant | null) => Promise<Outcome>;
}

/** Holds back the notifications of every line for a while. */
export function PauseAlerts({ until, onPause }: PauseAlertsProps) {
  const { t, locale } = useWords();
  const now = useNow();
  const task = useTask();
  const pause = (to: Instant | null) => () => void task.run(() => onPause(to));
  return (
    <Card title={t('optionsPauseTitle')} intro={t('optionsPauseIntro')}>
      {until && (
        <p class="strong">
          {until === FOR_GOOD
            ? t('popupAlertsOff')
            : t('popupAlertsPausedUntil', clockTime(until, now, locale))}
        </p>
      )}
      <div class="actions">
        {until && (
          <Button kind="primary" onClick={pause(null)}>
            {t('optionsPauseEnd')}
          </Button>
        )}
        {PAUSE_CHOICES.map((choice) => (
          <Button key={choice.words} onClick={pause(choice.until(now))}>
            {t(choice.words)}
          </Button>
        ))}
      </div>
      <TaskLine state={task.state} done={t('optionsSaved')} unseen />
    </Card>
  );
}
