import { describe, expect, it } from 'vitest';
import { badgeColours, ringColour } from '../../utils/domain/colours.ts';
import type { BadgeTone } from '../../utils/domain/glance.ts';

const TONES: BadgeTone[] = ['ok', 'low', 'critical', 'attention', 'quiet'];
/** Toolbars of Chrome and Firefox. */
const TOOLBARS = ['#ffffff', '#f9f9fb', '#2b2a33', '#3c3c3c'];

type Triple = [number, number, number];

/** Linear light of `#rrggbb`. */
function light(colour: string): Triple {
  const part = (from: number) => {
    const value = Number.parseInt(colour.slice(from, from + 2), 16) / 255;
    return value <= 0.040_45 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [part(1), part(3), part(5)];
}

const luminance = ([r, g, b]: Triple) => 0.2126 * r + 0.7152 * g + 0.0722 * b;

/** WCAG 2.2, contrast ratio. */
function contrast(a: string, b: string): number {
  const [high = 0, low = 0] = [luminance(light(a)), luminance(light(b))].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

/** Full colour blindness of each kind, after Machado, Oliveira and Fernandes (2009); rows for linear light. */
const VISIONS: Record<string, [Triple, Triple, Triple]> = {
  usual: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  'red-blind': [
    [0.152_286, 1.052_583, -0.204_868],
    [0.114_503, 0.786_281, 0.099_216],
    [-0.003_882, -0.048_116, 1.051_998],
  ],
  'green-blind': [
    [0.367_322, 0.860_646, -0.227_968],
    [0.280_085, 0.672_501, 0.047_413],
    [-0.011_82, 0.042_94, 0.968_881],
  ],
  'blue-blind': [
    [1.255_528, -0.076_749, -0.178_779],
    [-0.078_411, 0.930_809, 0.147_602],
    [0.004_733, 0.691_367, 0.3039],
  ],
};

const dot = (a: Triple, b: Triple) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
const clamp = (value: number) => Math.min(1, Math.max(0, value));

function lab(colour: string, [r, g, b]: [Triple, Triple, Triple]): Triple {
  const from = light(colour);
  const seen: Triple = [clamp(dot(r, from)), clamp(dot(g, from)), clamp(dot(b, from))];
  const f = (value: number) => (value > 0.008_856 ? Math.cbrt(value) : 7.787 * value + 16 / 116);
  const x = f(dot([0.4124, 0.3576, 0.1805], seen) / 0.950_47);
  const y = f(luminance(seen));
  const z = f(dot([0.0193, 0.1192, 0.9505], seen) / 1.088_83);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

describe('the colours of the toolbar', () => {
  it.each(TONES)('F03: the text of a badge that is %s stands out by 4.5 to 1', (tone) => {
    const { background, text } = badgeColours(tone);
    expect(`${background}${text}`).toMatch(/^(#[0-9a-f]{6}){2}$/);
    expect(contrast(background, text)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(TONES)(
    'F03: ring and badge that are %s stand out by 3 to 1 from light and dark toolbars',
    (tone) => {
      for (const toolbar of TOOLBARS) {
        expect(contrast(ringColour(tone), toolbar)).toBeGreaterThanOrEqual(3);
        expect(contrast(badgeColours(tone).background, toolbar)).toBeGreaterThanOrEqual(3);
      }
    },
  );

  it.each(Object.keys(VISIONS))('all tones look different in %s vision', (name) => {
    const vision = VISIONS[name];
    if (!vision) throw new Error(name);
    for (const [index, tone] of TONES.entries())
      for (const other of TONES.slice(index + 1)) {
        const [a, b] = [lab(ringColour(tone), vision), lab(ringColour(other), vision)];
        expect(Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2])).toBeGreaterThan(20);
      }
  });
});
