import type { GlanceLine } from './glance.ts';
import { countedBuckets } from './headline.ts';
import { numberFormat } from './intl.ts';

type Unit = 'kilobit-per-second' | 'megabit-per-second';

function inUnit(value: number, unit: Unit, locale: string): string {
  const style = { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: 1 } as const;
  return numberFormat(locale, style).format(value);
}

/** A speed in bit/s. */
export function formatSpeed(bitsPerSecond: number, locale: string): string {
  return bitsPerSecond < 1_000_000
    ? inUnit(bitsPerSecond / 1000, 'kilobit-per-second', locale)
    : inUnit(bitsPerSecond / 1_000_000, 'megabit-per-second', locale);
}

/** How fast a line goes that is slow now, bit/s: the best that its buckets give; null = the carrier does not say. */
export function capOf({ buckets }: Pick<GlanceLine, 'buckets'>): number | null {
  const caps = countedBuckets({ buckets }).map(({ throttledTo }) => throttledTo ?? 0);
  return Math.max(0, ...caps) || null;
}
