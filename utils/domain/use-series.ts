import { DAY, toMs } from './instant.ts';
import { indexAt, type Per, type Stretch } from './stretches.ts';
import type { Track } from './track.ts';

/** Bytes used in a stretch of time; null = not known, which is no zero. */
export interface Bar {
  used: number | null;
  /** something of it is not known, so it was this much or more */
  atLeast: boolean;
}

type Sums = (number | null | undefined)[];

/** Nothing is known of what lies between two stretches, nor of the later one. */
function blank(sums: Sums, after: number, to: number): void {
  for (let index = Math.max(0, after + 1); index <= Math.min(to, sums.length - 1); index += 1)
    sums[index] = null;
}

/** What the rows say of each stretch; undefined = no row is about it. */
function told(stretches: readonly Stretch[], { samples, times }: Track, per: Per): Sums {
  const sums: Sums = new Array(stretches.length).fill(undefined);
  const byDay = new Map(stretches.map(({ day }, index) => [day, index]));
  samples.forEach(({ at, spent, mark, grain }, index) => {
    const time = times[index] ?? 0;
    const isDay = grain === 'day';
    const before = times[index - 1];
    // A row of a whole day is of a day in UTC, which is mostly the day of the same name.
    const home = (isDay && per === 'day' ? byDay.get(at.slice(0, 10)) : null) ?? indexAt(stretches, time);
    const known = home < 0 ? null : sums[home];
    if (index === 0 && spent === null && mark !== 'gap') return;
    if (mark === 'gap' || spent === null)
      blank(sums, before === undefined ? home - 1 : Math.min(indexAt(stretches, before), home - 1), home);
    else if (isDay && per === 'hour') blankDay(sums, stretches, at);
    else if (home >= 0 && home < sums.length && known !== null) sums[home] = (known ?? 0) + spent;
  });
  return sums;
}

/** Of a day that was rolled up no hour is known. */
function blankDay(sums: Sums, stretches: readonly Stretch[], at: string): void {
  const begin = toMs(`${at.slice(0, 10)}T00:00:00Z`);
  blank(sums, indexAt(stretches, begin) - 1, indexAt(stretches, begin + DAY - 1));
}

/**
 * Bytes used in each of adjoining stretches. A stretch without a row is 0 between the first row and the last look,
 * and null outside and in a gap. Top-ups and resets are no use. Of hours nothing is known where rows are of days.
 */
export function useIn(stretches: readonly Stretch[], track: Track, per: Per): (number | null)[] {
  const [first] = track.times;
  const { seenUntil } = track;
  if (first === undefined || seenUntil === null) return stretches.map(() => null);
  return told(stretches, track, per).map((sum, index) => {
    if (sum !== undefined) return sum;
    const start = stretches[index]?.start ?? 0;
    return first < start && start <= seenUntil ? 0 : null;
  });
}

/** Since when a line has told of use; a line of credit alone never does. */
function beginOf({ samples, times }: Track): number {
  return samples.some(({ spent }) => spent !== null) ? (times[0] ?? 0) : Number.POSITIVE_INFINITY;
}

/**
 * Bytes used by lines together. Where one that had begun is not known, the sum of the others is the least that it
 * was; where none is known, nothing is.
 */
export function together(tracks: readonly Track[], stretches: readonly Stretch[], per: Per): Bar[] {
  const lines = tracks.map((track) => ({ begin: beginOf(track), use: useIn(stretches, track, per) }));
  return stretches.map(({ end }, index) => {
    const parts = lines.filter(({ begin }) => begin < end).map(({ use }) => use[index] ?? null);
    const known = parts.filter((bytes) => bytes !== null);
    const used = known.length === 0 ? null : known.reduce((sum, bytes) => sum + bytes, 0);
    return { used, atLeast: used !== null && known.length < parts.length };
  });
}
