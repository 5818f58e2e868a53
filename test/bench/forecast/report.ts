import type { Table } from '../report.ts';
import { type Question, questionsOf } from './cycles.ts';
import { METHODS, ours } from './methods.ts';
import { type Score, scoresOf } from './score.ts';
import type { Trace } from './trace.ts';

const percent = (share: number) => (Number.isNaN(share) ? '–' : `${(100 * share).toFixed(1)} %`);
const fixed = (value: number, digits: number) => (Number.isFinite(value) ? value.toFixed(digits) : '–');

const HEAD = ['right', 'error, days', '80 % of use', 'width', '80 % of days', 'width, days', 'Brier', 'n'];

function cells(score: Score): string[] {
  return [
    percent(score.right),
    fixed(score.error, 2),
    percent(score.holds),
    percent(score.width),
    percent(score.dayHolds),
    fixed(score.dayWidth, 1),
    fixed(score.brier, 4),
    String(score.count),
  ];
}

export interface Evaluation {
  methods: Table;
  traces: Table;
  /** questions asked */
  count: number;
  /** what could not be asked, in sentences */
  left: string[];
}

/** Every question of a trace in each of its variants. */
function ask(trace: Trace, variants: (trace: Trace) => Trace[]) {
  const found = variants(trace).map(questionsOf);
  return {
    trace,
    asked: found.flatMap(({ asked }) => asked),
    tooEarly: found.reduce((sum, { tooEarly }) => sum + tooEarly, 0),
  };
}

/** All methods on all traces, and the forecast on each. */
export function evaluate(traces: readonly Trace[], variants = (trace: Trace) => [trace]): Evaluation {
  const found = traces.map((trace) => ask(trace, variants));
  const asked: Question[] = found.flatMap((one) => one.asked);
  const scores = Object.entries(scoresOf(asked, METHODS));
  const playable = found.filter((one) => one.asked.length > 0);
  const early = found.reduce((sum, { tooEarly }) => sum + tooEarly, 0);
  return {
    methods: [['method', ...HEAD], ...scores.map(([name, score]) => [name, ...cells(score)])],
    traces: [
      ['forecast by trace', ...HEAD],
      ...playable.map((one) => [one.trace.name, ...cells(scoreOfOurs(one.asked))]),
    ],
    count: asked.length,
    left: [
      ...(early > 0 ? [`Not asked with fewer than seven known days: ${early}.`] : []),
      ...found
        .filter((one) => one.asked.length === 0)
        .map(({ trace }) => `${trace.name} has no cycle of 30 days to play.`),
    ],
  };
}

function scoreOfOurs(questions: readonly Question[]): Score {
  const { ours: score } = scoresOf(questions, { ours });
  if (!score) throw new Error('the forecast was not scored');
  return score;
}
