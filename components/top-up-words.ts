import { bucketName } from '../utils/domain/bucket-name.ts';
import { clockTime } from '../utils/domain/clock-time.ts';
import { formatData, formatDay, formatDuration, formatMoney, formatVoice } from '../utils/domain/format.ts';
import { type Instant, toMs } from '../utils/domain/instant.ts';
import { numberFormat } from '../utils/domain/intl.ts';
import { inItsTurn } from '../utils/domain/rise-words.ts';
import type { Settings } from '../utils/domain/settings.ts';
import type { Rise, TopUp, TopUpState } from '../utils/domain/top-up.ts';
import { awaitsFigures } from '../utils/domain/top-up-outcome.ts';
import type { MessageKey, Words } from '../utils/domain/words.ts';
import type { IconName } from './Icon.tsx';
import { TOP_UP_TITLES } from './top-up-titles.ts';

type Say = (topUp: TopUp, words: Words, now: Instant) => string;

interface TopUpWords {
  title: MessageKey;
  tone: 'wait' | 'good' | 'bad';
  icon: IconName;
  text: Say;
}

const says =
  (key: MessageKey): Say =>
  (_topUp, words) =>
    words.t(key);

/** Every state of a top-up in words. */
export const TOP_UP_WORDS: Record<TopUpState, TopUpWords> = {
  open: {
    title: TOP_UP_TITLES.open,
    tone: 'wait',
    icon: 'clock',
    text: ({ openedAt, host }, words, now) =>
      words.t('topUpOpenText', clockTime(openedAt, now, words.locale), host),
  },
  paid: {
    title: TOP_UP_TITLES.paid,
    tone: 'wait',
    icon: 'clock',
    text: ({ paidAt, openedAt }, words, now) =>
      words.t('topUpPaidText', clockTime(paidAt ?? openedAt, now, words.locale)),
  },
  credited: { title: TOP_UP_TITLES.credited, tone: 'good', icon: 'check', text: creditedText },
  failed: { title: TOP_UP_TITLES.failed, tone: 'bad', icon: 'stop', text: says('topUpFailedText') },
  expired: { title: TOP_UP_TITLES.expired, tone: 'bad', icon: 'info', text: says('topUpExpiredText') },
  refunded: { title: TOP_UP_TITLES.refunded, tone: 'wait', icon: 'info', text: says('topUpRefundedText') },
  overdue: { title: TOP_UP_TITLES.overdue, tone: 'bad', icon: 'warn', text: says('topUpOverdueText') },
  abandoned: { title: TOP_UP_TITLES.abandoned, tone: 'wait', icon: 'info', text: says('topUpAbandonedText') },
};

function creditedText(topUp: TopUp, words: Words): string {
  if (awaitsFigures(topUp)) return words.t('topUpFiguresLater');
  const { paidAt, openedAt, creditedAt } = topUp;
  if (!creditedAt) return '';
  const ms = Math.max(0, toMs(creditedAt) - toMs(paidAt ?? openedAt));
  return words.t('topUpCreditedAfter', formatDuration(ms, words.locale));
}

/** What it was added to; credit and validity need no name beside their figure. */
export function riseName({ what, label }: Rise, words: Words): string {
  return what === 'credit' || what === 'validity' ? label : bucketName({ label, kind: what }, words);
}

/** What was added, in the unit of what it is. */
export function riseWords(rise: Rise, words: Words, units: Settings['units']): string {
  if (rise.what === 'validity') {
    return rise.until ? words.t('topUpRiseUntil', formatDay(rise.until, words.locale, null)) : rise.label;
  }
  if (rise.by === null) return words.t('topUpRiseUnlimited');
  const added = words.t('topUpRise', amountOf(rise.what, rise.by, rise.currency, words, units));
  return inItsTurn(rise, added, words);
}

function amountOf(
  what: Exclude<Rise['what'], 'validity'>,
  by: number,
  currency: string | null,
  words: Words,
  units: Settings['units'],
): string {
  switch (what) {
    case 'data':
      return formatData(by, units, words.locale);
    case 'voice':
      return formatVoice(by, words.locale);
    case 'sms':
      return words.n('unitSms', by);
    case 'credit':
      return currency
        ? formatMoney({ amount: by, currency }, words.locale)
        : numberFormat(words.locale, {}).format(by);
  }
}
