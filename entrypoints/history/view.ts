import { daysShown, summaryOf, type UseSummary } from '../../utils/domain/history-window.ts';
import { type Instant, toMs } from '../../utils/domain/instant.ts';
import { hoursOf, type Stretch } from '../../utils/domain/stretches.ts';
import type { Track } from '../../utils/domain/track.ts';
import { type Bar, together } from '../../utils/domain/use-series.ts';
import type { Choice } from './choice.ts';

/** As long as hours are kept. */
const MOST_DAYS_OF_HOURS = 90;

export interface View {
  stretches: Stretch[];
  bars: Bar[];
  summary: UseSummary;
}

/** The figures that a choice asks for. `zone`: IANA, null = the browser's. */
export function viewOf(
  tracks: readonly Track[],
  { range, per }: Choice,
  now: Instant,
  zone: string | null,
): View {
  const days = daysShown(tracks, range === 'all' ? 'all' : Number(range), now, zone);
  const daily = together(tracks, days, 'day');
  const summary = summaryOf(days, daily);
  if (per === 'day') return { stretches: days, bars: daily, summary };
  // Hours that have not begun are not unknown, they are not there.
  const hours = hoursOf(days.slice(-MOST_DAYS_OF_HOURS)).filter(({ start }) => start <= toMs(now));
  return { stretches: hours, bars: together(tracks, hours, 'hour'), summary };
}
