import type { Checkout } from './offers.ts';
import { courseRows, purchaseRows } from './receipt.ts';
import type { Words } from './words.ts';

/**
 * A top-up that this computer did not see, as plain text for the clipboard or a file: what the carrier tells of it. No
 * balance was seen before and after. Instants in `zone` (IANA).
 */
export function carrierReceiptText(receipt: Checkout, lineName: string, words: Words, zone = 'UTC'): string {
  const manner = { words, units: 'decimal', zone } as const;
  const { id: checkoutId, status: state, ...told } = receipt;
  const topUp = { ...told, checkoutId, state, offer: null, host: '', settledAt: null };
  const lines = [
    words.t('receiptTitle', lineName),
    '',
    ...[...purchaseRows(topUp, manner), ...courseRows(topUp, manner)].map((cells) =>
      words.t('receiptRow', ...cells),
    ),
    '',
    words.t('receiptSource', words.t('extensionName')),
  ];
  return `${lines.join('\n')}\n`;
}
