import { dateFormat } from './intl.ts';

const CLOCK = {
  calendar: 'iso8601',
  hourCycle: 'h23',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: 'numeric',
  minute: 'numeric',
  second: 'numeric',
} as const;

/** What clocks in `zone` (IANA, null = the browser's) are ahead of UTC at an instant, both in milliseconds. */
export function offsetAt(ms: number, zone: string | null): number {
  const parts = dateFormat('en', zone, CLOCK).formatToParts(ms);
  const { year, month, day, hour, minute, second } = Object.fromEntries(
    parts.map(({ type, value }) => [type, Number(value)]),
  );
  return Date.UTC(year ?? 0, (month ?? 1) - 1, day, hour, minute, second) - Math.floor(ms / 1000) * 1000;
}
