import type { BadgeTone } from './glance.ts';

/*
 * The background cannot know whether the toolbar is light or dark, so that every colour stands out from both
 * (3:1) and carries black text (4.5:1). The hues stay apart in every kind of colour vision.
 */
const COLOURS: Record<BadgeTone, string> = {
  ok: '#2891bd',
  low: '#c78005',
  critical: '#e65b51',
  attention: '#b860fb',
  quiet: '#8f8f8f',
};

/** Of the badge: CSS colours. */
export function badgeColours(tone: BadgeTone): { background: string; text: string } {
  return { background: COLOURS[tone], text: '#000000' };
}

/** Of the toolbar's ring: a CSS colour. */
export function ringColour(tone: BadgeTone): string {
  return COLOURS[tone];
}
