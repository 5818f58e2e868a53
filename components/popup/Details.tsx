import type { GlanceLine } from '../../utils/domain/glance.ts';
import { useWords } from '../words-context.ts';
import { AlertsRow } from './AlertsRow.tsx';
import { Allowance } from './Allowance.tsx';
import { DayBars } from './DayBars.tsx';
import { HoldsList } from './HoldsList.tsx';
import { KeepNumber } from './KeepNumber.tsx';
import type { PageActions } from './page-actions.ts';
import type { ScreenName } from './screens.ts';
import { UntilRow } from './UntilRow.tsx';

interface DetailsProps {
  line: GlanceLine;
  actions: PageActions;
  onOpen: (screen: ScreenName) => void;
}

/** What stands below the headline: what else the line holds, the day up to which it must last, its last days, its alerts. */
export function Details({ line, actions, onOpen }: DetailsProps) {
  const { t } = useWords();
  const { ask } = actions;
  return (
    <>
      <Allowance line={line} />
      <UntilRow key={`until:${line.id}`} line={line} ask={ask} onOpen={() => onOpen('until')} />
      <HoldsList line={line} />
      <KeepNumber line={line} actions={actions} />
      {line.days.length > 0 && <DayBars days={line.days} />}
      <a
        class="history-link"
        href={`/history.html?line=${encodeURIComponent(line.id)}`}
        target="_blank"
        rel="noopener"
      >
        {t('historyOpen')}
      </a>
      <AlertsRow key={line.id} line={line} ask={ask} onPause={() => onOpen('pause')} />
    </>
  );
}
