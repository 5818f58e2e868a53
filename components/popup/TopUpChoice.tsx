import type { CommandInput } from '../../utils/app/commands.ts';
import type { GlanceLine } from '../../utils/domain/glance.ts';
import { Button } from '../Button.tsx';
import { ErrorNote } from '../ErrorNote.tsx';
import { useAnswer } from '../use-answer.ts';
import { useWork } from '../use-work.ts';
import { useWords } from '../words-context.ts';
import { HostsToOpen } from './HostsToOpen.tsx';
import { OfferForm } from './OfferForm.tsx';
import type { PageActions } from './page-actions.ts';

interface TopUpChoiceProps {
  line: GlanceLine;
  actions: PageActions;
  /** the payment page was opened in a tab */
  onOpened: () => void;
}

type Order = CommandInput<'open-top-up'>['order'];

/** What the carrier sells for this line, or its own page. Names the host before anything opens. */
export function TopUpChoice({ line, actions, onOpened }: TopUpChoiceProps) {
  const opening = useWork();
  const open = async (order: Order) => {
    const reply = await opening.run(() => actions.ask('open-top-up', { lineId: line.id, order }));
    if (reply?.ok) onOpened();
  };
  const part = { line, actions, open: (order: Order) => void open(order), busy: opening.busy };
  return (
    <>
      {line.can.offers ? <Offers {...part} /> : <PlainLink {...part} />}
      <ErrorNote error={opening.error} />
    </>
  );
}

interface PartProps {
  line: GlanceLine;
  actions: PageActions;
  open: (order: Order) => void;
  busy: boolean;
}

function Offers({ line, actions, open, busy }: PartProps) {
  const words = useWords();
  const { reply, again } = useAnswer(() => actions.ask('offers', { lineId: line.id }));
  if (!reply) return <p class="waiting">{words.t('topUpAsking')}</p>;
  if (reply.ok) {
    const renews = line.autoRenew?.enabled === true;
    return <OfferForm offers={reply.value} renews={renews} busy={busy} onOrder={open} />;
  }
  return (
    <>
      <ErrorNote error={reply.error} />
      <Button onClick={again}>{words.t('popupRetry')}</Button>
      {line.can.topUpHost && <PlainLink line={line} actions={actions} open={open} busy={busy} />}
    </>
  );
}

function PlainLink({ line, open, busy }: PartProps) {
  const words = useWords();
  if (!line.can.topUpHost) return <p>{words.t('topUpNoHost')}</p>;
  return (
    <>
      <p>{words.t('topUpLinkText')}</p>
      <HostsToOpen hosts={[line.can.topUpHost]} />
      <Button kind="primary" wide busy={busy} onClick={() => open({ link: true })}>
        {words.t(busy ? 'topUpOpening' : 'topUpContinueLink')}
      </Button>
    </>
  );
}
