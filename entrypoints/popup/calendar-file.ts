import ical, { ICalAlarmType, ICalEventTransparency } from 'ical-generator';
import { DAY, HOUR } from '../../utils/domain/instant.ts';
import type { Reminder } from '../../utils/domain/reminder.ts';

/** In the morning of its day, not at midnight. */
const ALARM_AT = 9 * HOUR;

/** A reminder as a file for calendars (iCalendar, RFC 5545). */
export function calendarText(reminder: Reminder): string {
  const { uid, sequence, day, title, note, warnDays, savedAt } = reminder;
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
