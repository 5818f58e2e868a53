import { dayIn } from './format.ts';
import type { GlanceLine } from './glance.ts';
import type { Instant } from './instant.ts';
import { LAPSE_DAYS } from './lapse-days.ts';
import type { Validity } from './validity.ts';
import { keepSentence, validitySentence } from './validity-words.ts';
import type { Words } from './words.ts';

/** An entry of a whole day for the person's own calendar. */
export interface Reminder {
  /** stays the same for a line, so that a calendar updates its entry; holds nothing but the line's random id */
  uid: string;
  /** calendar day, `2027-03-12` */
  day: string;
  title: string;
  note: string;
  /** days before, each with an alarm in the morning */
  warnDays: readonly number[];
  fileName: string;
}

/** The reminder of when a line's number lapses. An end that may come sooner is entered as it is told. */
export function reminderOf(
  line: Pick<GlanceLine, 'id' | 'name' | 'credit' | 'warnDays'>,
  validity: Validity,
  shown: { words: Words; now: Instant; zone: string | null },
): Reminder {
  const { words, zone } = shown;
  const keep = keepSentence(validity, line.credit, shown);
  return {
    // An id from a file that was imported may hold anything; a calendar file has its own signs.
    uid: `data-balance-${encodeURIComponent(line.id)}`,
    day: dayIn(validity.at, zone),
    title: words.t('reminderTitle', line.name),
    note: [validitySentence(validity, shown), keep, words.t('reminderSource')].join('\n'),
    warnDays: line.warnDays ?? LAPSE_DAYS,
    fileName: `${words.t('reminderFile')}.ics`,
  };
}
