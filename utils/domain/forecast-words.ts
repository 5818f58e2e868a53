import { allowancePerDay } from './allowance.ts';
import { daysLeft, formatData } from './format.ts';
import type { Estimate, GlanceLine } from './glance.ts';
import { type Instant, toMs } from './instant.ts';
import { dateFormat } from './intl.ts';
import { renews } from './renews.ts';
import type { Settings } from './settings.ts';
import type { Words } from './words.ts';

/** `Thu 3 Dec`, or from one day to another what the two do not share. */
function days(words: Words, zone: string, from: Instant, to: Instant = from): string {
  const style = { weekday: 'short', day: 'numeric', month: 'short' } as const;
  return dateFormat(words.locale, zone, style).formatRange(toMs(from), toMs(to));
}

const earlier = (a: Instant, b: Instant | null) => (b === null || a < b ? a : b);

/** Without an end to last to, the days alone are told. */
function openSentence({ early, point, late, zone }: Estimate, words: Words): string {
  if (early === null || point === null) return words.t('forecastYear');
  if (late === null) return words.t('forecastAtLeast', days(words, zone, early));
  return words.t('forecastBetween', days(words, zone, early, late));
}

/** What the sentence speaks of. */
export type Foreseen = Pick<GlanceLine, 'forecast' | 'headline' | 'endsAt' | 'autoRenew' | 'period'>;

/** How long it lasts, what would make it last, in one sentence; null = nothing can be told any more. */
function sentenceOf(line: Foreseen, forecast: Estimate, perDay: string | null, words: Words): string | null {
  const { endsAt, early, point, late, zone, verdict } = forecast;
  if (verdict === 'open' || endsAt === null) return openSentence(forecast, words);
  const renewal = renews(endsAt, line);
  const end = days(words, zone, endsAt);
  if (perDay === null) return null;
  if (verdict === 'lasts' || early === null) {
    const past = point === null ? 0 : daysLeft(point, endsAt, zone);
    if (!renewal) return words.t('forecastLastsToEnd', end);
    if (point === null || past < 1) return words.t('forecastLastsToRenewal', end);
    return words.n('forecastLasts', past, days(words, zone, point));
  }
  if (verdict === 'may-run-out')
    return words.t(renewal ? 'forecastMay' : 'forecastMayEnd', days(words, zone, early), end, perDay);
  const when = days(words, zone, early, earlier(endsAt, late));
  return words.t(renewal ? 'forecastRunsOut' : 'forecastRunsOutEnd', when, end, perDay);
}

/** Will it last? null = nothing to say. */
export function forecastSentence(
  line: Foreseen,
  words: Words,
  units: Settings['units'],
  now: Instant,
): string | null {
  const { forecast, headline, endsAt } = line;
  if (headline.kind !== 'data' || forecast.kind === 'none') return null;
  const allowance = endsAt === null ? null : allowancePerDay(headline.remaining, now, endsAt);
  const perDay = allowance === null ? null : formatData(allowance, units, words.locale);
  if (forecast.kind === 'estimate') {
    if (forecast.late !== null && forecast.late < now) return null;
    const early = forecast.early !== null && forecast.early < now ? now : forecast.early;
    return sentenceOf(line, { ...forecast, early }, perDay, words);
  }
  return perDay === null ? words.t('popupForecastNoHistory') : words.t('forecastNoHistoryAllowance', perDay);
}
