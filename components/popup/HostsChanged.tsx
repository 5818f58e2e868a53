import type { GlanceLine } from '../../utils/domain/glance.ts';
import { Button } from '../Button.tsx';
import { ErrorNote } from '../ErrorNote.tsx';
import { Icon } from '../Icon.tsx';
import { useWork } from '../use-work.ts';
import { useWords } from '../words-context.ts';
import type { PageActions } from './page-actions.ts';

interface HostsChangedProps {
  lineId: string;
  proposed: NonNullable<GlanceLine['hostsProposed']>;
  ask: PageActions['ask'];
}

/** The carrier announced other hosts for payments. Nothing opens there until the person says so. */
export function HostsChanged({ lineId, proposed: { before, after }, ask }: HostsChangedProps) {
  const words = useWords();
  const { busy, error, run } = useWork();
  const answer = (accept: boolean) => void run(() => ask('confirm-hosts', { lineId, accept }));
  return (
    <section class="note" data-hosts-changed>
      <Icon name="shield" />
      <div class="note-body">
        <h2>{words.t('popupHostsTitle')}</h2>
        <p>{words.t('popupHostsText')}</p>
        {after.length === 0 && <p class="host">{words.t('popupHostsNone')}</p>}
        {after.map((host) => (
          <p key={host} class="host">
            {host}
          </p>
        ))}
        <p class="small">
          {words.t('popupHostsBefore', before.length > 0 ? before.join(', ') : words.t('popupHostsNone'))}
        </p>
        <p>{words.t('popupHostsCare')}</p>
        <div class="buttons">
          <Button busy={busy} onClick={() => answer(false)}>
            {words.t('popupHostsReject')}
          </Button>
          <Button busy={busy} onClick={() => answer(true)}>
            {words.t('popupHostsAccept')}
          </Button>
        </div>
        <ErrorNote error={error} />
      </div>
    </section>
  );
}
