import { describe, expect, it } from 'vitest';
import { startOfTomorrow } from '../../utils/domain/calendar.ts';

describe('alerts paused until tomorrow', () => {
  it.each([
    ['UTC', '2026-11-21T10:00:00Z', '2026-11-22T00:00:00Z'],
    ['Asia/Shanghai', '2026-11-21T17:30:00Z', '2026-11-22T16:00:00Z'],
    // The clocks go back in this night: the day has 25 hours.
    ['Europe/London', '2026-10-25T00:30:00Z', '2026-10-26T00:00:00Z'],
    // Here the day begins at one o'clock, as midnight is skipped.
    ['Africa/Cairo', '2026-04-23T12:00:00Z', '2026-04-23T22:00:00Z'],
  ])('in %s begin again when the next day begins there', (zone, now, expected) => {
    expect(startOfTomorrow(now, zone)).toBe(expected);
  });
});
