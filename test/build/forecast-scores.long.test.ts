import { describe, expect, it } from 'vitest';
import { questionsOf } from '../bench/forecast/cycles.ts';
import { madeTraces } from '../bench/forecast/made-traces.ts';
import { METHODS } from '../bench/forecast/methods.ts';
import { evaluate } from '../bench/forecast/report.ts';
import { scoresOf } from '../bench/forecast/score.ts';
import { readTrace } from '../bench/forecast/trace.ts';

const made = Object.entries(madeTraces()).map(([name, trace]) => readTrace(name, JSON.stringify(trace)));
const named = (...names: string[]) => made.filter(({ name }) => names.includes(name.replace('.json', '')));

describe('the evaluation of the forecast', () => {
  it('says the same each time, of the same questions for each method', () => {
    const traces = named('short', 'hours');
    expect(evaluate(traces)).toEqual(evaluate(traces));
    const counts = evaluate(traces).methods.map((row) => row.at(-1));
    expect(new Set(counts.slice(1)).size).toBe(1);
  });

  it('finds a band of 80 % that holds at least 75 % and chances no worse than those of the naive methods', () => {
    const asked = named('steady', 'moods', 'weekly', 'new-habit').flatMap((one) => questionsOf(one).asked);
    const { forecast, ...naive } = scoresOf(asked, METHODS);
    expect(forecast?.holds).toBeGreaterThan(0.75);
    for (const { brier, holds } of Object.values(naive)) {
      expect(forecast?.brier).toBeLessThan(brier);
      expect(holds).toBeLessThan(0.75);
    }
  });
});
