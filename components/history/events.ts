import { formatTime } from '../../utils/domain/format.ts';
import { toInstant } from '../../utils/domain/instant.ts';
import type { Mark } from '../../utils/domain/level-series.ts';
import { indexAt, type Per, type Stretch } from '../../utils/domain/stretches.ts';
import type { Words } from '../../utils/domain/words.ts';

/** What happened in each stretch, in words, several after each other. */
export function eventsIn(
  stretches: readonly Stretch[],
  marks: readonly Mark[],
  per: Per,
  { t, locale }: Pick<Words, 't' | 'locale'>,
  zone: string | null,
): string[] {
  const events: string[] = stretches.map(() => '');
  for (const { at, what } of marks) {
    const index = indexAt(stretches, at);
    const name = t(what === 'top-up' ? 'historyTopUp' : 'historyReset');
    const event = per === 'day' ? t('historyAt', name, formatTime(toInstant(at), locale, zone)) : name;
    events[index] = events[index] ? `${events[index]}; ${event}` : event;
  }
  return events;
}
