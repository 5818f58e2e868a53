import { axisFor, binaryUnit } from '../../utils/domain/axis.ts';
import { formatData } from '../../utils/domain/format.ts';
import type { Per, Stretch } from '../../utils/domain/stretches.ts';
import { thinBars } from '../../utils/domain/thin.ts';
import type { Bar } from '../../utils/domain/use-series.ts';
import { formatCount } from '../amounts.ts';
import { Card } from '../options/Card.tsx';
import { useUnits } from '../units-context.ts';
import { useWords } from '../words-context.ts';
import { FigureTable } from './FigureTable.tsx';
import { bandsPath, barsPath } from './geometry.ts';
import { Legend } from './Legend.tsx';
import { Plot } from './Plot.tsx';
import { stretchName } from './stretch-name.ts';
import { timeTicks } from './time-ticks.ts';
import { barWords } from './use-words.ts';

/** The least that a chart reaches up to, so that a few kilobytes do not look like much. */
const LEAST = 1_000_000;
/** Days; what is older was rolled up to days of UTC. */
const HOURS_KEPT = 90;
/** As many bars as can be told from each other; the days that are kept are fewer. */
const MOST_BARS = 800;

export interface UseCardProps {
  stretches: readonly Stretch[];
  bars: readonly Bar[];
  per: Per;
  zone: string | null;
}

/** What was used, a bar for each day or hour. */
export function UseCard({ stretches, bars, per, zone }: UseCardProps) {
  const words = useWords();
  const units = useUnits();
  const { t, locale } = words;
  const title = t(per === 'day' ? 'historyUsePerDay' : 'historyUsePerHour');
  const highest = Math.max(LEAST, ...bars.map(({ used }) => used ?? 0));
  const axis = axisFor(highest, units === 'binary' ? binaryUnit(highest) : 1);
  const nameAt = (index: number) => {
    const stretch = stretches[index];
    return stretch ? stretchName(stretch, per, locale, zone) : '';
  };
  const wordsAt = (index: number) => barWords(bars[index] ?? { used: null, atLeast: false }, words, units);
  const each = Math.ceil(bars.length / MOST_BARS);
  return (
    <Card title={title}>
      <Plot
        axis={axis}
        format={(value) => formatData(value, units, locale)}
        ticks={timeTicks(stretches, locale)}
        label={t('historyScrub', title)}
        count={bars.length}
        figureAt={(index) => t('historyPoint', nameAt(index), wordsAt(index))}
      >
        <Bars bars={bars} top={axis.top} isOpen={per === 'day'} />
      </Plot>
      <Legend shows={bars.some(({ used }) => used === null) ? ['gap'] : []} />
      {each > 1 && <p class="small soft">{t('historyPeaks', formatCount(each, locale))}</p>}
      {per === 'hour' && <p class="small soft">{t('historyHours')}</p>}
      {per === 'day' && bars.length > HOURS_KEPT && <p class="small soft">{t('historyUtcDays')}</p>}
      <FigureTable
        caption={title}
        columns={[t(per === 'day' ? 'historyDay' : 'historyHour'), t('historyTotal')]}
        rows={() => bars.map((_, index) => [nameAt(index), wordsAt(index)]).toReversed()}
      />
    </Card>
  );
}

interface BarsProps {
  bars: readonly Bar[];
  top: number;
  /** the last bar is of a day that is not over */
  isOpen: boolean;
}

function Bars({ bars, top, isOpen }: BarsProps) {
  const columns = thinBars(bars, MOST_BARS).map((bar, column) => ({ ...bar, column }));
  const last = isOpen ? bars.length - 1 : bars.length;
  const unknown = columns.filter(({ used }) => used === null).map(({ column }) => column);
  const path = (is: (bar: (typeof columns)[number]) => boolean) =>
    barsPath(
      columns.filter((bar) => bar.used !== null && is(bar)),
      columns.length,
      top,
    );
  return (
    <>
      <path class="band" d={bandsPath(unknown, columns.length)} />
      <path class="use" d={path(({ index, atLeast }) => index < last && !atLeast)} />
      <path class="use-open" d={path(({ index, atLeast }) => index >= last || atLeast)} />
    </>
  );
}
