import { useId } from 'preact/hooks';
import { formatMoney } from '../../utils/domain/format.ts';
import type { TopUp } from '../../utils/domain/top-up.ts';
import { isPending } from '../../utils/domain/top-up-outcome.ts';
import { Button } from '../Button.tsx';
import { ErrorNote } from '../ErrorNote.tsx';
import { Icon } from '../Icon.tsx';
import { useNow } from '../now-context.ts';
import { riseName, riseWords, TOP_UP_WORDS } from '../top-up-words.ts';
import { useUnits } from '../units-context.ts';
import { useWork } from '../use-work.ts';
import { useWords } from '../words-context.ts';
import { ReceiptButtons } from './later.ts';
import type { PageActions } from './page-actions.ts';

interface TopUpCardProps {
  topUp: TopUp;
  /** named where there are several lines */
  lineName: string | null;
  actions: PageActions;
  /** Shows the help of the line, or the page that does. */
  help: (() => void) | string;
}

/** A top-up that is on its way, or how it ended: it stands above all else until it is closed. */
export function TopUpCard(props: TopUpCardProps) {
  const { topUp, lineName } = props;
  const words = useWords();
  const now = useNow();
  const heading = useId();
  const { title, tone, icon, text } = TOP_UP_WORDS[topUp.state];
  return (
    <section class={`top-up top-up-${tone}`} aria-labelledby={heading} data-top-up={topUp.state}>
      <Icon name={icon} />
      <div class="top-up-body">
        <h2 id={heading}>{words.t(title)}</h2>
        <WhatWasBought topUp={topUp} lineName={lineName} />
        <Rises topUp={topUp} />
        <p>{text(topUp, words, now)}</p>
        {topUp.failureReason && (
          <p>
            <bdi>{words.t('topUpFailedReason', topUp.failureReason)}</bdi>
          </p>
        )}
        {topUp.receiptNumber && <p class="small">{words.t('topUpReceiptNo', topUp.receiptNumber)}</p>}
        <CardButtons {...props} />
      </div>
    </section>
  );
}

function WhatWasBought({ topUp, lineName }: { topUp: TopUp; lineName: string | null }) {
  const words = useWords();
  const price = topUp.price && formatMoney(topUp.price, words.locale);
  const renews = topUp.autoRenew && words.t('topUpRenews');
  const parts = [lineName, topUp.offer?.name, price, renews].filter(Boolean);
  return parts.length > 0 ? (
    <p>
      <bdi>{parts.join(' · ')}</bdi>
    </p>
  ) : null;
}

function Rises({ topUp }: { topUp: TopUp }) {
  const words = useWords();
  const units = useUnits();
  if (topUp.rises.length === 0) return null;
  return (
    <ul class="rises">
      {topUp.rises.map((rise) => (
        <li key={`${rise.what}:${rise.label}`}>
          <strong>{riseWords(rise, words, units)}</strong> <bdi>{riseName(rise, words)}</bdi>
        </li>
      ))}
    </ul>
  );
}

function CardButtons({ topUp, actions, help }: TopUpCardProps) {
  const words = useWords();
  const { busy, error, run } = useWork();
  const { id, state } = topUp;
  const evidence = state === 'credited' || state === 'failed' || state === 'overdue' || state === 'refunded';
  const ask = (name: 'reopen-top-up' | 'abandon-top-up' | 'dismiss-top-up') =>
    void run(() => actions.ask(name, { topUpId: id }));
  return (
    <>
      <div class="buttons">
        {state === 'open' && topUp.url !== null && (
          <Button busy={busy} onClick={() => ask('reopen-top-up')}>
            {words.t('topUpReopen')}
          </Button>
        )}
        {state === 'open' && (
          <Button busy={busy} onClick={() => ask('abandon-top-up')}>
            {words.t('topUpNotPaid')}
          </Button>
        )}
        {state === 'overdue' && <HelpButton help={help} />}
        {evidence && <ReceiptButtons topUp={topUp} actions={actions} />}
        {(!isPending(topUp) || state === 'overdue') && (
          <Button busy={busy} onClick={() => ask('dismiss-top-up')}>
            {words.t('popupClose')}
          </Button>
        )}
      </div>
      <ErrorNote error={error} />
    </>
  );
}

function HelpButton({ help }: Pick<TopUpCardProps, 'help'>) {
  const text = useWords().t('topUpWhatToDo');
  if (typeof help !== 'string') return <Button onClick={help}>{text}</Button>;
  return (
    <a class="button" href={help}>
      {text}
    </a>
  );
}
