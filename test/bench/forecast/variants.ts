import { DAY } from '../../../utils/domain/instant.ts';
import type { Trace } from './trace.ts';

/** A part of a trace, by its days. */
function part(trace: Trace, from: number, to: number): Trace {
  return { ...trace, start: trace.start + from * DAY, days: trace.days.slice(from, to) };
}

const steps = (count: number, step: number) =>
  Array.from({ length: Math.max(0, count) }, (_, at) => at * step);

/** The ways to play a trace: as it is; from each third day on; or as if forty days were all that is known. */
export const VARIANTS: Record<string, (trace: Trace) => Trace[]> = {
  '': (trace) => [trace],
  '--all-starts': (trace) => steps(10, 3).map((from) => part(trace, from, trace.days.length)),
  '--pieces': (trace) =>
    steps(Math.floor((trace.days.length - 40) / 7) + 1, 7).map((from) => part(trace, from, from + 40)),
};
