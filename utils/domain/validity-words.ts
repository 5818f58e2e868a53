import { daysLeft, formatDay, formatMoney } from './format.ts';
import type { Instant } from './instant.ts';
import { DAY, toMs } from './instant.ts';
import type { Money } from './reading.ts';
import type { Validity } from './validity.ts';
import type { Words } from './words.ts';

/** What the carrier said longer ago is told with its date. */
const LATELY = 2 * DAY;

interface Shown {
  words: Words;
  now: Instant;
  zone: string | null;
}

/** When the number lapses and by whose word, in a sentence. */
export function validitySentence(validity: Validity, { words, now, zone }: Shown): string {
  const { at, toldAt, rule } = validity;
  const day = formatDay(at, words.locale, zone);
  if (rule) {
    // A calendar day is shown as that day wherever it is read.
    const from = formatDay(`${rule.from}T12:00:00Z`, words.locale, 'UTC');
    return words.n(rule.after === 'use' ? 'validityRuleUse' : 'validityRuleTopUp', rule.days, day, from);
  }
  if (toldAt === undefined || toMs(now) - toMs(toldAt) < LATELY) return words.t('validityTold', day);
  return words.t('validityToldOn', day, formatDay(toldAt, words.locale, zone));
}

/** What keeps the number and what is lost otherwise; after its end, what is left to do. */
export function keepSentence(validity: Validity, credit: Money | null, { words, now, zone }: Shown): string {
  if (daysLeft(validity.at, now, zone) < 0)
    return words.t(validity.rule ? 'validityRulePast' : 'alertLapsed');
  if (!credit || credit.amount <= 0) return words.t('validityKeep');
  return words.t('validityKeepCredit', formatMoney(credit, words.locale));
}
