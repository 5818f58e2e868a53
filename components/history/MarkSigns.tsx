import type { Mark } from '../../utils/domain/level-series.ts';
import { Icon } from '../Icon.tsx';
import { SIGN_ICONS } from './Legend.tsx';

/** Signs nearer to each other than this share of the chart would lie on one another: the first stands for both. */
const ROOM = 0.03;

interface MarkSignsProps {
  marks: readonly Mark[];
  from: number;
  to: number;
}

/** Top-ups and new periods at the top of a chart. The table tells them all. */
export function MarkSigns({ marks, from, to }: MarkSignsProps) {
  const shown: (Mark & { place: number })[] = [];
  for (const mark of marks) {
    const place = (mark.at - from) / (to - from);
    const before = shown.at(-1);
    if (before === undefined || place - before.place >= ROOM) shown.push({ ...mark, place });
  }
  return (
    <div class="mark-signs" aria-hidden="true">
      {shown.map(({ at, what, place }) => (
        <span key={at} class={`sign sign-${what}`} style={{ left: `${place * 100}%` }}>
          <Icon name={SIGN_ICONS[what]} />
        </span>
      ))}
    </div>
  );
}
