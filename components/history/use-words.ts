import { formatData } from '../../utils/domain/format.ts';
import type { Settings } from '../../utils/domain/settings.ts';
import type { Bar } from '../../utils/domain/use-series.ts';
import type { Words } from '../../utils/domain/words.ts';

/** What was used, in words: `1.2 GB`, `at least 1.2 GB`, `not known`. */
export function barWords({ used, atLeast }: Bar, { t, locale }: Words, units: Settings['units']): string {
  if (used === null) return t('historyUnknown');
  const amount = formatData(used, units, locale);
  return atLeast ? t('historyAtLeast', amount) : amount;
}
