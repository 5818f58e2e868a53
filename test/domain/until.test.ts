import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Foreseen } from '../../utils/domain/forecast-words.ts';
import { lineSchema } from '../../utils/domain/line.ts';
import { answerFor } from '../../utils/domain/until.ts';
import { isCalendarDay, untilDaySchema } from '../../utils/domain/until-day.ts';
import { untilName, untilWords } from '../../utils/domain/until-words.ts';
import { aLine, GB, MB } from '../support/records.ts';
import { estimateOf, historyOf, TODAY } from '../support/use-history.ts';
import { type Language, wordsFor } from '../support/words.ts';

const forecast = estimateOf(historyOf(Array<number>(30).fill(100 * MB)), GB);

function line(rest: Partial<Foreseen> = {}): Foreseen {
  const headline = { kind: 'data' as const, remaining: GB, total: 5 * GB };
  return { forecast, headline, endsAt: null, autoRenew: null, period: null, ...rest };
}

const answer = (day: string, rest: Partial<Foreseen> = {}, zone = 'UTC', now = TODAY) =>
  answerFor(line(rest), day, now, zone);

function say(day: string, rest: Partial<Foreseen> = {}, language: Language = 'en') {
  const source = { words: wordsFor(language), units: 'decimal', now: TODAY, zone: 'UTC' } as const;
  const { verdict, more } = untilWords(line(rest), day, source);
  return [verdict, ...more];
}

const today = TODAY.slice(0, 10);

describe('the day up to which it must last', () => {
  it('counts as a whole, by the calendar of the line', () => {
    expect(answer('2026-12-12')).toMatchObject({ at: '2026-12-13T00:00:00Z' });
    expect(answer('2026-12-12', {}, 'Asia/Shanghai')).toMatchObject({ at: '2026-12-12T16:00:00Z' });
    expect(answer('2027-03-14', {}, 'America/New_York')).toMatchObject({ at: '2027-03-15T04:00:00Z' });
  });

  it('may be today, whose rest counts as a day, and not one that is past', () => {
    expect(answer(today)).toMatchObject({ kind: 'answer', verdict: 'lasts', perDay: GB });
    expect(answer('2026-10-01')).toEqual({ kind: 'past' });
  });

  it('is answered by the forecast, from surely enough to surely not', () => {
    const soon = answer(today);
    const late = answer('2027-02-01');
    expect(soon).toMatchObject({ verdict: 'lasts' });
    expect(late).toMatchObject({ verdict: 'runs-out' });
  });

  it('is told with what a day would make it, even without a forecast', () => {
    const day = new Date(Date.parse(today) + 9 * 86_400_000).toISOString().slice(0, 10);
    const found = answer(day, { forecast: { kind: 'no-history' } });
    expect(found).toMatchObject({ kind: 'answer', chance: null, verdict: 'open' });
    const days = (Date.parse(`${today}T00:00:00Z`) + 10 * 86_400_000 - Date.parse(TODAY)) / 86_400_000;
    expect(found).toMatchObject({ perDay: Math.floor(GB / days) });
  });

  it('is judged up to the renewal or the end, where that comes on an earlier day', () => {
    const endsAt = '2026-11-29T12:00:00Z';
    const renewing = { enabled: true, offerId: null, nextAt: endsAt };
    expect(answer('2026-12-12', { endsAt })).toMatchObject({ at: endsAt, sooner: 'ends' });
    expect(answer('2026-12-12', { endsAt, autoRenew: renewing })).toMatchObject({
      at: endsAt,
      sooner: 'renews',
    });
    expect(answer('2026-11-29', { endsAt })).toMatchObject({ at: endsAt, sooner: null });
    expect(answer('2026-11-28', { endsAt })).toMatchObject({ at: '2026-11-29T00:00:00Z', sooner: null });
  });

  it.each([
    ['unlimited', { headline: { kind: 'unlimited' as const, throttled: false, throttledTo: null } }],
    ['unknown', { headline: { kind: 'unknown' as const } }],
    ['none', { headline: { kind: 'none' as const } }],
    ['used-up', { headline: { kind: 'data' as const, remaining: 0, total: GB } }],
  ] as const)('has no figure in its answer where the data is %s', (kind, rest) => {
    expect(answer('2026-12-12', rest)).toEqual({ kind });
    expect(say('2026-12-12', rest)).toHaveLength(1);
    expect(say('2026-12-12', rest).join()).not.toMatch(/\d/);
  });

  it('needs no total', () => {
    expect(answer('2026-12-12', { headline: { kind: 'data', remaining: GB, total: null } }).kind).toBe(
      'answer',
    );
  });
});

describe('the answer in words', () => {
  it('says whether, how likely, what would make it and what is usual', () => {
    expect(say('2026-12-12')).toEqual([
      'Likely runs out before the end of Dec 12, 2026.',
      'Chance that it lasts: 5%.',
      expect.stringMatching(/^[\d.]+ MB a day makes it last\.$/),
      'Lately it was about 100 MB a day.',
    ]);
    expect(say(today)[0]).toMatch(/^Likely lasts to the end of/);
  });

  it('says that nothing can be foreseen yet, with the allowance', () => {
    const said = say('2026-12-12', { forecast: { kind: 'no-history' } });
    expect(said).toHaveLength(2);
    expect(said[0]).toMatch(/^Not enough history yet/);
  });

  it('names the renewal or the end that comes before', () => {
    const endsAt = '2026-11-29T12:00:00Z';
    const period = { start: '2026-10-29T12:00:00Z', end: endsAt };
    expect(say('2026-12-12', { endsAt, period })[1]).toMatch(/^It renews on Nov 29, 2026, before that day/);
    expect(say('2026-12-12', { endsAt })[1]).toBe('What is left ends on Nov 29, 2026, before that day.');
    expect(say('2026-12-12', { endsAt })[0]).toContain('Nov 29');
  });

  it('says it in Chinese', () => {
    expect(say('2026-12-12', {}, 'zh_CN')[0]).toBe('很可能在 2026年12月12日 当天结束前用完。');
    expect(say('2026-12-12', {}, 'zh_TW')[0]).toBe('很可能在 2026年12月12日 當天結束前用完。');
    const name = untilName(
      { day: '2026-12-12', label: '回程航班' },
      { words: wordsFor('zh_TW'), zone: 'UTC' },
    );
    expect(name).toBe('回程航班（2026年12月12日）');
  });

  it('is never wholly sure, and no less likely the sooner the day', () => {
    const days = fc.integer({ min: 0, max: 360 });
    const remaining = fc.integer({ min: 1, max: 100 * GB });
    const chanceOf = (add: number, left: number) => {
      const day = new Date(Date.parse(today) + add * 86_400_000).toISOString().slice(0, 10);
      const said = say(day, { headline: { kind: 'data', remaining: left, total: null } });
      return Number(/lasts: (\d+)%/.exec(said[1] ?? '')?.[1]);
    };
    fc.assert(
      fc.property(days, days, remaining, (a, b, left) => {
        const [sooner, later] = [chanceOf(Math.min(a, b), left), chanceOf(Math.max(a, b), left)];
        expect(sooner).toBeGreaterThanOrEqual(later);
        expect(later).toBeGreaterThanOrEqual(5);
        expect(sooner).toBeLessThanOrEqual(95);
      }),
      { seed: 912, numRuns: 200 },
    );
  });
});

describe('a day that is kept with its line', () => {
  it.each(['2026-02-29', '2026-13-01', '2026-12-32', '12.12.2026', '', '2026-12-12T00:00:00Z'])(
    'T01: is not %j',
    (day) => {
      expect(isCalendarDay(day)).toBe(false);
      expect(untilDaySchema.safeParse({ day, label: '' }).success).toBe(false);
    },
  );

  it('may be missing, as in the rows of older versions', () => {
    expect(lineSchema.safeParse(aLine()).success).toBe(true);
    expect(lineSchema.safeParse({ ...aLine(), until: null }).success).toBe(true);
    const until = { day: '2028-02-29', label: 'Flight home' };
    expect(lineSchema.parse({ ...aLine(), until }).until).toEqual(until);
  });
});
