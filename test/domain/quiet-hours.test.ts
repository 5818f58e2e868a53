import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inQuietHours, isTimeOfDay } from '../../utils/domain/quiet-hours.ts';

const NIGHT = { from: '22:00', to: '07:00' };

describe('quiet hours', () => {
  it.each([
    ['2026-11-21T21:59:59Z', false],
    ['2026-11-21T22:00:00Z', true],
    ['2026-11-21T23:59:59Z', true],
    ['2026-11-22T00:00:00Z', true],
    ['2026-11-22T06:59:59Z', true],
    ['2026-11-22T07:00:00Z', false],
  ])('across midnight, %s is quiet: %s', (now, quiet) => {
    expect(inQuietHours(NIGHT, now, 'UTC')).toBe(quiet);
  });

  it.each([
    ['2026-11-21T12:59:00Z', false],
    ['2026-11-21T13:00:00Z', true],
    ['2026-11-21T14:30:00Z', false],
  ])('within a day, %s is quiet: %s', (now, quiet) => {
    expect(inQuietHours({ from: '13:00', to: '14:30' }, now, 'UTC')).toBe(quiet);
  });

  it('go by the clock on the wall of the zone', () => {
    expect(inQuietHours(NIGHT, '2026-11-21T14:00:00Z', 'Asia/Taipei')).toBe(true);
    expect(inQuietHours(NIGHT, '2026-11-21T14:00:00Z', 'Europe/Berlin')).toBe(false);
    expect(inQuietHours(NIGHT, '2026-11-21T16:30:00Z', 'Asia/Kolkata')).toBe(true);
  });

  it('follow the clock when it changes to summer time and back', () => {
    expect(inQuietHours(NIGHT, '2026-03-28T06:30:00Z', 'Europe/Berlin')).toBe(false);
    expect(inQuietHours(NIGHT, '2026-03-29T05:30:00Z', 'Europe/Berlin')).toBe(false);
    expect(inQuietHours(NIGHT, '2026-03-28T05:30:00Z', 'Europe/Berlin')).toBe(true);
    expect(inQuietHours(NIGHT, '2026-10-25T05:30:00Z', 'Europe/Berlin')).toBe(true);
    expect(inQuietHours({ from: '02:00', to: '03:00' }, '2026-10-25T00:30:00Z', 'Europe/Berlin')).toBe(true);
    expect(inQuietHours({ from: '02:00', to: '03:00' }, '2026-10-25T01:30:00Z', 'Europe/Berlin')).toBe(true);
    expect(inQuietHours({ from: '02:00', to: '03:00' }, '2026-03-29T01:00:00Z', 'Europe/Berlin')).toBe(false);
  });

  it('that are not set, that begin where they end, or that are no times are never', () => {
    for (const quiet of [
      null,
      { from: '08:00', to: '08:00' },
      { from: 'x', to: '09:00' },
      { from: '', to: '' },
    ]) {
      expect(inQuietHours(quiet, '2026-11-21T08:00:00Z', 'UTC')).toBe(false);
    }
  });

  it('and their opposite share the day between them', () => {
    const time = fc
      .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
      .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'));
    fc.assert(
      fc.property(time, time, time, (from, to, now) => {
        fc.pre(from !== to);
        const at = `2026-11-21T${now}:00Z`;
        expect(inQuietHours({ from, to }, at, 'UTC')).toBe(!inQuietHours({ from: to, to: from }, at, 'UTC'));
      }),
      { seed: 22, numRuns: 500 },
    );
  });

  it.each(['24:00', '7:00', '07:60', '07:00 ', '', '0700', '-1:00', '１２:00'])(
    '%j is no time of day',
    (text) => {
      expect(isTimeOfDay(text)).toBe(false);
    },
  );

  it.each(['00:00', '07:05', '23:59'])('%j is a time of day', (text) => {
    expect(isTimeOfDay(text)).toBe(true);
  });
});
