import { type Instant, toMs } from './instant.ts';
import type { Checkout } from './offers.ts';
import type { TopUp } from './top-up.ts';

/** When a top-up was made, as far as the carrier tells; null = it does not. */
export function receiptAt({ paidAt, creditedAt, openedAt }: Checkout): Instant | null {
  return paidAt ?? creditedAt ?? openedAt;
}

const order = (receipt: Checkout) => toMs(receiptAt(receipt) ?? '1970-01-01T00:00:00Z');

/**
 * What is shown of a carrier's receipts once another page has come: newest first, those without a date last, and each
 * once, as the carrier told it last: pages move when one is paid between them.
 */
export function joinReceipts(shown: readonly Checkout[], page: readonly Checkout[]): Checkout[] {
  const byId = new Map([...shown, ...page].map((receipt) => [receipt.id, receipt]));
  return [...byId.values()].toSorted((a, b) => order(b) - order(a));
}

/**
 * The row of this computer's ledger about the same top-up; null = none. Two carriers may give the same id, so that a
 * number that differs tells them apart.
 */
export function ownRow({ id, receiptNumber }: Checkout, ledger: readonly TopUp[]): TopUp | null {
  const agrees = (row: TopUp) =>
    row.receiptNumber === null || receiptNumber === null || row.receiptNumber === receiptNumber;
  return ledger.find((row) => row.checkoutId === id && agrees(row)) ?? null;
}
