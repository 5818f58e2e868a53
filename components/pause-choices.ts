import { tomorrowMorning } from '../utils/domain/calendar.ts';
import type { GlanceLine } from '../utils/domain/glance.ts';
import { DAY, HOUR, type Instant, toInstant, toMs } from '../utils/domain/instant.ts';
import type { MessageKey } from '../utils/domain/words.ts';
import { browserZone } from './zone.ts';

/** Alerts that are off are paused until the end of time that an instant can tell. */
export const FOR_GOOD: Instant = '9999-12-31T00:00:00Z';

export interface PauseChoice {
  words: MessageKey;
  until: (now: Instant) => Instant;
}

const PAUSES: PauseChoice[] = [
  { words: 'popupPauseHour', until: (now) => toInstant(toMs(now) + HOUR) },
  { words: 'popupPauseTomorrow', until: (now) => tomorrowMorning(now, browserZone()) },
  { words: 'popupPauseDay', until: (now) => toInstant(toMs(now) + DAY) },
  { words: 'popupPauseWeek', until: (now) => toInstant(toMs(now) + 7 * DAY) },
  { words: 'popupPauseOff', until: () => FOR_GOOD },
];

/** For a line whose period ends, and before the choice that has no end. */
export function pauseChoicesFor(line: Pick<GlanceLine, 'period' | 'endsAt'>, now: Instant): PauseChoice[] {
  const end = line.period?.end ?? line.endsAt;
  if (end === null || end <= now) return PAUSES;
  return [...PAUSES.slice(0, -1), { words: 'popupPausePeriod', until: () => end }, ...PAUSES.slice(-1)];
}

/** How long alerts may be paused, from short to long. */
export const PAUSE_CHOICES: readonly PauseChoice[] = PAUSES;
