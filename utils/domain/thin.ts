import type { Span } from './level-series.ts';
import type { Bar } from './use-series.ts';

/** The tallest of neighbouring bars, and its place among all of them. */
export interface Column extends Bar {
  index: number;
}

/** At most so many columns; of bars that share one, the tallest. A column is unknown only where all of them are. */
export function thinBars(bars: readonly Bar[], columns: number): Column[] {
  const each = Math.max(1, Math.ceil(bars.length / columns));
  return Array.from({ length: Math.ceil(bars.length / each) }, (_, column) => {
    const begin = column * each;
    const shared = bars.slice(begin, begin + each).map((bar, at) => ({ ...bar, index: begin + at }));
    return shared.reduce((best, bar) => ((bar.used ?? -1) > (best.used ?? -1) ? bar : best));
  });
}

/** A level that changes by steps: from each `x` on it is `y`, and the last holds until `end`. */
export interface Run {
  steps: { x: number; y: number }[];
  end: number;
}

/** What is known without a break between two instants; `x` runs from 0 to `columns`. */
function runsOf(spans: readonly Span[], from: number, to: number, columns: number): Run[] {
  const place = (ms: number) => ((Math.min(to, Math.max(from, ms)) - from) / (to - from)) * columns;
  const runs: Run[] = [];
  let run: Run | null = null;
  for (const span of spans) {
    if (span.to < from || span.from >= to) continue;
    if (span.value === null) run = null;
    else {
      const step = { x: place(span.from), y: span.value };
      if (run === null) {
        run = { steps: [], end: step.x };
        runs.push(run);
      }
      run.steps.push(step);
      run.end = place(span.to);
    }
  }
  return runs;
}

/** Of the steps within one column: the first, the lowest, the highest and the last. */
function thinSteps(steps: Run['steps']): Run['steps'] {
  const groups = Map.groupBy(steps, ({ x }) => Math.floor(x));
  return [...groups.values()].flatMap((group) => {
    if (group.length <= 4) return group;
    const lowest = group.reduce((a, b) => (b.y < a.y ? b : a));
    const highest = group.reduce((a, b) => (b.y > a.y ? b : a));
    const kept = new Set([group[0], lowest, highest, group.at(-1)]);
    return group.filter((step) => kept.has(step));
  });
}

/** A level between two instants, at most four steps to a column, so that no extreme is lost. */
export function thinLevel(spans: readonly Span[], from: number, to: number, columns: number): Run[] {
  return runsOf(spans, from, to, columns).map(({ steps, end }) => ({ steps: thinSteps(steps), end }));
}
