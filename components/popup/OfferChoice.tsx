import { formatData, formatDay, formatMoney, formatVoice } from '../../utils/domain/format.ts';
import type { Offer } from '../../utils/domain/offers.ts';
import { useUnits } from '../units-context.ts';
import { useWords } from '../words-context.ts';

interface OfferChoiceProps {
  offer: Offer;
  checked: boolean;
  onChoose: (id: string) => void;
}

/** One offer to choose: what it holds, how long it is valid, what it costs. */
export function OfferChoice({ offer, checked, onChoose }: OfferChoiceProps) {
  const words = useWords();
  const before = offer.promotion?.priceBefore;
  return (
    <label class="offer">
      <input type="radio" name="offer" checked={checked} onChange={() => onChoose(offer.id)} />
      <span class="offer-what">
        <bdi class="offer-name">{offer.name}</bdi>
        <span class="small soft">{useContents(offer)}</span>
        {offer.promotion && <Promotion promotion={offer.promotion} />}
      </span>
      <span class="offer-price">
        {formatMoney(offer.price, words.locale)}
        {before && (
          <span class="small soft">{words.t('topUpBefore', formatMoney(before, words.locale))}</span>
        )}
      </span>
    </label>
  );
}

function useContents({ kind, data, voice, sms, validityDays, recurring }: Offer): string {
  const words = useWords();
  const units = useUnits();
  const parts = [
    kind === 'credit' && words.t('topUpCredit'),
    data !== null && formatData(data, units, words.locale),
    voice !== null && formatVoice(voice, words.locale),
    sms !== null && words.n('unitSms', sms),
    validityDays !== null && words.n('topUpValid', validityDays),
    recurring && words.t('topUpRecurring'),
  ];
  return parts.filter(Boolean).join(' · ');
}

function Promotion({ promotion }: { promotion: NonNullable<Offer['promotion']> }) {
  const words = useWords();
  const { label, endsAt } = promotion;
  const until = endsAt && formatDay(endsAt, words.locale, null);
  return <bdi class="tag tag-promotion">{until ? words.t('topUpPromoUntil', label, until) : label}</bdi>;
}
