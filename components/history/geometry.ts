import type { Column, Run } from '../../utils/domain/thin.ts';

/** The charts' own units; the browser stretches them to the room there is, so at most one column is a pixel. */
export const WIDTH = 720;
export const HEIGHT = 100;

/** Beyond so many, bars stand without a gap between them. */
const CROWDED = 200;

const round = (value: number) => Math.round(value * 100) / 100;
const heightOf = (value: number, top: number) => round(HEIGHT - (Math.max(0, value) / top) * HEIGHT);

/** The path of some of `count` bars, each in the place of its column. */
export function barsPath(bars: readonly (Column & { column: number })[], count: number, top: number): string {
  const width = WIDTH / count;
  const gap = count > CROWDED ? 0 : width * 0.14;
  return bars
    .map(({ column, used }) => {
      const left = round(column * width + gap);
      const right = round((column + 1) * width - gap);
      // What is more than nothing can be seen.
      const y = used ? Math.min(heightOf(used, top), HEIGHT - 1) : HEIGHT;
      return `M${left},${HEIGHT}V${y}H${right}V${HEIGHT}Z`;
    })
    .join('');
}

/** The path of stretches that nothing is known of; neighbours are one. */
export function bandsPath(columns: readonly number[], count: number): string {
  const width = WIDTH / count;
  return columns
    .map((column, index) => {
      if (columns[index - 1] === column - 1) return '';
      let end = column;
      while (columns[index + end - column + 1] === end + 1) end += 1;
      return `M${round(column * width)},0H${round((end + 1) * width)}V${HEIGHT}H${round(column * width)}Z`;
    })
    .join('');
}

/** The path of a level that changes by steps, broken where it is not known. */
export function levelPath(runs: readonly Run[], top: number): string {
  return runs
    .map(({ steps, end }) => {
      const [first, ...rest] = steps;
      if (!first) return '';
      const moves = rest.map(({ x, y }) => `H${round(x)}V${heightOf(y, top)}`).join('');
      return `M${round(first.x)},${heightOf(first.y, top)}${moves}H${round(end)}`;
    })
    .join('');
}

/** The same, filled down to the axis. */
export function areaPath(runs: readonly Run[], top: number): string {
  return runs.map((run) => `${levelPath([run], top)}V${HEIGHT}H${round(run.steps[0]?.x ?? 0)}Z`).join('');
}
