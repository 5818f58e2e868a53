/** The ring on a square of 200: it begins at twelve o'clock and runs clockwise. */
export const CENTRE = 100;
export const RADIUS = 88;
export const WIDTH = 13;

/** What part of the turn a round end adds. */
export const ROUND_END = WIDTH / 2 / (2 * Math.PI * RADIUS);

interface Point {
  x: number;
  y: number;
}

/** A share of the turn (0 to 1) to a point at `radius`. */
export function pointAt(share: number, radius = RADIUS): Point {
  const angle = 2 * Math.PI * share - Math.PI / 2;
  return { x: round(CENTRE + radius * Math.cos(angle)), y: round(CENTRE + radius * Math.sin(angle)) };
}

/** The path of an arc from one share of the turn to another; empty for nothing, closed for all of it. */
export function arcPath(to: number, from = 0): string {
  const end = Math.min(1, to);
  if (end <= from) return '';
  const start = pointAt(from);
  const half = pointAt(0.5);
  const arc = (at: Point, large: boolean) => `A${RADIUS} ${RADIUS} 0 ${large ? 1 : 0} 1 ${at.x} ${at.y}`;
  if (end - from > 0.999) return `M${start.x} ${start.y}${arc(half, false)}${arc(start, false)}Z`;
  return `M${start.x} ${start.y}${arc(pointAt(end), end - from > 0.5)}`;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
