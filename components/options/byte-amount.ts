import type { Settings } from '../../utils/domain/settings.ts';

/** The unit that a person types an amount in: mega or giga, decimal or binary. */
export type ByteUnit = 'mega' | 'giga';

/** Symbols of the units, the same in every language. */
export const UNIT_SYMBOLS: Record<Settings['units'], Record<ByteUnit, string>> = {
  decimal: { mega: 'MB', giga: 'GB' },
  binary: { mega: 'MiB', giga: 'GiB' },
};

function sizeOf(unit: ByteUnit, units: Settings['units']): number {
  const base = units === 'binary' ? 1024 : 1000;
  return unit === 'mega' ? base ** 2 : base ** 3;
}

/** Bytes as a person would type them: whole gigas as gigas, everything else in megas. */
export function typedAmount(
  bytes: number | null,
  units: Settings['units'],
): { text: string; unit: ByteUnit } {
  if (bytes === null) return { text: '', unit: 'mega' };
  const unit = bytes >= sizeOf('giga', units) ? 'giga' : 'mega';
  return { text: String(Number((bytes / sizeOf(unit, units)).toFixed(3))), unit };
}

/** What was typed, in bytes. null = nothing was typed; undefined = it is no amount of 0 or more. */
export function bytesTyped(
  text: string,
  unit: ByteUnit,
  units: Settings['units'],
): number | null | undefined {
  if (text.trim() === '') return null;
  const bytes = Math.round(Number(text) * sizeOf(unit, units));
  return Number.isSafeInteger(bytes) && bytes >= 0 ? bytes : undefined;
}
