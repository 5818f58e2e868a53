import { formatData, formatMoney, formatVoice } from '../utils/domain/format.ts';
import { numberFormat } from '../utils/domain/intl.ts';
import type { Bucket } from '../utils/domain/reading.ts';
import type { Settings } from '../utils/domain/settings.ts';
import type { Words } from '../utils/domain/words.ts';

/** An amount of what a bucket holds, in its own unit. */
export function formatAmount(
  amount: number,
  { kind, currency }: Pick<Bucket, 'kind' | 'currency'>,
  words: Words,
  units: Settings['units'],
): string {
  switch (kind) {
    case 'data':
      return formatData(amount, units, words.locale);
    case 'voice':
      return formatVoice(amount, words.locale);
    case 'sms':
      return words.n('unitSms', amount);
    case 'money':
      return currency ? formatMoney({ amount, currency }, words.locale) : formatCount(amount, words.locale);
    case 'other':
      return formatCount(amount, words.locale);
  }
}

/** A bare number. */
export function formatCount(amount: number, locale: string): string {
  return numberFormat(locale, {}).format(amount);
}
