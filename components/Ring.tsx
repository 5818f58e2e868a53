import type { ComponentChildren } from 'preact';
import { arcPath, CENTRE, pointAt, RADIUS, ROUND_END } from './ring-geometry.ts';

export type RingTone = 'ok' | 'low' | 'critical' | 'quiet';

export interface RingProps {
  /** what is left, 0 to 1; null = the ring stays empty */
  share: number | null;
  /** where the ring would end if use were even, 0 to 1; null = no notch */
  notch: number | null;
  tone: RingTone;
  /** the figure is old: the ring is dashed */
  stale: boolean;
  /** the line is slow: a double bar */
  slow: boolean;
  /** the ring in words */
  label: string;
  /** the figure inside; a small ring has none */
  children?: ComponentChildren;
}

const NOTCH_IN = RADIUS - 11;
const NOTCH_OUT = RADIUS + 11;

/** The ring that empties, with the figure inside. */
export function Ring({ share, notch, tone, stale, slow, label, children }: RingProps) {
  return (
    <div class={`ring ring-${tone}`}>
      <svg viewBox="0 0 200 200" role="img" aria-label={label}>
        <circle class="ring-track" cx={CENTRE} cy={CENTRE} r={RADIUS} />
        {share !== null && <Value share={share} stale={stale} />}
        {notch !== null && <Notch at={notch} />}
        {slow && <path class="ring-slow" d="M94 38v18M106 38v18" />}
      </svg>
      <div class="ring-inside">{children}</div>
    </div>
  );
}

/** Round ends are drawn within the share, so that the ring never shows more than there is. */
function Value({ share, stale }: { share: number; stale: boolean }) {
  const round = !stale && share > 4 * ROUND_END && share < 1;
  const end = round ? ROUND_END : 0;
  const look = stale ? 'ring-stale' : round ? 'ring-round' : '';
  return <path class={`ring-value ${look}`} d={arcPath(share - end, end)} />;
}

function Notch({ at }: { at: number }) {
  const from = pointAt(at, NOTCH_IN);
  const to = pointAt(at, NOTCH_OUT);
  const ends = { x1: from.x, y1: from.y, x2: to.x, y2: to.y };
  return (
    <>
      <line class="ring-notch-halo" {...ends} />
      <line class="ring-notch" {...ends} />
    </>
  );
}
