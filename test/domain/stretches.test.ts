import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayIn } from '../../utils/domain/format.ts';
import { DAY, HOUR, toInstant } from '../../utils/domain/instant.ts';
import { addDays, daysFrom, hoursOf, indexAt, startOfDay } from '../../utils/domain/stretches.ts';

const ZONES = [
  'UTC',
  'Europe/London',
  'America/New_York',
  'America/Havana',
  'America/Santiago',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Kiritimati',
  'Pacific/Pago_Pago',
];
const begin = (day: string, zone: string) => toInstant(startOfDay(day, zone));
const hours = (day: string, zone: string) => hoursOf(daysFrom(day, day, zone)).length;

describe('a calendar day', () => {
  it('begins at midnight where the line is', () => {
    expect(begin('2026-11-21', 'Asia/Taipei')).toBe('2026-11-20T16:00:00Z');
    expect(begin('2026-07-01', 'America/New_York')).toBe('2026-07-01T04:00:00Z');
  });

  it('has 23 hours when clocks go forward and 25 when they go back', () => {
    expect([hours('2026-03-29', 'Europe/Berlin'), hours('2026-10-25', 'Europe/Berlin')]).toEqual([23, 25]);
    expect(hours('2026-10-26', 'Europe/Berlin')).toBe(24);
  });

  it('begins at one o’clock where clocks skip midnight, and at the first midnight where it comes twice', () => {
    expect(begin('2026-09-06', 'America/Santiago')).toBe('2026-09-06T04:00:00Z');
    expect(begin('2026-11-01', 'America/Havana')).toBe('2026-11-01T04:00:00Z');
  });

  it('ends where the next begins, in every zone, and holds no instant of another', () => {
    const days = fc.integer({ min: 0, max: 720 }).map((count) => addDays('2025-12-30', count));
    fc.assert(
      fc.property(fc.constantFrom(...ZONES), days, (zone, day) => {
        const [first, second] = daysFrom(day, addDays(day, 1), zone);
        expect(first?.end).toBe(second?.start);
        expect(dayIn(toInstant(first?.start ?? 0), zone)).toBe(day);
        expect(dayIn(toInstant((first?.start ?? 0) - 1000), zone)).toBe(addDays(day, -1));
        expect(Math.abs((first?.end ?? 0) - (first?.start ?? 0) - DAY)).toBeLessThanOrEqual(HOUR);
      }),
      { seed: 4, numRuns: 400 },
    );
  });

  it('is divided into hours without a rest', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ZONES), fc.integer({ min: 0, max: 720 }), (zone, count) => {
        const days = daysFrom(addDays('2026-01-01', count), addDays('2026-01-01', count), zone);
        const parts = hoursOf(days);
        expect(parts[0]?.start).toBe(days[0]?.start);
        expect(parts.at(-1)?.end).toBe(days[0]?.end);
        expect(parts.every(({ start }, at) => at === 0 || parts[at - 1]?.end === start)).toBe(true);
      }),
      { seed: 4, numRuns: 200 },
    );
  });
});

describe('the stretch of an instant', () => {
  const days = daysFrom('2026-11-19', '2026-11-21', 'UTC');
  const at = (instant: string) => indexAt(days, Date.parse(instant));

  it('begins with its first moment and ends before the next begins', () => {
    expect([at('2026-11-19T00:00:00Z'), at('2026-11-19T23:59:59Z'), at('2026-11-20T00:00:00Z')]).toEqual([
      0, 0, 1,
    ]);
  });

  it('is none outside', () => {
    expect([at('2026-11-18T23:59:59Z'), at('2026-11-22T00:00:00Z')]).toEqual([-1, 3]);
  });
});
