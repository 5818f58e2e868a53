import { formatDuration, formatMoney } from './format.ts';
import { type Instant, toMs } from './instant.ts';
import type { Reading } from './reading.ts';
import { exactly, type Manner, type Row, readingRows, riseRow } from './receipt-figures.ts';
import type { Settings } from './settings.ts';
import type { TopUp, TopUpState } from './top-up.ts';
import type { MessageKey, Words } from './words.ts';

const STATES: Record<TopUpState, MessageKey> = {
  open: 'receiptStateOpen',
  paid: 'receiptStatePaid',
  credited: 'receiptStateCredited',
  failed: 'receiptStateFailed',
  expired: 'receiptStateExpired',
  refunded: 'receiptStateRefunded',
  overdue: 'receiptStateOverdue',
  abandoned: 'receiptStateAbandoned',
};

/** A row, unless its value is not known. */
function row(label: string, value: string | null | undefined): Row[] {
  return value ? [[label, value]] : [];
}

/** What the rows of a purchase are made of. */
type Purchase = Pick<
  TopUp,
  'state' | 'price' | 'offer' | 'host' | 'receiptNumber' | 'checkoutId' | 'failureReason'
>;
type Course = Pick<TopUp, 'state' | 'paidAt' | 'creditedAt' | 'settledAt'> & { openedAt: Instant | null };

export function purchaseRows(topUp: Purchase, { words }: Manner): Row[] {
  const price = topUp.price ?? topUp.offer?.price;
  return [
    [words.t('receiptState'), words.t(STATES[topUp.state])],
    ...row(words.t('receiptOffer'), topUp.offer?.name),
    ...row(words.t('receiptPrice'), price && formatMoney(price, words.locale)),
    ...row(words.t('receiptHost'), topUp.host),
    ...row(words.t('receiptNumber'), topUp.receiptNumber),
    ...row(words.t('receiptCheckout'), topUp.checkoutId),
    ...row(words.t('receiptReason'), topUp.failureReason),
  ];
}

/** The instants, and how long the credit took. A carrier's clock that is off gives no length below zero. */
export function courseRows(topUp: Course, manner: Manner): Row[] {
  const { words } = manner;
  const { openedAt, paidAt, creditedAt, settledAt } = topUp;
  const began = paidAt ?? openedAt;
  const took = creditedAt && began ? toMs(creditedAt) - toMs(began) : -1;
  const ended = creditedAt === null || topUp.state === 'refunded' ? settledAt : null;
  return [
    ...row(words.t('receiptOpenedAt'), openedAt && exactly(openedAt, manner)),
    ...row(words.t('receiptPaidAt'), paidAt && exactly(paidAt, manner)),
    ...row(words.t('receiptCreditedAt'), creditedAt && exactly(creditedAt, manner)),
    ...row(words.t('receiptEndedAt'), ended && exactly(ended, manner)),
    ...row(
      words.t(paidAt ? 'receiptTook' : 'receiptTookOpened'),
      took < 0 ? null : formatDuration(took, words.locale),
    ),
  ];
}

function section(heading: string, rows: readonly Row[], { words }: Manner): string[] {
  if (rows.length === 0) return [words.t('receiptRow', heading, words.t('receiptUnknown'))];
  return [words.t('receiptHeading', heading), ...rows.map((cells) => words.t('receiptIndented', ...cells))];
}

function balance(heading: string, reading: Reading | null, manner: Manner): string[] {
  return section(heading, reading ? readingRows(reading, manner) : [], manner);
}

function difference({ before, after, rises }: TopUp, manner: Manner): string[] {
  const { words } = manner;
  const heading = words.t('receiptAdded');
  if (rises.length === 0 && before && after) {
    return [words.t('receiptRow', heading, words.t('receiptNothingAdded'))];
  }
  return section(
    heading,
    rises.map((rise) => riseRow(rise, manner)),
    manner,
  );
}

/**
 * The evidence of one top-up as plain text, for the clipboard or a file: what was bought where and when, the balance
 * before and after, and what that proves. Instants in `zone` (IANA).
 */
export function receiptText(topUp: TopUp, words: Words, units: Settings['units'], zone = 'UTC'): string {
  const manner: Manner = { words, units, zone };
  const rows = [...purchaseRows(topUp, manner), ...courseRows(topUp, manner)];
  const lines = [
    words.t('receiptTitle', topUp.lineName),
    '',
    ...rows.map((cells) => words.t('receiptRow', ...cells)),
    '',
    ...balance(words.t('receiptBefore'), topUp.before, manner),
    ...balance(words.t('receiptAfter'), topUp.after, manner),
    ...difference(topUp, manner),
    '',
    words.t('receiptSource', words.t('extensionName')),
  ];
  return `${lines.join('\n')}\n`;
}
