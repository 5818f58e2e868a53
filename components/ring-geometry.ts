/** The ring on a square of 200: it begins at twelve o'clock and runs clockwise. */
export const CENTRE = 100;
export const RADIUS = 88;

interface Point {
  x: number;
  y: number;
}

/** A share of the turn (0 to 1) to a point at `radius`. */
export function pointAt(share: number, radius = RADIUS): Point {
  const angle = 2 * Math.PI * share - Math.PI / 2;
  return { x: round(CENTRE + radius * Math.cos(angle)), y: round(CENTRE + radius * Math.sin(angle)) };
}

/** The path of an arc that covers a share of the turn; empty for nothing, closed for all of it. */
export function arcPath(share: number): string {
  const part = Math.min(1, Math.max(0, share));
  if (part === 0) return '';
  const start = pointAt(0);
  const half = pointAt(0.5);
  const arc = (to: Point, large: boolean) => `A${RADIUS} ${RADIUS} 0 ${large ? 1 : 0} 1 ${to.x} ${to.y}`;
  if (part > 0.999) return `M${start.x} ${start.y}${arc(half, false)}${arc(start, false)}Z`;
  return `M${start.x} ${start.y}${arc(pointAt(part), part > 0.5)}`;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
