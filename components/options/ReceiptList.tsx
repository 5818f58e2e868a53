import type { ComponentChildren } from 'preact';
import { formatDateTime, formatMoney } from '../../utils/domain/format.ts';
import type { TopUp } from '../../utils/domain/top-up.ts';
import { TOP_UP_WORDS } from '../top-up-words.ts';
import { useWords } from '../words-context.ts';
import { browserZone } from '../zone.ts';

export interface ReceiptListProps {
  /** newest first */
  receipts: readonly TopUp[];
  /** copying and saving */
  actions: (receipt: TopUp) => ComponentChildren;
}

/** Every top-up that was begun here, and what became of it. */
export function ReceiptList({ receipts, actions }: ReceiptListProps) {
  const { t } = useWords();
  if (receipts.length === 0) return <p class="soft">{t('dataNoReceipts')}</p>;
  return (
    <ul class="receipts">
      {receipts.map((receipt) => (
        <li key={receipt.id}>
          <Receipt receipt={receipt} />
          <div class="actions">{actions(receipt)}</div>
        </li>
      ))}
    </ul>
  );
}

function Receipt({ receipt }: { receipt: TopUp }) {
  const { t, locale } = useWords();
  const { title, tone } = TOP_UP_WORDS[receipt.state];
  const price = receipt.price && formatMoney(receipt.price, locale);
  return (
    <div class="receipt">
      <h3>
        <bdi>{receipt.offer?.name ?? price ?? t('dataReceiptLink', receipt.host)}</bdi>
      </h3>
      <p>
        <bdi>{receipt.lineName}</bdi>
        {receipt.offer && price && <span class="receipt-price"> · {price}</span>}
      </p>
      <p class="small soft">
        <time dateTime={receipt.openedAt}>{formatDateTime(receipt.openedAt, locale, browserZone())}</time>
        {receipt.receiptNumber && ` · ${t('topUpReceiptNo', receipt.receiptNumber)}`}
      </p>
      <p class={`small tag tag-${tone}`}>{t(title)}</p>
    </div>
  );
}
