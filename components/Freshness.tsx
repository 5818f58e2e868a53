import { clockTime } from '../utils/domain/clock-time.ts';
import { formatAge } from '../utils/domain/format.ts';
import { CLOCK_SLACK_MS, isStale } from '../utils/domain/freshness.ts';
import type { GlanceLine } from '../utils/domain/glance.ts';
import { type Instant, MINUTE, toMs } from '../utils/domain/instant.ts';
import type { Words } from '../utils/domain/words.ts';
import { useNow } from './now-context.ts';
import { useWords } from './words-context.ts';

type Dated = Pick<GlanceLine, 'asOf' | 'checkedAt' | 'staleAt'>;

/** How old the figure is: when the carrier measured it and when it was last checked. */
export function Freshness({ line }: { line: Dated }) {
  const words = useWords();
  const now = useNow();
  if (line.checkedAt === null) return null;
  const old = isStale(line.staleAt, now, line.checkedAt);
  const measured = line.asOf && words.t('popupMeasured', clockTime(line.asOf, now, words.locale));
  const parts = [measured, checkedWords(line.checkedAt, words, now)].filter(Boolean);
  return (
    <p class={old ? 'freshness freshness-old' : 'freshness'}>
      {old && <strong>{words.t('popupOldFigure')} · </strong>}
      {parts.join(' · ')}
    </p>
  );
}

function checkedWords(at: Instant, words: Words, now: Instant): string {
  const age = toMs(now) - toMs(at);
  // A clock that was moved back makes the age wrong; the time itself was true by that clock.
  if (age < -CLOCK_SLACK_MS) return words.t('popupChecked', clockTime(at, now, words.locale));
  return age < MINUTE
    ? words.t('popupCheckedNow')
    : words.t('popupChecked', formatAge(at, now, words.locale));
}
