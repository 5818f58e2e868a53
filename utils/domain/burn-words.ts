import { bucketName } from './bucket-name.ts';
import { clockTime } from './clock-time.ts';
import type { CreditBurn } from './credit-burn.ts';
import { formatMoney } from './format.ts';
import type { Instant } from './instant.ts';
import type { Words } from './words.ts';

/** What happened to the credit, since when, and to which bundle, in a sentence or two. */
export function burnSentence(burn: CreditBurn, words: Words, now: Instant): string {
  const time = (at: Instant) => clockTime(at, now, words.locale);
  const money = formatMoney(burn, words.locale);
  const { since, label, ended } = burn;
  // Only data covers all use.
  const name = bucketName({ label, kind: ended?.kind ?? 'data' }, words);
  if (!ended) return words.t('creditBurnBeside', money, time(since), name);
  return words.t(
    ended.usedUp ? 'creditBurnUsedUp' : 'creditBurnEnded',
    money,
    time(since),
    name,
    time(ended.at),
  );
}
