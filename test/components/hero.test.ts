import { describe, expect, it } from 'vitest';
import { heroOf, splitUnit } from '../../components/hero.ts';
import { DAY, HOUR, MINUTE } from '../../utils/domain/instant.ts';
import { fromNow, GB, glanceLine, MB, NOW } from '../support/glances.ts';
import { LANGUAGE_NAMES, wordsFor } from '../support/words.ts';

const hero = (over: Parameters<typeof glanceLine>[0]) =>
  heroOf(glanceLine(over), wordsFor('en'), 'decimal', NOW);

describe('the figure of a line', () => {
  it('shows what is left large, with the total and the days under it', () => {
    const { figure, unit, under, time } = hero({});
    expect([figure, unit, under, time]).toEqual(['3.21', 'GB', 'of 10 GB', '12 days left']);
  });

  it('shows GiB to a person who counts in 1024', () => {
    const binary = heroOf(glanceLine(), wordsFor('en'), 'binary', NOW);
    expect([binary.figure, binary.unit]).toEqual(['2.99', 'GiB']);
  });

  it('is never 0 where the carrier tells no figure', () => {
    const { figure, share, under } = hero({ headline: { kind: 'unknown' }, share: null });
    expect([figure, share, under]).toEqual(['?', null, 'The carrier tells no figure']);
  });

  it('is never 0 before the first reading', () => {
    const { figure, share, under } = hero({ checkedAt: null, headline: { kind: 'unknown' }, share: null });
    expect([figure, share, under]).toEqual(['–', null, 'Not read yet']);
  });

  it('is 0 when the data is used up', () => {
    const { figure, share } = hero({ headline: { kind: 'data', remaining: 0, total: GB }, share: 0 });
    expect([figure, share]).toEqual(['0', 0]);
  });

  it('draws no ring share where the total is not known', () => {
    const { share, under } = hero({
      headline: { kind: 'data', remaining: 5 * MB, total: null },
      share: null,
    });
    expect([share, under]).toEqual([null, 'left']);
  });

  it('fills the ring of an unlimited line and marks it as slow when it is', () => {
    const fast = hero({ headline: { kind: 'unlimited', throttled: false, throttledTo: null }, share: null });
    const slow = hero({ headline: { kind: 'unlimited', throttled: true, throttledTo: 64_000 }, share: null });
    expect([fast.share, fast.slow, fast.under]).toEqual([1, false, null]);
    expect([slow.share, slow.slow, slow.under]).toEqual([1, true, 'Slowed to 64 kb/s']);
  });
});

describe('a line without data', () => {
  const bare = { headline: { kind: 'none' }, share: null, endsAt: null } as const;
  const validFor = (ms: number) => ({ ...bare, validUntil: { at: fromNow(ms), estimated: false } });

  it('counts the days until the number lapses', () => {
    const { figure, under, time } = hero(validFor(112 * DAY));
    expect([figure, under, time]).toEqual(['112', 'days until the number lapses', 'Mar 13, 2027']);
  });

  it('says that the number lapses today, and that it has lapsed', () => {
    expect(hero(validFor(HOUR)).under).toBe('The number lapses today');
    expect(hero(validFor(-2 * DAY)).under).toBe('The number has lapsed');
  });

  it.each([
    ['en', 'about\nMar 13, 2027'],
    ['zh_CN', '约2027年3月13日'],
    ['zh_TW', '約2027年3月13日'],
  ] as const)('says "about" of an end that is not certain to the day (%s)', (language, about) => {
    const line = glanceLine({ ...bare, validUntil: { at: fromNow(112 * DAY), estimated: true } });
    expect(heroOf(line, wordsFor(language), 'decimal', NOW).time).toBe(about);
  });

  it('shows the credit, and else that there is nothing to show', () => {
    const credit = { amount: 1240, currency: 'GBP' };
    expect(hero({ ...bare, credit }).figure).toBe('£12.40');
    expect(hero(bare).under).toBe('No data on this line');
  });
});

describe('time on the ring', () => {
  it('puts the notch where even use would be', () => {
    expect(hero({}).notch).toBeCloseTo(0.4);
  });

  it('says whether the data goes faster than the period', () => {
    expect(hero({ share: 0.2 }).pace).toBe('popupPaceFaster');
    expect(hero({ share: 0.41 }).pace).toBe('popupPaceEven');
    expect(hero({ share: 0.9 }).pace).toBe('popupPaceSlower');
  });

  it('says nothing of pace from a figure that is old', () => {
    const old = hero({ checkedAt: fromNow(-3 * HOUR), staleAt: fromNow(-MINUTE) });
    expect([old.stale, old.pace]).toEqual([true, null]);
  });

  it('has no notch without a period, or after its end', () => {
    expect(hero({ period: null }).notch).toBeNull();
    expect(hero({ period: { start: fromNow(-9 * DAY), end: fromNow(-DAY) } }).notch).toBeNull();
  });

  it('says nothing of pace where the total is unknown or there is no limit', () => {
    const unlimited = { kind: 'unlimited' as const, throttled: false, throttledTo: null };
    const unknown = { kind: 'data' as const, remaining: GB, total: null };
    for (const headline of [unlimited, unknown])
      expect(hero({ headline, share: null })).toMatchObject({ notch: null, pace: null });
  });

  it('keeps its notch to the last moment of the period', () => {
    const last = { start: fromNow(-30 * DAY + HOUR), end: fromNow(HOUR) };
    expect(hero({ period: last, share: 0.3 })).toMatchObject({ pace: 'popupPaceSlower' });
    expect(hero({ period: last, share: 0.3 }).notch).toBeCloseTo(1 / 720);
    expect(hero({ period: { ...last, end: NOW }, share: 0.3 }).notch).toBe(0);
  });

  it('counts the last day, an end in the past and an estimated end apart', () => {
    expect(hero({ endsAt: fromNow(HOUR) }).time).toBe('last day');
    expect(hero({ endsAt: fromNow(-2 * DAY) }).time).toBe('ended Nov 19, 2026');
    expect(hero({ endsAtEstimated: true }).time).toBe('about 12 days left');
  });
});

it('tells the ring in words in every language', () => {
  const labels = LANGUAGE_NAMES.map((name) => heroOf(glanceLine(), wordsFor(name), 'decimal', NOW).label);
  expect(labels[0]).toBe('3.21 GB of 10 GB left, 32%. With even use it would be 40%.');
  for (const label of labels) {
    expect(label).toContain('3.21');
    expect(label).not.toContain('$');
  }
});

it('parts a figure from its unit where the unit comes last', () => {
  expect(splitUnit('3.21 GB')).toEqual(['3.21', 'GB']);
  expect(splitUnit('3,21 Go')).toEqual(['3,21', 'Go']);
  expect(splitUnit('GB 3.2')).toEqual(['GB 3.2', '']);
});
