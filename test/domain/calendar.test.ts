import { describe, expect, it } from 'vitest';
import { tomorrowMorning } from '../../utils/domain/calendar.ts';

describe('alerts paused until tomorrow', () => {
  it.each([
    ['UTC', '2026-11-21T10:00:00Z', '2026-11-22T08:00:00Z'],
    ['UTC', '2026-11-21T00:00:00Z', '2026-11-22T08:00:00Z'],
    ['UTC', '2026-11-21T23:59:59Z', '2026-11-22T08:00:00Z'],
    ['UTC', '2026-12-31T12:00:00Z', '2027-01-01T08:00:00Z'],
    ['Asia/Shanghai', '2026-11-21T17:30:00Z', '2026-11-23T00:00:00Z'],
    ['Asia/Shanghai', '2026-11-21T15:30:00Z', '2026-11-22T00:00:00Z'],
    ['Asia/Kolkata', '2026-11-21T10:00:00Z', '2026-11-22T02:30:00Z'],
    // The clocks go back in this night, and forward in that one.
    ['Europe/London', '2026-10-24T20:00:00Z', '2026-10-25T08:00:00Z'],
    ['Europe/London', '2026-03-28T20:00:00Z', '2026-03-29T07:00:00Z'],
    // A day without midnight.
    ['Africa/Cairo', '2026-04-23T12:00:00Z', '2026-04-24T05:00:00Z'],
  ])("begin again in %s at eight o'clock of the next morning there", (zone, now, expected) => {
    expect(tomorrowMorning(now, zone)).toBe(expected);
  });
});
