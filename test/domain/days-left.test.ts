import { describe, expect, it } from 'vitest';
import { dayIn, daysLeft } from '../../utils/domain/format.ts';
import { DAY, HOUR, MINUTE, toInstant } from '../../utils/domain/instant.ts';

const ZONES = [
  'Europe/Berlin',
  'America/New_York',
  'America/St_Johns',
  'America/Santiago',
  'Australia/Lord_Howe',
  'Africa/Cairo',
];

const style = { dateStyle: 'short', timeStyle: 'medium' } as const;
const clocks = new Map(
  ZONES.map((zone) => [zone, new Intl.DateTimeFormat('sv-SE', { timeZone: zone, ...style })]),
);

/** The wall clock of a zone at an instant, as minutes since the epoch of a clock that never changes. */
function wallMinutes(ms: number, zone: string): number {
  const text = clocks.get(zone)?.format(ms) ?? '';
  return Date.parse(`${text.replace(' ', 'T')}Z`) / MINUTE;
}

/** The hours of 2026 and 2027 in which a zone changes its clocks. */
function transitions(zone: string): number[] {
  const found: number[] = [];
  let offset = Number.NaN;
  for (let ms = Date.UTC(2026, 0, 1); ms < Date.UTC(2028, 0, 1); ms += HOUR) {
    const next = wallMinutes(ms, zone) - ms / MINUTE;
    if (next !== offset && !Number.isNaN(offset)) found.push(ms);
    offset = next;
  }
  return found;
}

describe('days left', () => {
  it.each(ZONES)(
    'T05: a day of 23 or 25 hours is one day, at every change of clocks of 2026 and 2027 in %s',
    (zone) => {
      const changes = transitions(zone);
      expect(changes).toHaveLength(4);
      for (const change of changes) {
        const now = change - 2 * DAY;
        const today = Math.floor(wallMinutes(now, zone) / (24 * 60));
        for (let ms = now; ms < change + 2 * DAY; ms += 30 * MINUTE) {
          const day = Math.floor(wallMinutes(ms, zone) / (24 * 60));
          expect(daysLeft(toInstant(ms), toInstant(now), zone)).toBe(day - today);
        }
      }
    },
  );

  it('T05: the evening before a short night is one day from the morning after, though 24 hours are not over', () => {
    expect(daysLeft('2026-03-29T21:59:59Z', '2026-03-27T23:00:00Z', 'Europe/Berlin')).toBe(1);
    expect(daysLeft('2026-10-25T22:59:59Z', '2026-10-24T22:00:00Z', 'Europe/Berlin')).toBe(0);
  });

  it('count midnights of the line, not hours', () => {
    expect(daysLeft('2026-11-22T00:00:00Z', '2026-11-21T23:59:59Z', 'UTC')).toBe(1);
    expect(daysLeft('2026-11-21T23:59:59Z', '2026-11-21T00:00:00Z', 'UTC')).toBe(0);
    expect(daysLeft('2026-11-21T23:59:59Z', '2026-11-21T15:00:00Z', 'Asia/Taipei')).toBe(1);
  });

  it('are below zero once the day is over', () => {
    expect(daysLeft('2026-11-20T12:00:00Z', '2026-11-21T00:00:00Z', 'UTC')).toBe(-1);
  });
});

it('a calendar day is told by its zone', () => {
  expect(dayIn('2026-12-31T23:30:00Z', 'UTC')).toBe('2026-12-31');
  expect(dayIn('2026-12-31T23:30:00Z', 'Pacific/Apia')).toBe('2027-01-01');
  expect(dayIn('2026-12-31T23:30:00Z', 'Nowhere/Land')).toBe(dayIn('2026-12-31T23:30:00Z', null));
});
