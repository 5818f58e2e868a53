import type { ComponentChildren } from 'preact';
import { receiptAt } from '../../utils/domain/carrier-receipts.ts';
import { formatDateTime, formatMoney } from '../../utils/domain/format.ts';
import type { Checkout } from '../../utils/domain/offers.ts';
import type { TopUp } from '../../utils/domain/top-up.ts';
import { TOP_UP_WORDS } from '../top-up-words.ts';
import { useWords } from '../words-context.ts';
import { browserZone } from '../zone.ts';

/** A top-up as the carrier tells it. */
export interface ToldReceipt {
  told: Checkout;
  /** the row of this computer's ledger about it; null = none, undefined = the ledger could not be read */
  own: TopUp | null | undefined;
}

export interface CarrierReceiptListProps {
  /** newest first */
  receipts: readonly ToldReceipt[];
  /** copying and saving */
  actions: (receipt: ToldReceipt) => ComponentChildren;
}

/** The top-ups of a line that its carrier keeps, with those marked that this computer knows nothing of. */
export function CarrierReceiptList({ receipts, actions }: CarrierReceiptListProps) {
  return (
    <ul class="receipts">
      {receipts.map((receipt) => (
        <li key={receipt.told.id}>
          <CarrierReceipt {...receipt} />
          <div class="actions">{actions(receipt)}</div>
        </li>
      ))}
    </ul>
  );
}

function CarrierReceipt({ told, own }: ToldReceipt) {
  const { t, locale } = useWords();
  const { title, tone } = TOP_UP_WORDS[told.status];
  const price = told.price ? formatMoney(told.price, locale) : t('carrierReceiptsNoAmount');
  const at = receiptAt(told);
  return (
    <div class="receipt">
      <h3>
        <bdi>{own?.offer?.name ?? price}</bdi>
      </h3>
      {own?.offer && <p class="receipt-price">{price}</p>}
      <p class="small soft">
        {at ? (
          <time dateTime={at}>{formatDateTime(at, locale, browserZone())}</time>
        ) : (
          t('carrierReceiptsNoDate')
        )}
        {told.receiptNumber && (
          <>
            {' · '}
            <bdi>{t('topUpReceiptNo', told.receiptNumber)}</bdi>
          </>
        )}
      </p>
      <p class={`small tag tag-${tone}`}>{t(title)}</p>
      {own === null && <p class="small soft">{t('carrierReceiptsElsewhere')}</p>}
    </div>
  );
}
