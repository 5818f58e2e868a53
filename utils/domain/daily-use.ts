import { timeIn } from './calendar.ts';
import { dayIn } from './format.ts';
import type { DayUse } from './glance.ts';
import { DAY, HOUR, type Instant, toInstant, toMs } from './instant.ts';
import type { Sample } from './records.ts';

/** `2026-11-21` and so many days back. */
export function daysBefore(day: string, count: number): string {
  return new Date(Date.parse(day) - count * DAY).toISOString().slice(0, 10);
}

/**
 * Names the days of instants that come in order. Asking for a day costs much more than comparing, so that it is not
 * asked for again before the day's last three hours; a change of clocks is within them.
 */
function dayNamer(zone: string): (at: Instant) => string {
  let day = '';
  let certainTo: Instant = '';
  return (at) => {
    if (at >= certainTo) {
      day = dayIn(at, zone);
      certainTo = toInstant(toMs(at) + (21 - Number.parseInt(timeIn(at, zone), 10)) * HOUR);
    }
    return day;
  };
}

/** What is known of single days: bytes, or null where a part of the day is not known. */
function knownDays(samples: readonly Sample[], zone: string): Map<string, number | null> {
  const known = new Map<string, number | null>();
  const dayOf = dayNamer(zone);
  samples.forEach(({ at, spent, mark }, index) => {
    const day = dayOf(at);
    const first = index === 0 && spent === null;
    const sum = known.get(day);
    if (mark === 'gap' || (spent === null && !first)) known.set(day, null);
    else if (!first && sum !== null) known.set(day, (sum ?? 0) + (spent ?? 0));
  });
  return known;
}

/** The days between which nothing was looked at, without the days of the samples themselves. */
function gaps(samples: readonly Sample[], zone: string): { from: string; to: string }[] {
  return samples.flatMap((sample, index) => {
    const before = samples[index - 1];
    if (sample.mark !== 'gap' || !before) return [];
    return [{ from: dayIn(before.at, zone), to: dayIn(sample.at, zone) }];
  });
}

/**
 * Bytes used on each of the last `days` calendar days in `zone` (IANA), oldest first, the last one `today`
 * (`2026-11-21`). Samples of one line, oldest first. A day without change between two samples is 0, and so is one
 * up to `checkedAt`, when the figures were last seen to stand as they do; what lies outside or in a gap is null.
 */
export function dailyUse(
  samples: readonly Sample[],
  zone: string,
  today: string,
  days: number,
  checkedAt: Instant | null = null,
): DayUse[] {
  const window = Array.from({ length: days }, (_, index) => daysBefore(today, days - 1 - index));
  const [first] = samples;
  const last = samples.at(-1);
  if (!first || !last) return window.map((day) => ({ day, used: null }));
  const known = knownDays(samples, zone);
  const unseen = gaps(samples, zone);
  const begin = dayIn(first.at, zone);
  const end = dayIn(checkedAt !== null && checkedAt > last.at ? checkedAt : last.at, zone);
  return window.map((day) => {
    const seen = begin < day && day <= end && !unseen.some(({ from, to }) => from < day && day < to);
    const used = known.get(day);
    return { day, used: used === undefined ? (seen ? 0 : null) : used };
  });
}
