import { clockTime } from '../../utils/domain/clock-time.ts';
import type { GlanceLine } from '../../utils/domain/glance.ts';
import { Button } from '../Button.tsx';
import { ErrorNote } from '../ErrorNote.tsx';
import { Icon } from '../Icon.tsx';
import { useNow } from '../now-context.ts';
import { FOR_GOOD } from '../pause-choices.ts';
import { useWork } from '../use-work.ts';
import { useWords } from '../words-context.ts';
import type { PageActions } from './page-actions.ts';

interface AlertsRowProps {
  line: GlanceLine;
  ask: PageActions['ask'];
  onPause: () => void;
}

/** Whether the line's alerts sound, with the way to pause and to resume them. */
export function AlertsRow({ line, ask, onPause }: AlertsRowProps) {
  const words = useWords();
  const now = useNow();
  const { busy, error, run } = useWork();
  const until = line.alertsPausedUntil;
  const paused = until !== null && until > now;
  const text = !paused
    ? words.t('popupAlertsOn')
    : until === FOR_GOOD
      ? words.t('popupAlertsOff')
      : words.t('popupAlertsPausedUntil', clockTime(until, now, words.locale));
  const resume = () => void run(() => ask('pause-alerts', { lineId: line.id, until: null }));
  return (
    <section class="alerts-row" aria-label={words.t('popupAlerts')}>
      <Icon name="bell" />
      <span>{text}</span>
      <Button kind="quiet" data-opens="pause" busy={busy} onClick={paused ? resume : onPause}>
        {words.t(paused ? 'popupResume' : 'popupPause')}
      </Button>
      <ErrorNote error={error} />
    </section>
  );
}
