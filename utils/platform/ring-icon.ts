import { ringColour } from '../domain/colours.ts';
import type { Badge } from '../domain/glance.ts';

const SIZES = [16, 32] as const;
const TRACK = 'rgba(128, 128, 128, 0.45)';
const START = -Math.PI / 2;

/** The toolbar icon: a ring that empties, dashed when the figure is old, with a double bar when the line is slow. */
export function drawRing(badge: Badge): Record<number, ImageData> {
  return Object.fromEntries(SIZES.map((size) => [size, drawAt(size, badge)]));
}

function drawAt(size: number, badge: Badge): ImageData {
  const context = new OffscreenCanvas(size, size).getContext('2d');
  if (!context) return new ImageData(size, size);
  const width = size / 5;
  const radius = (size - width) / 2;
  const centre = size / 2;
  context.lineWidth = width;
  if (badge.stale) context.setLineDash([radius * 0.52, radius * 0.26]);
  arc(context, centre, radius, 1, TRACK);
  if (badge.ring !== null && badge.ring > 0) arc(context, centre, radius, badge.ring, ringColour(badge.tone));
  if (badge.slow) slowBars(context, size, ringColour(badge.tone));
  return context.getImageData(0, 0, size, size);
}

type Context = OffscreenCanvasRenderingContext2D;

function arc(context: Context, centre: number, radius: number, share: number, colour: string): void {
  context.beginPath();
  context.arc(centre, centre, radius, START, START + 2 * Math.PI * Math.min(1, share));
  context.strokeStyle = colour;
  context.stroke();
}

function slowBars(context: Context, size: number, colour: string): void {
  context.fillStyle = colour;
  const bar = size / 8;
  context.fillRect(size * 0.35, size * 0.35, bar, size * 0.3);
  context.fillRect(size * 0.55, size * 0.35, bar, size * 0.3);
}
