import { formatMoney } from '../../utils/domain/format.ts';
import type { Offer } from '../../utils/domain/offers.ts';
import { useWords } from '../words-context.ts';

interface RenewFieldProps {
  offer: Offer;
  checked: boolean;
  onChange: (renew: boolean) => void;
}

/** Whether an offer is to be bought again by itself: what it costs each time stands beside the box. */
export function RenewField({ offer: { price, validityDays }, checked, onChange }: RenewFieldProps) {
  const words = useWords();
  const each = formatMoney(price, words.locale);
  return (
    <label class="offer-renew">
      <input type="checkbox" checked={checked} onChange={(event) => onChange(event.currentTarget.checked)} />
      <span>
        {validityDays === null ? words.t('topUpRenewEach', each) : words.n('topUpRenew', validityDays, each)}
        <span class="small soft">{words.t('topUpRenewHelp')}</span>
      </span>
    </label>
  );
}
