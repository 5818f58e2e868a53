import { describe, expect, it } from 'vitest';
import { endOfNamedDay, timeWithMonthName } from '../../../utils/providers/standards/named-months.ts';
import { bitsPerSecond } from '../../../utils/providers/standards/speeds.ts';

const ZONE = 'Asia/Colombo';
const FROM = '2026-11-21T08:45:00Z';

describe('days and times with the name of a month', () => {
  it.each([
    ['28-Sep-2026 09:26 AM', '2026-09-28T03:56:00Z'],
    ['28-Sep-2026 12:00 AM', '2026-09-27T18:30:00Z'],
    ['28-sep-2026 12:00 pm', '2026-09-28T06:30:00Z'],
    ['1-Jan-2027 23:59:58', '2027-01-01T18:29:58Z'],
  ])('%s in Colombo is %s', (text, at) => expect(timeWithMonthName(text, ZONE)).toBe(at));

  it.each([
    '30-Feb-2026 09:00 AM',
    '28-Foo-2026 09:00 AM',
    '28-Sep-2026 13:00 PM',
    '28-Sep-2026 0:00 AM',
    '28-Sep-2026 24:00',
    '28-Sep',
    '',
  ])('T01: "%s" is no time', (text) => expect(timeWithMonthName(text, ZONE)).toBeNull());

  it.each([
    ['30-Nov', '2026-11-30T18:29:59Z'],
    ['21-Nov', '2026-11-21T18:29:59Z'],
    ['20-Nov', '2027-11-20T18:29:59Z'],
    ['5-Jan', '2027-01-05T18:29:59Z'],
    ['29-Feb', '2028-02-29T18:29:59Z'],
    ['30-Sep-2026', '2026-09-30T18:29:59Z'],
  ])('%s ends at %s when told on 21 November', (text, at) =>
    expect(endOfNamedDay(text, FROM, ZONE)).toBe(at),
  );

  it.each(['30-Feb', '31-Nov', '00-Jan', '12-Foo', '2026-11-30', '30-Nov-26', ''])(
    'T01: "%s" is no day',
    (text) => expect(endOfNamedDay(text, FROM, ZONE)).toBeNull(),
  );

  it('T01: of a day that exists once in eight years the next one is found', () => {
    expect(endOfNamedDay('29-Feb', '2096-03-01T00:00:00Z', 'UTC')).toBe('2104-02-29T23:59:59Z');
  });
});

describe('speeds', () => {
  it.each([
    ['1 Mbps', 1_000_000],
    ['1.25Mbps', 1_250_000],
    ['512 Kbps', 512_000],
    ['64 kbps', 64_000],
    ['0 kbps', 0],
    ['fast', null],
    ['1 MBps!', null],
    ['', null],
    [null, null],
  ])('"%s" is %s bit/s', (text, speed) => expect(bitsPerSecond(text)).toBe(speed));
});
