/** What was measured of one thing, in the order in which it was. */
export type Series = readonly number[];

/** The value below which that share of a series lies, by nearest rank. NaN for none. */
export function quantile(series: Series, share: number): number {
  const sorted = series.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

export const median = (series: Series): number => quantile(series, 0.5);

/** Does several things in turn, round after round, so that whatever slows the computer slows each of them. */
export async function inTurns<K extends string>(
  rounds: number,
  things: Record<K, () => Promise<number>>,
): Promise<Record<K, number[]>> {
  const names = Object.keys(things) as K[];
  const series = Object.fromEntries(names.map((name) => [name, []])) as unknown as Record<K, number[]>;
  // The first round fills caches and is not counted.
  for (let round = -1; round < rounds; round += 1) {
    for (const name of names) {
      const value = await things[name]();
      if (round >= 0) series[name].push(value);
    }
  }
  return series;
}
