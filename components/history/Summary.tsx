import { formatData } from '../../utils/domain/format.ts';
import type { UseSummary } from '../../utils/domain/history-window.ts';
import { useUnits } from '../units-context.ts';
import { useWords } from '../words-context.ts';
import { stretchName } from './stretch-name.ts';
import { barWords } from './use-words.ts';

/** The period in three figures. */
export function Summary({ summary }: { summary: UseSummary }) {
  const words = useWords();
  const units = useUnits();
  const { t, locale } = words;
  const { total, mean, most } = summary;
  if (total.used === null) return <p class="soft">{t('historyNone')}</p>;
  return (
    <dl class="tiles">
      <Tile name={t('historyTotal')} figure={barWords(total, words, units)} />
      {mean !== null && <Tile name={t('historyMean')} figure={formatData(mean, units, locale)} />}
      {most && (
        <Tile
          name={t('historyMost')}
          figure={formatData(most.used, units, locale)}
          note={stretchName({ day: most.day, start: 0 }, 'day', locale, null)}
        />
      )}
    </dl>
  );
}

function Tile({ name, figure, note }: { name: string; figure: string; note?: string }) {
  return (
    <div class="tile">
      <dt class="small soft">{name}</dt>
      <dd>
        <bdi class="tile-figure">{figure}</bdi>
        {note && <span class="small soft">{note}</span>}
      </dd>
    </div>
  );
}
