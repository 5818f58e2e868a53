import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toInstant, toMs } from '../../../utils/domain/instant.ts';
import {
  dateTime,
  endOfDay,
  epochMs,
  epochSeconds,
  monthFromDay,
  plausible,
} from '../../../utils/providers/standards/dates.ts';

const NOW = '2026-11-21T09:30:00Z';
const ZONES = [
  'UTC',
  'Pacific/Apia',
  'Australia/Lord_Howe',
  'America/St_Johns',
  'Asia/Colombo',
  'Europe/Lisbon',
];

describe('dates with a zone', () => {
  it.each([
    ['2026-05-02T10:00:00Z', '2026-05-02T10:00:00Z'],
    ['2026-05-02t10:00:00z', '2026-05-02T10:00:00Z'],
    ['2026-05-02T10:00:00.999Z', '2026-05-02T10:00:00Z'],
    ['2026-05-02T10:00Z', '2026-05-02T10:00:00Z'],
    ['2026-05-02 10:00:00 +0000', '2026-05-02T10:00:00Z'],
    ['2026-05-02T10:00:00+05:30', '2026-05-02T04:30:00Z'],
    ['2026-05-02T10:00:00-0330', '2026-05-02T13:30:00Z'],
    ['2026-05-02T10:00:00+14', '2026-05-01T20:00:00Z'],
    ['2028-02-29T00:00:00Z', '2028-02-29T00:00:00Z'],
    ['2026-06-30T23:59:60Z', '2026-06-30T23:59:59Z'],
  ])('%s is %s', (text, at) => expect(dateTime(text)).toEqual({ at, estimated: false }));

  it.each([
    '2025-02-29T00:00:00Z',
    '2025-06-31T00:00:00Z',
    '2025-12-01T24:00:00Z',
    '2025-12-01T10:60:00Z',
    '2025-12-01T10:00:61Z',
    '0000-00-00T00:00:00Z',
    '0099-01-01T00:00:00Z',
    '9999-12-31T23:59:59Z',
    '2025-13-01T00:00:00Z',
    '2025-00-10T00:00:00Z',
    '2025-12-01T10:00:00+15:00',
    '2025-12-01T10:00:00+05:99',
    '2025-12-01',
    '01.12.2025 10:00',
    'Mon, 01 Dec 2025 10:00:00 GMT',
    '1764583200',
    '',
    'never',
    '2025-12-01T10:00:00Zjunk',
    '25-12-01T10:00:00Z',
  ])('"%s" is no date', (text) => expect(dateTime(text)).toBeNull());
});

describe('dates without a zone', () => {
  it('are read in the zone of the dialect and marked as estimated', () => {
    expect(dateTime('2024-09-28 09:26:00', 'Asia/Colombo')).toEqual({
      at: '2024-09-28T03:56:00Z',
      estimated: true,
    });
    expect(dateTime('2026-07-01T00:00:00', 'America/St_Johns')).toEqual({
      at: '2026-07-01T02:30:00Z',
      estimated: true,
    });
  });

  it('are unknown where the dialect names none', () => expect(dateTime('2024-09-28 09:26:00')).toBeNull());

  it('an hour that clocks show twice is the earlier one, one that they skip is as if they had not moved yet', () => {
    expect(dateTime('2026-10-25T02:30:00', 'Europe/Berlin')?.at).toBe('2026-10-25T00:30:00Z');
    expect(dateTime('2026-03-29T02:30:00', 'Europe/Berlin')?.at).toBe('2026-03-29T01:30:00Z');
    expect(dateTime('2026-04-05T01:45:00', 'Australia/Lord_Howe')?.at).toBe('2026-04-04T14:45:00Z');
  });

  it('what clocks show at an instant leads back to it, in every zone', () => {
    const at = fc.integer({
      min: toMs('2024-01-01T00:00:00Z') / 1000,
      max: toMs('2034-01-01T00:00:00Z') / 1000,
    });
    fc.assert(
      fc.property(at, fc.constantFrom(...ZONES), (seconds, zone) => {
        const wall = new Date(seconds * 1000).toLocaleString('sv', { timeZone: zone });
        const back = dateTime(wall, zone)?.at ?? '';
        return new Date(toMs(back)).toLocaleString('sv', { timeZone: zone }) === wall;
      }),
      { seed: 4, numRuns: 300 },
    );
  });
});

describe('the end of a day', () => {
  it.each([
    ['UTC', '2026-03-29T23:59:59Z'],
    ['Europe/Berlin', '2026-03-29T21:59:59Z'],
    ['Pacific/Apia', '2026-03-29T10:59:59Z'],
    ['America/St_Johns', '2026-03-30T02:29:59Z'],
    ['Australia/Lord_Howe', '2026-03-29T12:59:59Z'],
  ])('in %s is %s', (zone, expected) => expect(endOfDay(2026, 3, 29, zone)).toBe(expected));

  it('of a day that does not exist is unknown', () => {
    expect(endOfDay(2025, 2, 29, 'UTC')).toBeNull();
    expect(endOfDay(0, 0, 0, 'UTC')).toBeNull();
  });
});

describe('the month that begins on a day of its own', () => {
  it.each([
    [22, 'UTC', '2026-11-22T00:00:00Z'],
    [21, 'UTC', '2026-12-21T00:00:00Z'],
    [1, 'UTC', '2026-12-01T00:00:00Z'],
    [31, 'UTC', '2026-11-30T00:00:00Z'],
    [22, 'Pacific/Apia', '2026-11-21T11:00:00Z'],
    [1, 'Europe/Berlin', '2026-11-30T23:00:00Z'],
  ])('from %i in %s ends %s', (day, zone, end) => expect(monthFromDay(day, NOW, zone)?.end).toBe(end));

  it.each([
    [22, 'UTC', '2026-10-22T00:00:00Z'],
    [21, 'UTC', '2026-11-21T00:00:00Z'],
    [31, 'UTC', '2026-10-31T00:00:00Z'],
    [22, 'Pacific/Apia', '2026-10-21T11:00:00Z'],
    [1, 'Europe/Berlin', '2026-10-31T23:00:00Z'],
  ])('from %i in %s began %s', (day, zone, start) => expect(monthFromDay(day, NOW, zone)?.start).toBe(start));

  it('T07: day 31 is the last day of a shorter month', () => {
    const month = (day: number, now: string) => monthFromDay(day, now, 'UTC');
    const [january, february, march] = [
      '2027-01-31T00:00:00Z',
      '2027-02-28T00:00:00Z',
      '2027-03-31T00:00:00Z',
    ];
    expect(month(31, '2027-02-01T00:00:00Z')).toEqual({ start: january, end: february });
    expect(month(31, february)).toEqual({ start: february, end: march });
    expect(month(30, '2028-02-01T00:00:00Z')?.end).toBe('2028-02-29T00:00:00Z');
  });

  it.each([0, 32, 1.5, Number.NaN])('%d is no day of a month', (day) =>
    expect(monthFromDay(day, NOW, 'UTC')).toBeNull(),
  );

  it('is always around now and at most 31 days long', () => {
    const at = fc.integer({
      min: toMs('2024-01-01T00:00:00Z') / 1000,
      max: toMs('2034-01-01T00:00:00Z') / 1000,
    });
    fc.assert(
      fc.property(at, fc.integer({ min: 1, max: 31 }), fc.constantFrom(...ZONES), (seconds, day, zone) => {
        const now = toInstant(seconds * 1000);
        const { start, end } = monthFromDay(day, now, zone) ?? { start: now, end: now };
        return start <= now && now < end && toMs(end) - toMs(start) <= 31 * 86_400_000 + 3_600_000;
      }),
      { seed: 31, numRuns: 300 },
    );
  });
});

describe('dates that cannot be', () => {
  it.each([
    ['2021-11-21T09:30:00Z', true],
    ['2021-11-21T09:29:59Z', false],
    ['2036-11-21T09:30:00Z', true],
    ['2036-11-21T09:30:01Z', false],
    ['2999-12-31T23:59:59Z', false],
    ['1970-01-01T00:00:00Z', false],
  ])('%s is plausible: %s', (at, is) => expect(plausible(at, NOW)).toBe(is ? at : null));

  it('an unknown date stays unknown', () => expect(plausible(null, NOW)).toBeNull());

  it('milliseconds and seconds since the epoch are instants where a calendar holds them', () => {
    expect(epochMs(1_795_253_400_999)).toBe('2026-11-21T09:30:00Z');
    expect(epochSeconds(1_795_253_400)).toBe('2026-11-21T09:30:00Z');
    for (const nothing of [Number.NaN, Number.POSITIVE_INFINITY, 1e15, -1e15]) {
      expect(epochMs(nothing)).toBeNull();
      expect(epochSeconds(nothing)).toBeNull();
    }
  });

  it('seconds taken for milliseconds fall out of the plausible window', () => {
    expect(plausible(epochMs(1_795_253_400), NOW)).toBeNull();
    expect(plausible(epochSeconds(1_795_253_400_000), NOW)).toBeNull();
  });
});
