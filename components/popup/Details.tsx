import type { GlanceLine } from '../../utils/domain/glance.ts';
import { useWords } from '../words-context.ts';
import { AlertsRow } from './AlertsRow.tsx';
import { DayBars } from './DayBars.tsx';
import { HoldsList } from './HoldsList.tsx';
import type { PageActions } from './page-actions.ts';

interface DetailsProps {
  line: GlanceLine;
  ask: PageActions['ask'];
  onPause: () => void;
}

/** What stands below the headline: what else the line holds, its last days, its alerts. */
export function Details({ line, ask, onPause }: DetailsProps) {
  const { t } = useWords();
  return (
    <>
      <HoldsList line={line} />
      {line.days.length > 0 && <DayBars days={line.days} />}
      <a
        class="history-link"
        href={`/history.html?line=${encodeURIComponent(line.id)}`}
        target="_blank"
        rel="noopener"
      >
        {t('historyOpen')}
      </a>
      <AlertsRow key={line.id} line={line} ask={ask} onPause={onPause} />
    </>
  );
}
