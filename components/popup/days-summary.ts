import { formatData } from '../../utils/domain/format.ts';
import type { DayUse } from '../../utils/domain/glance.ts';
import type { Settings } from '../../utils/domain/settings.ts';
import type { Words } from '../../utils/domain/words.ts';
import { dayName } from './day-name.ts';

/** The bars in one sentence. The average leaves today out, which is not over, and days that are not known. */
export function daysSummary(days: readonly DayUse[], words: Words, units: Settings['units']): string {
  const known = days.flatMap(({ day, used }) => (used === null ? [] : [{ day, used }]));
  const whole = known.filter(({ day }) => day !== days.at(-1)?.day);
  const [first, ...rest] = known;
  if (!first || whole.length === 0) return words.t('popupDaysNone');
  const most = rest.reduce((a, b) => (b.used > a.used ? b : a), first);
  const mean = whole.reduce((sum, { used }) => sum + used, 0) / whole.length;
  const amount = (bytes: number) => formatData(Math.round(bytes), units, words.locale);
  return words.t('popupDaysSummary', amount(mean), dayName(most.day, words.locale), amount(most.used));
}
