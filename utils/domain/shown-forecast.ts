import type { Estimate, Forecast, Verdict } from './glance.ts';
import { HOUR, type Instant, toMs } from './instant.ts';

const LIKELY = 0.8;
const UNLIKELY = 0.2;
/** A verdict that was given stands until the chance is clearly on the other side. */
const DOUBT = 0.1;
/** Ends that are told anew with each answer wander by so much. */
const SAME_END = 12 * HOUR;
/** An interval so much narrower is news. */
const NARROWER = 0.5;

/** The verdict on a chance that it runs out before its end, where `before` was the last one given. */
export function verdictOf(chance: number | null, before: Verdict | null): Verdict {
  if (chance === null) return 'open';
  if (chance >= (before === 'runs-out' ? LIKELY - DOUBT : LIKELY)) return 'runs-out';
  return chance <= (before === 'lasts' ? UNLIKELY + DOUBT : UNLIKELY) ? 'lasts' : 'may-run-out';
}

/** Never, as far as can be told, comes after all instants. */
const ms = (at: Instant | null) => (at === null ? Number.POSITIVE_INFINITY : toMs(at));

function isSameEnd(a: Instant | null, b: Instant | null): boolean {
  return a === b || Math.abs(ms(a) - ms(b)) <= SAME_END;
}

/** Is it still about the same data, of which no more is left than then, up to the same end? */
export function speaksOfTheSame(
  shown: Estimate,
  now: { endsAt: Instant | null; remaining: number },
): boolean {
  return isSameEnd(shown.endsAt, now.endsAt) && now.remaining <= shown.remaining;
}

function width({ early, late }: Estimate): number {
  return ms(early) === ms(late) ? 0 : ms(late) - ms(early);
}

/** Does a new estimate say something that the shown one does not? Only beyond what it is itself unsure of. */
function isNews(shown: Estimate, fresh: Estimate): boolean {
  if (shown.zone !== fresh.zone || !speaksOfTheSame(shown, fresh)) return true;
  if (fresh.verdict !== shown.verdict || ms(shown.early) < ms(fresh.from)) return true;
  const point = ms(shown.point);
  if (point < ms(fresh.early) || point > ms(fresh.late)) return true;
  return width(fresh) < NARROWER * width(shown);
}

/** What is to be shown after `shown`, when the figures now say `fresh`. */
export function shownForecast(shown: Forecast | null, fresh: Forecast): Forecast {
  if (fresh.kind !== 'estimate' || shown?.kind !== 'estimate') return fresh;
  const verdict = verdictOf(fresh.chance, speaksOfTheSame(shown, fresh) ? shown.verdict : null);
  const judged = { ...fresh, verdict };
  return isNews(shown, judged) ? judged : shown;
}
