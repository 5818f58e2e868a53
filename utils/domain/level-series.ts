import type { Sample } from './records.ts';
import type { Stretch } from './stretches.ts';
import type { Track } from './track.ts';

/** What is drawn as a level: data in bytes, or credit in the minor unit of its currency. */
export type Measure = { kind: 'data' } | { kind: 'credit'; currency: string };

/** A level holds from one change to the next; null = not known. Milliseconds since the epoch. */
export interface Span {
  from: number;
  to: number;
  value: number | null;
}

/** Something that happened to a line at a time, shown beside its level. */
export interface Mark {
  at: number;
  what: 'top-up' | 'reset';
}

/** What can be drawn of a line. Credit in several currencies is told in the one it is in now. */
export function measuresOf(samples: readonly Sample[]): Measure[] {
  const measures: Measure[] = samples.some(({ remaining }) => remaining !== null) ? [{ kind: 'data' }] : [];
  const credit = samples.findLast((sample) => sample.credit !== null)?.credit;
  return credit ? [...measures, { kind: 'credit', currency: credit.currency }] : measures;
}

function levelOf({ remaining, credit }: Sample, measure: Measure): number | null {
  if (measure.kind === 'data') return remaining;
  return credit?.currency === measure.currency ? credit.amount : null;
}

/** The level of a line over all its history, oldest first. Where nobody looked for long it is not known. */
export function spansOf({ samples, times, seenUntil }: Track, measure: Measure): Span[] {
  return samples.flatMap((sample, index): Span[] => {
    const from = times[index] ?? 0;
    const to = times[index + 1] ?? seenUntil ?? from;
    const value = levelOf(sample, measure);
    if (samples[index + 1]?.mark !== 'gap') return [{ from, to, value }];
    return [
      { from, to: from, value },
      { from, to, value: null },
    ];
  });
}

/** Top-ups and new periods between two instants. */
export function marksOf({ samples, times }: Track, from: number, to: number): Mark[] {
  return samples.flatMap(({ mark }, index) => {
    const at = times[index] ?? 0;
    return (mark === 'top-up' || mark === 'reset') && from <= at && at < to ? [{ at, what: mark }] : [];
  });
}

/** The last level that is known of each of adjoining stretches; null = none is. */
export function lastIn(stretches: readonly Stretch[], spans: readonly Span[]): (number | null)[] {
  let next = 0;
  let standing: Span | null = null;
  return stretches.map(({ start, end }) => {
    for (let span = spans[next]; span && span.from < end; span = spans[next]) {
      if (span.value !== null) standing = span;
      next += 1;
    }
    return standing !== null && standing.to >= start ? standing.value : null;
  });
}
