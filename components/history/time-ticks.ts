import { dateFormat } from '../../utils/domain/intl.ts';
import type { Stretch } from '../../utils/domain/stretches.ts';

export interface Tick {
  /** 0 to 1, from the chart's beginning */
  at: number;
  /** it names the bar above it rather than the moment from which on it is that day */
  centred: boolean;
  text: string;
}

const DAY_STYLE = { day: 'numeric', month: 'short' } as const;
const MONTH_STYLE = { month: 'short', year: '2-digit' } as const;
/** Days beyond which months are named instead. */
const BY_MONTH = 120;
const MOST = 7;
/** Days that are wide enough for their names. */
const WIDE = 31;
/** Beyond it there is no room for a name that begins there. */
const EDGE = 0.85;

function isMarked(day: string, index: number, count: number): boolean {
  if (count <= BY_MONTH) return index % Math.ceil(count / MOST) === 0;
  const month = Number(day.slice(5, 7)) - 1;
  return day.endsWith('-01') && month % Math.ceil(count / 30 / MOST) === 0;
}

/** Names below a chart, at the beginnings of some of its days. */
export function timeTicks(stretches: readonly Stretch[], locale: string): Tick[] {
  const begins = stretches.flatMap(({ day }, index) =>
    stretches[index - 1]?.day === day ? [] : [{ day, index }],
  );
  const isWide = begins.length <= WIDE;
  const format = dateFormat(locale, 'UTC', begins.length <= BY_MONTH ? DAY_STYLE : MONTH_STYLE);
  return begins
    .filter(({ day }, index) => isMarked(day, index, begins.length))
    .map(({ day, index }) => ({
      at: (index + (isWide ? stretches.length / begins.length / 2 : 0)) / stretches.length,
      centred: isWide,
      text: format.format(Date.parse(`${day}T00:00:00Z`)),
    }))
    .filter(({ at }) => isWide || at < EDGE);
}
