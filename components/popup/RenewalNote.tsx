import { useState } from 'preact/hooks';
import { formatMoney } from '../../utils/domain/format.ts';
import type { GlanceLine } from '../../utils/domain/glance.ts';
import { Button } from '../Button.tsx';
import { hostOf, webLink } from '../hosts.ts';
import { useAnswer } from '../use-answer.ts';
import { useWords } from '../words-context.ts';
import type { PageActions } from './page-actions.ts';

interface RenewalProps {
  line: GlanceLine;
  ask: PageActions['ask'];
}

/** What a renewal costs and where it is changed: the carrier is asked only when the person wants to know. */
export function RenewalNote({ line, ask }: RenewalProps) {
  const { t } = useWords();
  const [asked, setAsked] = useState(false);
  if (!asked) {
    return (
      <Button kind="quiet" onClick={() => setAsked(true)}>
        {t('renewalAsk')}
      </Button>
    );
  }
  const offerId = line.can.offers ? line.autoRenew?.offerId : null;
  return (
    <>
      {offerId ? <Price line={line} ask={ask} offerId={offerId} /> : <p>{t('renewalNoPrice')}</p>}
      <Page line={line} ask={ask} />
    </>
  );
}

function Price({ line, ask, offerId }: RenewalProps & { offerId: string }) {
  const { t, locale } = useWords();
  const { reply } = useAnswer(() => ask('offers', { lineId: line.id }));
  if (!reply) return <p class="waiting">{t('topUpAsking')}</p>;
  const offer = reply.ok ? reply.value.offers.find(({ id }) => id === offerId) : null;
  return <p>{offer ? t('renewalPrice', formatMoney(offer.price, locale)) : t('renewalNoPrice')}</p>;
}

function Page({ line, ask }: RenewalProps) {
  const { t } = useWords();
  const { reply } = useAnswer(() => ask('help', { lineId: line.id }));
  if (!reply) return <p class="waiting">{t('helpLoading')}</p>;
  const href = webLink(reply.ok ? reply.value.accountUrl : null);
  if (!href) return <p>{t('renewalNoPage')}</p>;
  return (
    <a href={href} target="_blank" rel="noopener noreferrer">
      {t('renewalChange', hostOf(href))}
    </a>
  );
}
