import { describe, expect, it } from 'vitest';
import { Failure } from '../../utils/domain/failure.ts';
import { search } from '../../utils/platform/expressions.ts';

const ANSWER = {
  bundles: [
    { name: 'A', left: 5, total: 20, status: 'ACTIVE' },
    { name: 'B', left: 7, total: 10, status: 'WAITING' },
  ],
  credit: '12.40',
};
const MOST_MS = 200;

/** What comes of an expression, and the processor time that it took. */
function judged(answer: unknown, expression: string): { failed: boolean; ms: number } {
  const before = process.cpuUsage();
  let failed = false;
  try {
    search(answer, [expression]);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    failed = true;
  }
  const { user, system } = process.cpuUsage(before);
  return { failed, ms: (user + system) / 1000 };
}

const repeated = (part: string, times: number) => Array<string>(times).fill(part).join('|');

describe('an expression', () => {
  it.each([
    ["bundles[?status=='ACTIVE'] | [0].left", 5],
    ['sum(bundles[*].left)', 12],
    ['sum(bundles[?left > `1000`].left)', []],
    ['bundles[0].total - bundles[0].left', 15],
    ["bundles[?status=='ACTIVE'].{left: left, of: total}", [{ left: 5, of: 20 }]],
    ['max_by(bundles, &left).name', 'B'],
    ['to_number(credit)', 12.4],
    ['none.of.these', undefined],
  ])('%s finds what it says', (expression, found) => {
    expect(search(ANSWER, [expression])).toEqual([found]);
  });

  it.each([
    'bundles[',
    '[@,@]',
    '{a: @} | {b: @}',
    'to_string(@)',
    'map(&[@,@], bundles)',
    '$.bundles',
    'let $x = @ in $x',
    'sum(credit)',
    'constructor()',
    `${'a.'.repeat(160)}b`,
    repeated('a', 60),
  ])('%s is refused', (expression) => {
    expect(judged(ANSWER, expression).failed).toBe(true);
  });

  it.each(['constructor', '__proto__', 'toString', 'bundles[0].hasOwnProperty'])(
    '%s is refused, as an object merely inherits it',
    (expression) => {
      expect(judged(ANSWER, expression).failed).toBe(true);
    },
  );

  it.each([
    ['that doubles what it holds again and again', repeated('[@,@][]', 40)],
    ['that doubles it in objects', repeated('{a:@,b:@}', 30)],
    ['that turns it into text of text', `${'to_string('.repeat(28)}@${')'.repeat(28)}`],
    ['of many steps', repeated('[*]', 29)],
    ['that sorts and sorts', repeated('sort_by(@,&left)', 14)],
    ['of nothing but brackets', '['.repeat(300)],
    ['of nothing but parentheses', `${'('.repeat(149)}@${')'.repeat(149)}`],
  ])(
    'D13: one %s is through within 200 ms of processor time, on as large an answer as there may be',
    (_what, expression) => {
      const most = Array.from({ length: 6000 }, (_, left) => ({ left, name: `b${left}` }));
      // Once to warm up, as a page has been.
      judged(most, 'length(@)');
      expect(judged(most, expression).ms).toBeLessThan(MOST_MS);
    },
  );

  it('D13: a hundred thousand bundles are refused within 200 ms', () => {
    const many = { bundles: Array.from({ length: 100_000 }, (_, left) => ({ left })) };
    expect(judged(many, 'bundles[*].left')).toMatchObject({ failed: true });
    expect(judged(many, 'bundles[*].left').ms).toBeLessThan(MOST_MS);
  });
});
