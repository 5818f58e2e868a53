import { median } from '../series.ts';
import type { Question } from './cycles.ts';
import type { Answer, Method } from './methods.ts';

/** How well a method did. Shares are 0 to 1. */
export interface Score {
  count: number;
  /** right calls of whether it runs out */
  right: number;
  /** median of how many days the run-out was off, where it ran out; NaN = it never did */
  error: number;
  /** how often the use of the rest of the cycle lay within the interval of 80 %, and its median width by the cap */
  holds: number;
  width: number;
  /** the same of the day of the run-out, where it ran out, and its median width in days */
  dayHolds: number;
  dayWidth: number;
  /** mean squared error of the chance */
  brier: number;
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const share = (values: readonly boolean[]) => mean(values.map(Number));

interface Pair {
  question: Question;
  answer: Answer;
}

function ofPair({ question, answer }: Pair) {
  const { used, ranOut, cap } = question;
  const { early, late } = answer;
  return {
    right: answer.chance >= 0.5 === (ranOut !== null),
    error: ranOut === null ? [] : [Math.abs(answer.point - ranOut)],
    holds: answer.low <= used && used <= answer.high,
    width: (answer.high - answer.low) / cap,
    dayHolds: ranOut === null ? [] : [early <= ranOut && ranOut <= late],
    dayWidth: ranOut === null ? [] : [late - early],
    brier: (answer.chance - (ranOut === null ? 0 : 1)) ** 2,
  };
}

/** Scores of each method on the same questions: those that every method answers. */
export function scoresOf(
  questions: readonly Question[],
  methods: Record<string, Method>,
): Record<string, Score> {
  const answered = questions
    .map((question) => ({
      question,
      answers: Object.entries(methods).map(([name, ask]) => [name, ask(question)] as const),
    }))
    .filter(({ answers }) => answers.every(([, answer]) => answer !== null));
  return Object.fromEntries(
    Object.keys(methods).map((name) => {
      const pairs = answered.flatMap(({ question, answers }) => {
        const answer = answers.find(([which]) => which === name)?.[1];
        return answer ? [{ question, answer }] : [];
      });
      return [name, scoreOf(pairs)];
    }),
  );
}

function scoreOf(pairs: readonly Pair[]): Score {
  const each = pairs.map(ofPair);
  return {
    count: each.length,
    right: share(each.map(({ right }) => right)),
    error: median(each.flatMap(({ error }) => error)),
    holds: share(each.map(({ holds }) => holds)),
    width: median(each.map(({ width }) => width)),
    dayHolds: share(each.flatMap(({ dayHolds }) => dayHolds)),
    dayWidth: median(each.flatMap(({ dayWidth }) => dayWidth)),
    brier: mean(each.map(({ brier }) => brier)),
  };
}
