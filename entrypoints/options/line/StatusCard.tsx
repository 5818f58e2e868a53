import { Button } from '../../../components/Button.tsx';
import { Freshness } from '../../../components/Freshness.tsx';
import { useNow } from '../../../components/now-context.ts';
import { Card } from '../../../components/options/Card.tsx';
import { LapseRule } from '../../../components/options/LapseRule.tsx';
import { LineStanding } from '../../../components/options/LineStanding.tsx';
import { LineTags } from '../../../components/options/LineTags.tsx';
import type { ShownLine } from '../../../components/options/shown-line.ts';
import { TaskLine } from '../../../components/options/TaskLine.tsx';
import { useTask } from '../../../components/options/use-task.ts';
import { FailureNote } from '../../../components/popup/FailureNote.tsx';
import { HostsChanged } from '../../../components/popup/HostsChanged.tsx';
import { useWords } from '../../../components/words-context.ts';
import type { GlanceLine } from '../../../utils/domain/glance.ts';
import { LineTopUp } from '../LineTopUp.tsx';
import { askFor } from '../outcome.ts';
import type { Page } from '../page.ts';

export interface StatusCardProps {
  page: Page;
  shown: ShownLine;
  /** as the provider declares it */
  lapseDays: number | null;
}

/** How the line stands now, and what mends it when it does not. */
export function StatusCard({ page, shown, lapseDays }: StatusCardProps) {
  const { t } = useWords();
  const { line, glance } = shown;
  if (!glance) return null;
  return (
    <Card title={t('lineNow')}>
      <LineTags line={line} />
      <LineStanding line={glance} />
      <LapseRule days={lapseDays} told={glance.validUntil} />
      <Freshness line={glance} />
      {glance.hostsProposed && (
        <HostsChanged lineId={line.id} proposed={glance.hostsProposed} ask={page.deps.ask} />
      )}
      <LineTopUp glance={glance} actions={page.deps} />
      <StatusActions page={page} glance={glance} />
    </Card>
  );
}

function StatusActions({ page, glance }: { page: Page; glance: GlanceLine }) {
  const { t } = useWords();
  const now = useNow();
  const task = useTask();
  const { id, failure, refreshAllowedAt: allowedAt } = glance;
  const refresh = () => void task.run(() => askFor(page, 'refresh', { lineId: id }));
  const refreshing = task.busy || glance.refreshing;
  const retryAt = allowedAt !== null && allowedAt > now ? allowedAt : null;
  const repair = { refreshing, retryAt, onRefresh: refresh, actions: page.deps };
  return (
    <>
      {failure && <FailureNote line={glance} failure={failure} inSettings {...repair} />}
      <div class="actions">
        {!failure && (
          <Button busy={refreshing} onClick={refresh}>
            {t('lineRefresh')}
          </Button>
        )}
        {(glance.can.offers || glance.can.topUpHost !== null) && (
          <a class="button" href={`#top-up/${encodeURIComponent(id)}`}>
            {t('lineTopUp')}
          </a>
        )}
        <TaskLine state={task.state} busy={t('addAsking')} />
      </div>
    </>
  );
}
