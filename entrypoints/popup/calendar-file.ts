import ical, { ICalAlarmType, ICalEventTransparency } from 'ical-generator';
import { DAY, HOUR, type Instant, SECOND, toMs } from '../../utils/domain/instant.ts';
import type { Reminder } from '../../utils/domain/reminder.ts';

/** In the morning of its day, not at midnight. */
const ALARM_AT = 9 * HOUR;

/** Sequences count seconds from here, so that nothing has to be kept for them. */
const COUNTED_FROM = toMs('2026-01-01T00:00:00Z');

/**
 * A reminder as a file for calendars (iCalendar, RFC 5545). Its sequence rises with each saving, as calendars want it:
 * `savedAt` is the very instant, as what a page takes for the present may be older than a file saved elsewhere.
 */
export function calendarText(reminder: Reminder, savedAt: Instant): string {
  const { uid, day, title, note, warnDays } = reminder;
  const sequence = Math.max(0, Math.floor((toMs(savedAt) - COUNTED_FROM) / SECOND));
  const start = Date.parse(`${day}T00:00:00Z`);
  const calendar = ical({ prodId: { company: 'Data Balance', product: 'Data Balance' } });
  calendar.createEvent({
    id: uid,
    sequence,
    // Whole days: the library takes the day of an instant in UTC. The end is the first day after.
    allDay: true,
    start: new Date(start),
    end: new Date(start + DAY),
    summary: title,
    description: note,
    stamp: new Date(savedAt),
    lastModified: new Date(savedAt),
    transparency: ICalEventTransparency.TRANSPARENT,
    alarms: warnDays.map((days) => ({
      type: ICalAlarmType.display,
      trigger: (days * DAY - ALARM_AT) / 1000,
      description: title,
    })),
  });
  return calendar.toString();
}
