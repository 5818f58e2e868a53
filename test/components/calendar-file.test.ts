import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { calendarText } from '../../entrypoints/popup/calendar-file.ts';
import { reminderOf } from '../../utils/domain/reminder.ts';
import type { Validity } from '../../utils/domain/validity.ts';
import { aGlanceLine } from '../support/glance-line.ts';
import { type Language, wordsFor } from '../support/words.ts';

const NOW = '2026-11-21T09:30:00Z';
const LINE = aGlanceLine({
  id: '0b6e3a52-0d0c-4c8e-9d1f-3f6f0a3a7c11',
  name: '老家的手机号，备用；"家"\\号码与一个很长很长的名字，足以超过一行',
  credit: { amount: 460, currency: 'GBP' },
});
const END: Validity = { at: '2027-03-28T22:59:59Z', estimated: false };

interface Saved {
  language?: Language;
  line?: typeof LINE;
  end?: Validity;
  now?: string;
  zone?: string;
}

/** The file, and its one event as another library reads it. */
function saved({
  language = 'zh_CN',
  line = LINE,
  end = END,
  now = NOW,
  zone = 'Europe/London',
}: Saved = {}) {
  const reminder = reminderOf(line, end, { words: wordsFor(language), now, zone });
  const text = calendarText(reminder, now);
  const calendar = new ICAL.Component(ICAL.parse(text));
  const events = calendar.getAllSubcomponents('vevent').map((each) => new ICAL.Event(each));
  const [event] = events;
  if (!event) throw new Error('no event');
  return { reminder, text, calendar, event, count: events.length };
}

const instantOf = ({ event }: ReturnType<typeof saved>, name: string) =>
  String(event.component.getFirstPropertyValue(name));

describe('a reminder in the calendar', () => {
  it.each(['en', 'zh_CN', 'zh_TW'] as const)(
    'is one whole day with the words of its line (%s)',
    (language) => {
      const { event, count, calendar, reminder } = saved({ language });
      expect(count).toBe(1);
      expect(calendar.getFirstPropertyValue('version')).toBe('2.0');
      expect([event.startDate.isDate, event.startDate.toString()]).toEqual([true, '2027-03-28']);
      // The end of a whole day is the first day after it.
      expect([event.endDate.isDate, event.endDate.toString()]).toEqual([true, '2027-03-29']);
      expect(event.summary).toBe(wordsFor(language).t('reminderTitle', LINE.name));
      expect(event.description).toBe(reminder.note);
      expect(event.component.getFirstPropertyValue('transp')).toBe('TRANSPARENT');
    },
  );

  it('says the date, by whose word it is, what is lost, and what keeps it', () => {
    const { event } = saved({ language: 'en' });
    expect(event.description).toBe(
      'The carrier says it is valid until Mar 28, 2027.\nTop up before then, or the number and its credit of £4.60 may be lost.\nSaved from Data Balance. Save it again after a top-up to move this entry.',
    );
  });

  it.each([
    ['Europe/London', '2027-03-28'],
    ['Asia/Taipei', '2027-03-29'],
    ['Pacific/Apia', '2027-03-29'],
    ['America/St_Johns', '2027-03-28'],
  ])('is the day of the line in %s, wherever it is saved', (zone, day) => {
    expect(saved({ zone }).event.startDate.toString()).toBe(day);
  });

  it('rings in the morning on each day on which the person is warned', () => {
    const line = { ...LINE, warnDays: [30, 7, 1] };
    const alarms = saved({ line }).event.component.getAllSubcomponents('valarm');
    const before = alarms.map((alarm) => {
      expect(alarm.getFirstPropertyValue('action')).toBe('DISPLAY');
      expect(alarm.getFirstPropertyValue('description')).toBeTruthy();
      const trigger = alarm.getFirstPropertyValue('trigger');
      return trigger instanceof ICAL.Duration ? trigger.toSeconds() / 3600 : null;
    });
    expect(before).toEqual([30, 7, 1].map((days) => 9 - days * 24));
  });

  it('updates its entry when it is saved again', () => {
    const first = saved();
    const later = saved({ end: { ...END, at: '2027-06-20T10:00:00Z' }, now: '2026-11-21T09:30:01Z' });
    expect(later.event.uid).toBe(first.event.uid);
    expect(later.event.sequence).toBeGreaterThan(first.event.sequence);
    for (const name of ['dtstamp', 'last-modified'])
      expect([instantOf(first, name), instantOf(later, name)]).toEqual([
        '2026-11-21T09:30:00Z',
        '2026-11-21T09:30:01Z',
      ]);
    expect(saved({ line: { ...LINE, id: 'another' } }).event.uid).not.toBe(first.event.uid);
    expect(saved({ now: '2040-01-01T00:00:00Z' }).event.sequence).toBeLessThan(2 ** 31);
  });

  it('G05: carries nothing of the line but its name, its credit and a random id', () => {
    const { text, event } = saved({
      line: { ...LINE, origins: ['https://api.carrier.example'], zone: 'UTC' },
    });
    expect(event.uid).toBe(`data-balance-${LINE.id}`);
    expect(text).not.toContain('carrier.example');
  });

  it('folds its lines within 75 octets, no sign cut through, and ends each as calendars want it', () => {
    const { text } = saved();
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    const lines = text.split('\r\n');
    expect(lines.some((line) => line.startsWith(' '))).toBe(true);
    for (const line of lines) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
    expect(text).not.toContain('\uFFFD');
  });

  it('cannot be led astray by an id or a name that a file brought', () => {
    const evil = 'x\r\nATTENDEE:mailto:a@b.example\r\nEND:VEVENT';
    const { event, count } = saved({ line: { ...LINE, id: evil, name: evil } });
    expect(count).toBe(1);
    expect(event.attendees).toEqual([]);
    expect(event.uid).toBe(`data-balance-${encodeURIComponent(evil)}`);
    expect(event.summary).toContain('ATTENDEE:mailto');
  });
});
