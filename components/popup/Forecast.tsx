import { forecastSentence } from '../../utils/domain/forecast-words.ts';
import type { GlanceLine } from '../../utils/domain/glance.ts';
import { useNow } from '../now-context.ts';
import { useUnits } from '../units-context.ts';
import { useWords } from '../words-context.ts';

/** Will it last? Never more certain than the data. */
export function Forecast({ line }: { line: GlanceLine }) {
  const sentence = forecastSentence(line, useWords(), useUnits(), useNow());
  return sentence && <p class="forecast">{sentence}</p>;
}
