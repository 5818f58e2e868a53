import type { Forecast as Facts } from '../../utils/domain/glance.ts';
import type { MessageKey } from '../../utils/domain/words.ts';
import { useWords } from '../words-context.ts';

const FORECAST: Record<Facts['kind'], MessageKey> = { 'no-history': 'popupForecastNoHistory' };

/** Will it last? Never more certain than the data. */
export function Forecast({ forecast }: { forecast: Facts }) {
  return <p class="forecast">{useWords().t(FORECAST[forecast.kind])}</p>;
}
