import { allowancePerDay } from '../../utils/domain/allowance.ts';
import { formatData, formatDay } from '../../utils/domain/format.ts';
import type { GlanceLine } from '../../utils/domain/glance.ts';
import { useNow } from '../now-context.ts';
import { useUnits } from '../units-context.ts';
import { useWords } from '../words-context.ts';

/** What a day may use where the forecast does not say it, as the data lasts anyway. */
export function Allowance({ line }: { line: GlanceLine }) {
  const words = useWords();
  const units = useUnits();
  const now = useNow();
  const { headline, forecast, endsAt, zone } = line;
  if (headline.kind !== 'data' || headline.remaining <= 0 || !endsAt) return null;
  if (forecast.kind !== 'estimate' || forecast.verdict !== 'lasts') return null;
  const perDay = allowancePerDay(headline.remaining, now, endsAt);
  if (perDay === null) return null;
  const day = formatDay(endsAt, words.locale, zone);
  return <p class="allowance">{words.t('allowanceUntil', formatData(perDay, units, words.locale), day)}</p>;
}
