import { axisFor, binaryUnit } from '../../utils/domain/axis.ts';
import { formatData, formatMoney } from '../../utils/domain/format.ts';
import {
  lastIn,
  type Mark,
  type Measure,
  marksOf,
  type Span,
  spansOf,
} from '../../utils/domain/level-series.ts';
import type { Settings } from '../../utils/domain/settings.ts';
import type { Per, Stretch } from '../../utils/domain/stretches.ts';
import { thinLevel } from '../../utils/domain/thin.ts';
import type { Track } from '../../utils/domain/track.ts';
import { Card } from '../options/Card.tsx';
import { useUnits } from '../units-context.ts';
import { useWords } from '../words-context.ts';
import { eventsIn } from './events.ts';
import { FigureTable } from './FigureTable.tsx';
import { areaPath, HEIGHT, levelPath, WIDTH } from './geometry.ts';
import { Legend, type Sign } from './Legend.tsx';
import { MarkSigns } from './MarkSigns.tsx';
import { Plot } from './Plot.tsx';
import { stretchName } from './stretch-name.ts';
import { timeTicks } from './time-ticks.ts';

export interface LevelCardProps {
  title: string;
  track: Track;
  measure: Measure;
  stretches: readonly Stretch[];
  per: Per;
  zone: string | null;
}

/** What remained over time, with what happened to the line. */
export function LevelCard({ title, track, measure, stretches, per, zone }: LevelCardProps) {
  const { t, locale } = useWords();
  const units = useUnits();
  const from = stretches[0]?.start ?? 0;
  const to = stretches.at(-1)?.end ?? 1;
  const spans = spansOf(track, measure);
  const marks = marksOf(track, from, to);
  const last = lastIn(stretches, spans);
  const format = (value: number) => levelWords(value, measure, units, locale);
  const axis = axisOf(spans, from, to, measure, units);
  const nameAt = (index: number) => {
    const stretch = stretches[index];
    return stretch ? stretchName(stretch, per, locale, zone) : '';
  };
  const wordsAt = (index: number) => {
    const value = last[index] ?? null;
    return value === null ? t('historyUnknown') : format(value);
  };
  const signs: Sign[] = [...new Set(marks.map(({ what }) => what))];
  if (last.includes(null)) signs.push('gap');
  return (
    <Card title={title}>
      <Plot
        axis={axis}
        format={format}
        ticks={timeTicks(stretches, locale)}
        label={t('historyScrub', title)}
        count={stretches.length}
        figureAt={(index) => t('historyPoint', nameAt(index), wordsAt(index))}
        over={<MarkSigns marks={marks} from={from} to={to} />}
      >
        <Level spans={spans} marks={marks} from={from} to={to} top={axis.top} />
      </Plot>
      <Legend shows={signs} />
      <FigureTable
        caption={title}
        columns={[t(per === 'day' ? 'historyDay' : 'historyHour'), t('historyLast'), t('historyEvents')]}
        rows={() => {
          const events = eventsIn(stretches, marks, per, { t, locale }, zone);
          return stretches
            .map((_, index) => [nameAt(index), wordsAt(index), events[index] ?? ''])
            .toReversed();
        }}
      />
    </Card>
  );
}

function levelWords(value: number, measure: Measure, units: Settings['units'], locale: string): string {
  return measure.kind === 'data'
    ? formatData(value, units, locale)
    : formatMoney({ amount: value, currency: measure.currency }, locale);
}

/** The least that a chart of data reaches up to. */
const LEAST = 1_000_000;

function axisOf(
  spans: readonly Span[],
  from: number,
  to: number,
  measure: Measure,
  units: Settings['units'],
) {
  const values = spans.map((span) => (span.to >= from && span.from < to ? (span.value ?? 0) : 0));
  const highest = values.reduce((most, value) => Math.max(most, value), measure.kind === 'data' ? LEAST : 1);
  return axisFor(highest, measure.kind === 'data' && units === 'binary' ? binaryUnit(highest) : 1);
}

interface LevelProps {
  spans: readonly Span[];
  marks: readonly Mark[];
  from: number;
  to: number;
  top: number;
}

function Level({ spans, marks, from, to, top }: LevelProps) {
  const runs = thinLevel(spans, from, to, WIDTH);
  const place = (ms: number) => ((ms - from) / (to - from)) * WIDTH;
  const edges = [0, ...runs.flatMap(({ steps, end }) => [steps[0]?.x ?? 0, end])];
  const gaps = edges.flatMap((begin, index) => {
    const end = edges[index + 1];
    return index % 2 === 0 && end !== undefined && end > begin
      ? [`M${begin},0H${end}V${HEIGHT}H${begin}Z`]
      : [];
  });
  return (
    <>
      <path class="band" d={gaps.join('')} />
      <path class="level-area" d={areaPath(runs, top)} />
      <path class="mark-line" d={marks.map(({ at }) => `M${place(at)},0V${HEIGHT}`).join('')} />
      <path class="level" d={levelPath(runs, top)} />
    </>
  );
}
