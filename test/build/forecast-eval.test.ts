import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { questionsOf, usualCap } from '../bench/forecast/cycles.ts';
import { madeTraces } from '../bench/forecast/made-traces.ts';
import { METHODS } from '../bench/forecast/methods.ts';
import { readTraces } from '../bench/forecast/read-traces.ts';
import { readTrace, type Trace } from '../bench/forecast/trace.ts';
import { ROOT } from '../support/run/tools.ts';

const made = Object.entries(madeTraces()).map(([name, trace]) => readTrace(name, JSON.stringify(trace)));
const named = (...names: string[]) => made.filter(({ name }) => names.includes(name.replace('.json', '')));

function trace(days: (number | null)[]): Trace {
  return { name: 'test', start: Date.parse('2026-01-05'), days };
}

describe('the traces of the evaluation', () => {
  it('are those that their generator makes: run test/support/commands/forecast-traces.ts after a change', () => {
    const { traces, wrong } = readTraces(path.join(ROOT, 'test/bench/traces'));
    expect(wrong).toEqual([]);
    expect(traces).toEqual(made.toSorted((a, b) => (a.name < b.name ? -1 : 1)));
  });

  it('count days by the clock of the place, and hours to their day', () => {
    const usage = [
      { at: '2026-03-01T23:00:00+07:00', bytes: 3 },
      { at: '2026-03-02T00:00:00+07:00', bytes: 5 },
      { at: '2026-03-02T20:00:00+07:00', bytes: 1 },
      { at: '2026-03-04T00:00:00+07:00', bytes: 2 },
    ];
    expect(readTrace('a', JSON.stringify({ granularity: 'hour', usage }))).toMatchObject({
      start: Date.parse('2026-03-01'),
      days: [3, 6, null, 2],
    });
    const utc = [{ at: '2026-03-01T18:00:00Z', bytes: 4 }];
    const moved = readTrace('a', JSON.stringify({ granularity: 'hour', utcOffsetMinutes: 420, usage: utc }));
    expect(moved.start).toBe(Date.parse('2026-03-02'));
  });

  it.each([
    ['{', 'x.json is not JSON.'],
    ['[]', 'x.json is no trace: the whole is wrong or missing.'],
    ['{"granularity":"week","usage":[]}', 'x.json is no trace: granularity is wrong'],
    ['{"granularity":"day","usage":[]}', 'x.json is no trace: usage is wrong or missing.'],
    ['{"granularity":"day","usage":[{"at":"2026-01-01","bytes":-1}]}', 'usage[0].bytes is wrong'],
    ['{"granularity":"day","usage":[{"at":"2026-02-30","bytes":1}]}', 'usage[0].at is no instant'],
  ])('that are none are named with what is wrong: %s', (text, sentence) => {
    expect(() => readTrace('x.json', text)).toThrow(sentence);
  });

  it('have to stand in a folder that exists', () => {
    expect(() => readTraces('/no/such/folder')).toThrow('/no/such/folder is not a folder.');
    expect(() => readTraces(path.join(ROOT, 'test/bench/forecast'))).toThrow('holds no traces');
  });
});

describe('the questions', () => {
  it('are five days in each cycle with three caps, as long as something is left', () => {
    const { asked, tooEarly } = questionsOf(trace(Array(65).fill(10)));
    expect(usualCap(trace(Array(65).fill(10)))).toBe(300);
    // With four fifths of the cap nothing is left on day 25; on day 5 of the first cycle too little is known.
    expect(asked.length + tooEarly).toBe(2 * (5 * 3 - 1));
    expect(tooEarly).toBe(3);
    expect(asked.filter(({ cap }) => cap === 240).every(({ ranOut, passed }) => ranOut === 24 - passed)).toBe(
      true,
    );
    expect(asked.filter(({ cap }) => cap === 360).every(({ ranOut }) => ranOut === null)).toBe(true);
  });

  it('are not asked of a cycle of which more than three days are unknown', () => {
    const days = Array.from({ length: 30 }, (_, day) => (day % 7 === 6 ? null : 10));
    expect(questionsOf(trace(days)).asked).toEqual([]);
    expect(questionsOf(trace(days.map((used, day) => (day < 10 ? 10 : used)))).asked.length).toBeGreaterThan(
      0,
    );
  });
});

describe('the evaluation', () => {
  it('knows what a method does not know: none hears of the days to come', () => {
    const [short] = named('short');
    if (!short) throw new Error('there is a short trace');
    const { asked } = questionsOf(short);
    for (const question of asked) {
      const days = short.days.map((used, day) => (day < question.now ? used : 1e12));
      for (const method of Object.values(METHODS))
        expect(method({ ...question, trace: { ...short, days } })).toEqual(method(question));
    }
  });
});
