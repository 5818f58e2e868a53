import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { badgeOf } from '../../utils/domain/badge.ts';
import type { GlanceLine } from '../../utils/domain/glance.ts';
import { SEVERITY_ORDER } from '../../utils/domain/line-state.ts';
import { aGlanceLine } from '../support/glance-line.ts';
import { GB, MB } from '../support/records.ts';

const NOW = '2026-11-21T09:30:00Z';

type Shows = 'remaining' | 'percent' | 'days';
const badge = (lines: GlanceLine[], shows: Shows = 'remaining') =>
  badgeOf(lines, { units: 'decimal', badge: shows }, NOW, 'UTC');
const one = (rest: Partial<GlanceLine>, shows?: Shows) => badge([aGlanceLine(rest)], shows);
const data = (remaining: number, total: number | null = null) => ({
  headline: { kind: 'data', remaining, total } as const,
  share: total === null ? null : remaining / total,
});
const lapsing = { state: 'lapsing', validUntil: { at: '2026-11-26T23:00:00Z', estimated: false } } as const;

describe('what the badge says of one line', () => {
  it.each([
    ['the data that is left', data(3.21 * GB), '3.2G'],
    ['megabytes', data(840 * MB), '840M'],
    ['next to nothing', { ...data(5000), state: 'critical' }, '<1M'],
    ['nothing', { ...data(0), state: 'used-up' }, '0'],
    ['no end of data', { headline: { kind: 'unlimited', throttled: false, throttledTo: null } }, '∞'],
    ['a number that lapses in five days', lapsing, '5d'],
    ['a passphrase to be entered', { state: 'locked' }, '!'],
    ['a sign-in that has ended', { state: 'signed-out' }, '!'],
    ['a line that is gone', { state: 'line-gone' }, '!'],
    ['a number that has lapsed', { state: 'lapsed' }, '!'],
    ['a suspended line', { state: 'suspended' }, '!'],
    ['a line that was never read', { state: 'never-read', checkedAt: null, staleAt: null }, '?'],
    ['a line without any data', { headline: { kind: 'none' } }, ''],
  ] as const)('%s', (_title, rest, text) => {
    expect(one(rest).text).toBe(text);
  });

  it('the days of a number-keeping card that holds no data', () => {
    const kept = { headline: { kind: 'none' }, share: null } as const;
    expect(one({ ...kept, validUntil: { at: '2027-03-13T09:00:00Z', estimated: false } }).text).toBe('112d');
    expect(one({ ...kept, validUntil: { at: '2030-03-13T09:00:00Z', estimated: false } }).text).toBe('3y');
  });

  it('D07: an unknown figure is a question mark, never a 0', () => {
    expect(one({ headline: { kind: 'unknown' }, share: null, state: 'unknown' })).toMatchObject({
      text: '?',
      ring: null,
      tone: 'quiet',
    });
  });

  it('D08: a line used beyond its total is a plain 0 with an empty ring', () => {
    expect(one({ ...data(0, GB), state: 'used-up' })).toMatchObject({ text: '0', ring: 0, tone: 'critical' });
  });

  it('percent, where the person wants that and a total is known', () => {
    expect(one(data(3.21 * GB, 10 * GB), 'percent').text).toBe('32%');
    expect(one(data(10 * GB, 10 * GB), 'percent').text).toBe('100%');
    expect(one({ ...data(MB, 10 * GB), state: 'critical' }, 'percent').text).toBe('<1%');
    expect(one(data(3.21 * GB), 'percent').text).toBe('3.2G');
  });

  it('days left, where the person wants that and an end is known', () => {
    expect(one({ endsAt: '2026-12-03T10:00:00Z' }, 'days').text).toBe('12d');
    expect(one({ endsAt: '2026-11-21T23:00:00Z' }, 'days').text).toBe('0d');
    expect(one({}, 'days').text).toBe('3.2G');
    expect(one({ ...data(0, GB), state: 'used-up', endsAt: '2026-12-03T10:00:00Z' }, 'days').text).toBe('0');
  });

  it('days by the calendar of the line, or of the browser', () => {
    const rest = { endsAt: '2026-11-22T18:00:00Z' };
    const settings = { units: 'decimal', badge: 'days' } as const;
    expect(badgeOf([aGlanceLine({ ...rest, zone: 'Asia/Taipei' })], settings, NOW, 'UTC').text).toBe('2d');
    expect(badgeOf([aGlanceLine({ ...rest, zone: null })], settings, NOW, 'Asia/Taipei').text).toBe('2d');
    expect(badgeOf([aGlanceLine({ ...rest, zone: null })], settings, NOW, 'UTC').text).toBe('1d');
  });

  it('an old figure by a dashed ring, and a slow line by the double bar', () => {
    expect(one({})).toMatchObject({ stale: false, slow: false });
    expect(one({ staleAt: '2026-11-21T09:29:59Z' }).stale).toBe(true);
    expect(one({ checkedAt: null, staleAt: null, state: 'never-read' }).stale).toBe(false);
    expect(one({ state: 'throttled' }).slow).toBe(true);
    const slow = { kind: 'unlimited', throttled: true, throttledTo: null } as const;
    expect(one({ headline: slow })).toMatchObject({ slow: true, ring: 1 });
  });

  it('A12: a figure from the future is old', () => {
    expect(one({ checkedAt: '2026-11-21T12:00:00Z', staleAt: '2026-11-21T14:00:00Z' }).stale).toBe(true);
  });
});

it('F01: the badge never has more than four characters, whatever a line holds', () => {
  const bytes = fc.integer({ min: 0, max: 2 ** 53 });
  const instant = fc.date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true });
  const at = fc.option(instant.map((date) => `${date.toISOString().slice(0, 19)}Z`));
  const headline = fc.oneof(
    fc.record({ kind: fc.constant('data' as const), remaining: bytes, total: fc.option(bytes) }),
    fc.constantFrom({ kind: 'unknown' as const }, { kind: 'none' as const }),
    fc.constant({ kind: 'unlimited' as const, throttled: false, throttledTo: null }),
  );
  const line = fc.record({
    headline,
    share: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
    state: fc.constantFrom(...SEVERITY_ORDER),
    endsAt: at,
    checkedAt: at,
    validUntil: at.map((end) => (end === null ? null : { at: end, estimated: false })),
  });
  const settings = fc.record({
    units: fc.constantFrom('decimal' as const, 'binary' as const),
    badge: fc.constantFrom('remaining' as const, 'percent' as const, 'days' as const),
  });
  fc.assert(
    fc.property(line, settings, (rest, how) => {
      const { text } = badgeOf([aGlanceLine(rest)], how, NOW, 'UTC');
      expect([...text].length).toBeLessThanOrEqual(4);
      expect(text).toMatch(/^(\d+(\.\d)?[MGTP]|<1M|<1%|\d+%|\d+[dy]|[0∞!?]|)$/);
    }),
    { seed: 31, numRuns: 5000 },
  );
});
