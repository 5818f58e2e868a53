import { LevelCard } from '../../components/history/LevelCard.tsx';
import { useWords } from '../../components/words-context.ts';
import type { GlanceLine } from '../../utils/domain/glance.ts';
import { measuresOf } from '../../utils/domain/level-series.ts';
import type { Per, Stretch } from '../../utils/domain/stretches.ts';
import type { Track } from '../../utils/domain/track.ts';

interface LevelsProps {
  lines: readonly GlanceLine[];
  read: readonly Track[];
  stretches: readonly Stretch[];
  per: Per;
  zone: string | null;
}

/** What remained, a chart for each line and each thing that it tells. */
export function Levels({ lines, read, ...rest }: LevelsProps) {
  const { t } = useWords();
  const charts = read.flatMap((track) =>
    measuresOf(track.samples).map((measure) => {
      const what = t(measure.kind === 'data' ? 'historyRemaining' : 'historyCredit');
      const name = lines.find(({ id }) => id === track.lineId)?.name ?? '';
      const title = lines.length > 1 ? t('historyOfLine', name, what) : what;
      return { key: `${measure.kind} ${track.lineId}`, title, track, measure };
    }),
  );
  return (
    <div class={lines.length > 1 ? 'levels' : 'levels levels-one'}>
      {charts.map(({ key, ...chart }) => (
        <LevelCard key={key} {...chart} {...rest} />
      ))}
    </div>
  );
}
