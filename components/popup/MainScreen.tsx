import type { Glance, GlanceLine } from '../../utils/domain/glance.ts';
import { Button } from '../Button.tsx';
import { ErrorNote } from '../ErrorNote.tsx';
import { Freshness } from '../Freshness.tsx';
import { useNow } from '../now-context.ts';
import { useWords } from '../words-context.ts';
import { Headline } from './Headline.tsx';
import { LineBar } from './LineBar.tsx';
import {
  AlertList,
  Details,
  FailureNote,
  Forecast,
  HostsChanged,
  LockedCard,
  NoticeList,
  TopUpCards,
} from './later.ts';
import type { PageActions } from './page-actions.ts';
import { StateChip } from './StateChip.tsx';
import type { ScreenName } from './screens.ts';
import type { Refresh } from './use-refresh.ts';

interface MainScreenProps {
  glance: Glance;
  line: GlanceLine;
  refresh: Refresh;
  actions: PageActions;
  onOpen: (screen: ScreenName) => void;
  onHelpWith: (lineId: string) => void;
}

/** One line at a glance. */
export function MainScreen(props: MainScreenProps) {
  const { glance, line, refresh, actions, onOpen, onHelpWith } = props;
  const now = useNow();
  const refreshing = refresh.busy || line.refreshing;
  const retryAt = line.refreshAllowedAt && line.refreshAllowedAt > now ? line.refreshAllowedAt : null;
  return (
    <>
      {glance.lines.some(({ topUp }) => topUp) && (
        <TopUpCards glance={glance} actions={actions} onHelpWith={onHelpWith} />
      )}
      <LineBar
        line={line}
        onSwitch={glance.lines.length > 1 ? () => onOpen('lines') : null}
        refreshing={refreshing}
        retryAt={retryAt}
        onRefresh={refresh.run}
        onSettings={() => actions.openOptions('')}
      />
      <main class="main">
        <ErrorNote error={refresh.error} />
        {refresh.error && <RetryRefresh refresh={refresh} />}
        {glance.notices.length > 0 && <NoticeList notices={glance.notices} ask={actions.ask} />}
        {glance.locked && <LockedCard ask={actions.ask} />}
        {line.hostsProposed && (
          <HostsChanged lineId={line.id} proposed={line.hostsProposed} ask={actions.ask} />
        )}
        <StateChip line={line} />
        <Headline line={line} />
        {line.headline.kind === 'data' && line.headline.remaining > 0 && <Forecast line={line} />}
        <Freshness line={line} />
        {line.failure && (
          <FailureNote
            key={line.id}
            line={line}
            failure={line.failure}
            refreshing={refreshing}
            retryAt={retryAt}
            onRefresh={refresh.run}
            actions={actions}
          />
        )}
        {line.alerts.length > 0 && <AlertList line={line} ask={actions.ask} />}
        <Details line={line} actions={actions} onOpen={onOpen} />
      </main>
      <Foot line={line} onOpen={onOpen} />
    </>
  );
}

function RetryRefresh({ refresh }: { refresh: Refresh }) {
  return <Button onClick={refresh.run}>{useWords().t('popupRetry')}</Button>;
}

function Foot({ line, onOpen }: Pick<MainScreenProps, 'line' | 'onOpen'>) {
  const words = useWords();
  const canTopUp = line.can.offers || line.can.topUpHost !== null;
  return (
    <footer class="bar-bottom">
      {canTopUp && (
        <Button kind="primary" data-opens="top-up" onClick={() => onOpen('top-up')}>
          {words.t('topUpTitle')}
        </Button>
      )}
      <Button data-opens="help" onClick={() => onOpen('help')}>
        {words.t('popupHelp')}
      </Button>
    </footer>
  );
}
