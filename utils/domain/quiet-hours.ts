import { type Instant, toMs } from './instant.ts';
import { dateFormat } from './intl.ts';
import type { Settings } from './settings.ts';

export type QuietHours = Settings['quietHours'];

/** Is `text` a time of day as the settings keep it: `HH:MM`, 00:00 to 23:59? */
export function isTimeOfDay(text: string): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(text);
}

/** Is it quiet by the clocks of `zone` (IANA) at `now`? `from` is inside, `to` is not; they may cross midnight. */
export function inQuietHours(quiet: QuietHours, now: Instant, zone: string): boolean {
  if (!quiet || !isTimeOfDay(quiet.from) || !isTimeOfDay(quiet.to)) return false;
  const options = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  const time = dateFormat('en-GB', zone, options).format(toMs(now));
  const { from, to } = quiet;
  return from <= to ? from <= time && time < to : from <= time || time < to;
}
