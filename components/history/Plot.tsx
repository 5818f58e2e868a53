import type { ComponentChildren } from 'preact';
import type { Axis } from '../../utils/domain/axis.ts';
import { HEIGHT, WIDTH } from './geometry.ts';
import { Scrub } from './Scrub.tsx';
import type { Tick } from './time-ticks.ts';

export interface PlotProps {
  axis: Axis;
  format: (value: number) => string;
  ticks: readonly Tick[];
  /** what the chart is called where it is gone through by keyboard */
  label: string;
  /** the single figures, oldest first */
  count: number;
  figureAt: (index: number) => string;
  /** drawn in a box of WIDTH by HEIGHT, which is stretched */
  children: ComponentChildren;
  /** what stands over the drawing without being stretched */
  over?: ComponentChildren;
}

/** A chart with its axes. Time runs from left to right in every language. */
export function Plot({ axis, format, ticks, label, count, figureAt, children, over }: PlotProps) {
  return (
    <div class="plot" dir="ltr">
      <div class="axis-y small soft" aria-hidden="true">
        {axis.ticks.map((tick) => (
          <span key={tick} style={{ insetBlockEnd: `${(tick / axis.top) * 100}%` }}>
            {format(tick)}
          </span>
        ))}
      </div>
      <div class="plot-room">
        <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
          {axis.ticks.map((tick) => {
            const y = HEIGHT - (tick / axis.top) * HEIGHT;
            return <path key={tick} class="grid-line" d={`M0,${y}H${WIDTH}`} />;
          })}
          {children}
        </svg>
        {over}
        <Scrub label={label} count={count} figureAt={figureAt} />
      </div>
      <div class="axis-x small soft" aria-hidden="true">
        {ticks.map(({ at, text, centred }) => (
          <span key={at} class={centred ? 'tick-centred' : undefined} style={{ left: `${at * 100}%` }}>
            {text}
          </span>
        ))}
      </div>
    </div>
  );
}
