import { Failure } from '../../domain/failure.ts';

/** A decimal as it stands in JSON or text: no grouping, a dot as its mark, an exponent at most of three digits. */
const DECIMAL = /^([+-]?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d{1,3}))?$/;
/** Far more digits than any amount has; beyond it the text is not a figure. */
const MAX_DIGITS = 400;

/**
 * `amount` x `factor`, exact until it is rounded once to the nearest integer (halves away from zero).
 * Throws Failure `unreadable` for what is not a decimal and for a result that a number cannot hold exactly.
 */
export function scaled(amount: string | number, factor = 1): number {
  const [, sign, whole = '', fraction = '', exponent = '0'] = decimal(String(amount).trim());
  const places = fraction.length - Number(exponent);
  const digits = BigInt(whole + fraction) * BigInt(factor);
  const rounded = places > 0 ? divideRounded(digits, 10n ** BigInt(places)) : digits * 10n ** BigInt(-places);
  if (rounded > BigInt(Number.MAX_SAFE_INTEGER))
    throw new Failure('unreadable', 'a figure too large to hold');
  const value = Number(rounded);
  return sign === '-' && value !== 0 ? -value : value;
}

/** A string of digits, read exactly. Throws Failure `unreadable` for anything else, a sign and a point included. */
export function wholeNumber(digits: string): number {
  if (!/^\d+$/.test(digits)) throw new Failure('unreadable', 'not a string of digits');
  return scaled(digits);
}

/**
 * A number written for people, in the notation that the dialect declares: `1.234,56` with the mark `,`. Groups
 * are of three digits. Answers it as a plain decimal, null where it is written in any other way.
 */
export function localDecimal(text: string, mark: '.' | ','): string | null {
  const groups = mark === ',' ? '[.\\s\u00a0\u202f]' : '[,\\s\u00a0\u202f]';
  const whole = `\\d{1,3}(?:${groups}\\d{3})+|\\d+`;
  const found = new RegExp(`^([+-]?)(${whole})(?:\\${mark}(\\d+))?$`).exec(text.trim());
  if (!found) return null;
  const [, sign = '', integer = '', fraction] = found;
  const plain = `${sign}${integer.replace(/\D/g, '')}`;
  return fraction === undefined ? plain : `${plain}.${fraction}`;
}

/**
 * A number written for people where nobody says which mark is the decimal one, as a plain decimal. null where it is
 * none, or could be read in two ways, as `1.234`; of those the one with `places` decimals counts, where it is known.
 */
export function writtenDecimal(text: string, places: number | null = null): string | null {
  const readings = [localDecimal(text, '.'), localDecimal(text, ',')].filter((one) => one !== null);
  // No group begins with a zero, so 0.123 has one reading.
  const sound = [...new Set(readings.filter((one) => !/^[+-]?0\d/.test(one)))];
  if (sound.length < 2) return sound[0] ?? null;
  const fitting = sound.filter((one) => (one.split('.')[1] ?? '').length === places);
  return fitting.length === 1 ? (fitting[0] ?? null) : null;
}

function decimal(text: string): RegExpExecArray {
  const found = text.length <= MAX_DIGITS ? DECIMAL.exec(text) : null;
  if (!found) throw new Failure('unreadable', 'not a number');
  return found;
}

function divideRounded(value: bigint, by: bigint): bigint {
  return (value * 2n + by) / (by * 2n);
}
