import { Failure } from '../../domain/failure.ts';
import type { Bucket } from '../../domain/reading.ts';
import { scaled } from './numbers.ts';

export interface Unit {
  kind: Extract<Bucket['kind'], 'data' | 'voice' | 'sms'>;
  /** bytes, seconds or messages in one of it */
  factor: number;
}

const PREFIXES = ['', 'k', 'm', 'g', 't'];
/** `GB`, `Go` (French), `GBytes`, `gigabytes`, `gigaoctets`; a volume is never told in bits, so case says nothing. */
const DECIMAL_UNIT = /^([kmgt]?)(?:b|o)$|^([kmgt]|kilo|mega|giga|tera)?(?:bytes?|octets?)$/;
const BINARY_UNIT = /^([kmgt])i[bo]$|^(ki|me|gi|te)bibytes?$/;

const OTHER_UNITS = new Map<string, Unit>(
  Object.entries({
    s: { kind: 'voice', factor: 1 },
    sec: { kind: 'voice', factor: 1 },
    second: { kind: 'voice', factor: 1 },
    min: { kind: 'voice', factor: 60 },
    minute: { kind: 'voice', factor: 60 },
    h: { kind: 'voice', factor: 3600 },
    hr: { kind: 'voice', factor: 3600 },
    hour: { kind: 'voice', factor: 3600 },
    msg: { kind: 'sms', factor: 1 },
    message: { kind: 'sms', factor: 1 },
    sms: { kind: 'sms', factor: 1 },
    piece: { kind: 'sms', factor: 1 },
    pc: { kind: 'sms', factor: 1 },
  } as const),
);

/**
 * What a unit's name means. KB to TB and Ko to To are powers of `base` (1000, or 1024 where the dialect counts
 * so), KiB to TiB always of 1024. The dot of an abbreviation says nothing. Throws Failure `unreadable` for an
 * unknown unit.
 */
export function unitOf(text: string, base: 1000 | 1024 = 1000): Unit {
  const name = text.trim().toLowerCase().replace(/\.$/, '');
  const binary = BINARY_UNIT.exec(name);
  if (binary) return { kind: 'data', factor: power(1024, binary[1] ?? binary[2]) };
  const plain = DECIMAL_UNIT.exec(name);
  if (plain) return { kind: 'data', factor: power(base, plain[1] ?? plain[2]) };
  const other = OTHER_UNITS.get(name) ?? OTHER_UNITS.get(name.replace(/s$/, ''));
  if (!other) throw new Failure('unreadable', 'an unknown unit');
  return other;
}

/** An amount in a unit as bytes, seconds or messages, rounded once. Throws Failure `unreadable`. */
export function amountIn(amount: string | number, unit: string, base: 1000 | 1024 = 1000): number {
  return scaled(amount, unitOf(unit, base).factor);
}

function power(base: number, prefix = ''): number {
  return base ** PREFIXES.indexOf(prefix.slice(0, 1));
}
