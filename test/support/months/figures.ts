import { DAY } from '../../../utils/domain/instant.ts';
import type { Bucket, Reading } from '../../../utils/domain/reading.ts';
import { MB } from '../records.ts';

/* What a carrier's answer says, reckoned without the extension. */

/** What is left of the data that count; null = not known. */
export function leftOf({ buckets }: Reading): number | null {
  const counted = buckets.filter(({ state }) => state !== 'expired' && state !== 'queued');
  return counted.reduce<number | null>((sum, bucket) => {
    const part = leftIn(bucket);
    return sum === null || part === null ? null : sum + part;
  }, 0);
}

/** Of one bucket; null = not known. */
export function leftIn({ remaining, state }: Bucket): number | null {
  return state === 'depleted' ? 0 : remaining;
}

export function heldIn({ buckets, period }: Reading): string[] {
  return [period?.start ?? '', ...buckets.map(({ id }) => id)];
}

/** 0 well, 1 low, 2 critical, 3 used up */
export function levelOf(left: number): number {
  return left <= 0 ? 3 : left <= 100 * MB ? 2 : left <= 500 * MB ? 1 : 0;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** `2026-03-29, 01:30` on the wall of a zone. */
function wallClock(at: number, zone: string): string {
  const format =
    formats.get(zone) ??
    new Intl.DateTimeFormat('en-CA', {
      timeZone: zone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
  formats.set(zone, format);
  return format.format(at);
}

/** Calendar days of a zone. */
export function daysBetween(now: number, end: number, zone: string): number {
  const day = (at: number) => Date.parse(wallClock(at, zone).slice(0, 10));
  return Math.round((day(end) - day(now)) / DAY);
}

export interface Hours {
  from: string;
  to: string;
}

/** Is it between these hours on the wall of a zone? They may cross midnight. */
export function isWithin(hours: Hours | null, now: number, zone: string): boolean {
  if (!hours) return false;
  const minutes = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
  const [from, to, at] = [hours.from, hours.to, wallClock(now, zone).slice(-5)].map(minutes);
  const after = (time: number | undefined) => ((time ?? 0) - (from ?? 0) + 1440) % 1440;
  return after(at) < after(to);
}

/** Does `text` (`3.2G`, `840M`, `2.1 GB`) tell so many bytes, as far as it can? */
export function tells(text: string, bytes: number): boolean {
  const told = Number.parseFloat(text) * (/G/.test(text) ? 1000 : 1) * MB;
  return Math.abs(told - bytes) <= 0.1 * bytes + MB;
}
