import { Card } from '../../../components/options/Card.tsx';
import { HostsCard } from '../../../components/options/HostsCard.tsx';
import { LineSwitches } from '../../../components/options/LineSwitches.tsx';
import { NameForm } from '../../../components/options/NameForm.tsx';
import { OwnLinkForm } from '../../../components/options/OwnLinkForm.tsx';
import type { Outcome } from '../../../components/options/outcome.ts';
import { PollForm } from '../../../components/options/PollForm.tsx';
import { RemoveLine } from '../../../components/options/RemoveLine.tsx';
import { Section } from '../../../components/options/Section.tsx';
import type { ShownLine } from '../../../components/options/shown-line.ts';
import { ThresholdForm } from '../../../components/options/ThresholdForm.tsx';
import { useWords } from '../../../components/words-context.ts';
import { browserZone } from '../../../components/zone.ts';
import type { LineEdit } from '../../../utils/app/commands.ts';
import { type CallKind, countedOf } from '../../../utils/domain/counted.ts';
import type { Declaration } from '../../../utils/providers/contract.ts';
import { askFor } from '../outcome.ts';
import type { Page } from '../page.ts';
import { CarrierReceiptsCard } from './CarrierReceiptsCard.tsx';
import { ConnectionCard } from './ConnectionCard.tsx';
import { LapseCard } from './LapseCard.tsx';
import { pollLimits } from './poll-limits.ts';
import { StatusCard } from './StatusCard.tsx';

/** Everything that can be looked at and changed of one line. */
export function LineSection({ page, shown }: { page: Page; shown: ShownLine }) {
  const { t } = useWords();
  const { line } = shown;
  const provider = page.deps.providers.find(({ id }) => id === line.providerId) ?? null;
  const termDays = provider?.lapseDays?.(line.fields) ?? null;
  const edit: Edit = (part) => askFor(page, 'edit-line', { lineId: line.id, edit: part });
  const remove = async (keepReceipts: boolean) => {
    const outcome = await askFor(page, 'remove-line', { lineId: line.id, keepReceipts });
    if (outcome !== null) return outcome;
    page.announce(t('lineRemoved', line.name));
    page.go('#lines');
    return null;
  };
  return (
    <Section title={line.name} takesFocus={page.arrived} back={{ hash: '#lines', label: t('lineBack') }}>
      <StatusCard page={page} shown={shown} lapseDays={termDays} />
      <Card title={t('lineNameTitle')}>
        <NameForm name={line.name} kind={line.kind} onSave={edit} />
      </Card>
      <Card title={t('lineShowTitle')}>
        <LineSwitches line={line} onChange={edit} />
      </Card>
      <WarnCard shown={shown} edit={edit} />
      <LapseCard page={page} shown={shown} termDays={termDays} onSave={(lapse) => edit({ lapse })} />
      <PollCard shown={shown} edit={edit} provider={provider} />
      <ConnectionCard shown={shown} canReconnect={provider !== null && provider.fields.length > 0} />
      <PaymentHosts page={page} shown={shown} />
      {provider?.opensCheckouts && <CarrierReceiptsCard page={page} shown={shown} />}
      {!provider?.opensCheckouts && (
        <Card title={t('lineLinkTitle')}>
          <OwnLinkForm url={line.topUpUrl} onSave={(topUpUrl) => edit({ topUpUrl })} />
        </Card>
      )}
      <RemoveLine name={line.name} onRemove={remove} />
    </Section>
  );
}

/** Hosts that are proposed anew stand above all else, and not here. */
function PaymentHosts({ page, shown: { line, glance } }: { page: Page; shown: ShownLine }) {
  const { id, checkoutHosts: confirmed, help } = line;
  const named = glance?.hostsProposed ? [] : (help?.checkoutHosts ?? []);
  const open = named.filter((host) => !confirmed.includes(host));
  if (confirmed.length === 0 && open.length === 0) return null;
  const confirm = (hosts: readonly string[]) =>
    askFor(page, 'confirm-hosts', { lineId: id, accept: true, hosts: [...hosts] });
  return <HostsCard confirmed={confirmed} open={open} onConfirm={confirm} />;
}

type Edit = (part: LineEdit) => Promise<Outcome>;

interface PartProps {
  shown: ShownLine;
  edit: Edit;
}

/** The calls or messages that a line holds; null = none. */
function allowanceOf(glance: ShownLine['glance'], kind: CallKind): { total: number | null } | null {
  const counted = glance && countedOf(glance, kind);
  return counted && counted !== 'unlimited' ? { total: counted.total } : null;
}

function WarnCard({ shown: { line, glance }, edit }: PartProps) {
  const { t } = useWords();
  const headline = glance?.headline;
  return (
    <Card title={t('lineThresholdTitle')}>
      <ThresholdForm
        thresholds={line.thresholds}
        total={headline?.kind === 'data' ? headline.total : null}
        currency={glance?.credit?.currency ?? null}
        voice={allowanceOf(glance, 'voice')}
        sms={allowanceOf(glance, 'sms')}
        onSave={(thresholds) => edit({ thresholds })}
      />
    </Card>
  );
}

function PollCard({ shown: { line }, edit, provider }: PartProps & { provider: Declaration | null }) {
  const { t } = useWords();
  return (
    <Card title={t('linePollTitle')}>
      <PollForm
        pollMinutes={line.pollMinutes}
        zone={line.zone}
        {...pollLimits(provider)}
        browserZone={browserZone()}
        zones={Intl.supportedValuesOf('timeZone')}
        onSave={edit}
      />
    </Card>
  );
}
