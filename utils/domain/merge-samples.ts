import type { Sample } from './records.ts';

/** The stretch of time that a row sums up, as the beginning of an instant: a day, an hour or the instant itself. */
function stretchOf({ at, grain }: Sample): string {
  if (grain === 'day') return at.slice(0, 10);
  return grain === 'hour' ? at.slice(0, 13) : at;
}

const within = (at: string) => [at.slice(0, 10), at.slice(0, 13), at];

/**
 * The imported rows of a line that can be added to the stored ones. A stretch of time that is already told of, in
 * whatever grain, stays as it is stored: rows of both would count the same use twice.
 */
export function missingSamples(stored: readonly Sample[], imported: readonly Sample[]): Sample[] {
  const told = new Set(stored.map(stretchOf));
  const begun = new Set(stored.flatMap(({ at }) => within(at)));
  return imported.filter(
    (row) => !begun.has(stretchOf(row)) && !within(row.at).some((stretch) => told.has(stretch)),
  );
}
