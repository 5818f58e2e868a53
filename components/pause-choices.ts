import { DAY, HOUR, type Instant, toInstant, toMs } from '../utils/domain/instant.ts';
import type { MessageKey } from '../utils/domain/words.ts';

/** Alerts that are off are paused until the end of time that an instant can tell. */
export const FOR_GOOD: Instant = '9999-12-31T00:00:00Z';
const MORNING = 8;

export interface PauseChoice {
  words: MessageKey;
  until: (now: Instant) => Instant;
}

const PAUSES: PauseChoice[] = [
  { words: 'popupPauseHour', until: (now) => toInstant(toMs(now) + HOUR) },
  { words: 'popupPauseTomorrow', until: tomorrowMorning },
  { words: 'popupPauseWeek', until: (now) => toInstant(toMs(now) + 7 * DAY) },
  { words: 'popupPauseOff', until: () => FOR_GOOD },
];

/** How long alerts may be paused, from short to long. */
export const PAUSE_CHOICES: readonly PauseChoice[] = PAUSES;

/** Eight o'clock tomorrow by the person's clock. */
function tomorrowMorning(now: Instant): Instant {
  const at = new Date(now);
  at.setDate(at.getDate() + 1);
  at.setHours(MORNING, 0, 0, 0);
  return toInstant(at.getTime());
}
