import { Failure } from '../../domain/failure.ts';
import { minorDigits } from '../../domain/format.ts';
import type { Money } from '../../domain/reading.ts';
import { money } from './normalise.ts';
import { writtenDecimal } from './numbers.ts';

const MARK = '[^\\d\\s,+-][^\\d\\s,+-]{0,3}';
const WRITTEN = new RegExp(`^([+-]?) ?(${MARK})? ?([+-]?\\d[\\d.,' ]{0,20}?) ?(${MARK})?$`, 'u');

/**
 * Money as it is written for people: `€0.03`, `9,32 €`, `SEK 1 200,50`. `currencyOf` says which currency a mark
 * stands for, null = it cannot tell. Throws Failure `unreadable` for anything else, a figure without a mark included.
 */
export function writtenMoney(text: string, currencyOf: (mark: string) => string | null): Money {
  const [, sign = '', before = '', amount = '', after = ''] = WRITTEN.exec(text) ?? [];
  const currency = before !== '' && after !== '' ? null : currencyOf(before + after);
  if (currency === null) throw new Failure('unreadable', 'a sum without a currency');
  const decimal = writtenDecimal(amount.replaceAll("'", ''), minorDigits(currency));
  if (decimal === null) throw new Failure('unreadable', 'a sum that is no figure');
  return money(sign === '-' && !decimal.startsWith('-') ? `-${decimal}` : decimal, currency);
}
