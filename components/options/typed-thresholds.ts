import { minorDigits } from '../../utils/domain/format.ts';
import type { Thresholds } from '../../utils/domain/line.ts';
import type { Settings } from '../../utils/domain/settings.ts';
import { limitsOf } from '../../utils/domain/thresholds.ts';
import type { MessageKey } from '../../utils/domain/words.ts';
import { type ByteUnit, bytesTyped } from './byte-amount.ts';

/** An amount of data as it is being typed. */
export interface Typed {
  text: string;
  unit: ByteUnit;
}

interface AllTyped {
  low: Typed;
  critical: Typed;
  credit: string;
  /** minutes */
  voice: string;
  sms: string;
  units: Settings['units'];
  currency: string | null;
  /** bytes; null = unknown */
  total: number | null;
}

export type ReadThresholds =
  | { thresholds: Thresholds }
  | { field: 'low' | 'critical' | 'credit' | 'voice' | 'sms'; problem: MessageKey };

/** What was typed, in bytes and minor units; or where it cannot be used and why. */
export function readThresholds(typed: AllTyped): ReadThresholds {
  const lowBytes = bytesTyped(typed.low.text, typed.low.unit, typed.units);
  const criticalBytes = bytesTyped(typed.critical.text, typed.critical.unit, typed.units);
  const lowCredit = creditTyped(typed.credit, typed.currency);
  if (lowBytes === undefined) return { field: 'low', problem: 'lineThresholdNoAmount' };
  if (criticalBytes === undefined) return { field: 'critical', problem: 'lineThresholdNoAmount' };
  if (lowCredit === undefined) return { field: 'credit', problem: 'lineThresholdNoAmount' };
  const lowVoice = countTyped(typed.voice, 60);
  const lowSms = countTyped(typed.sms, 1);
  if (lowVoice === undefined) return { field: 'voice', problem: 'lineThresholdWhole' };
  if (lowSms === undefined) return { field: 'sms', problem: 'lineThresholdWhole' };
  const thresholds = { lowBytes, criticalBytes, lowCredit, lowVoice, lowSms };
  const { low, critical } = limitsOf(typed.total, thresholds);
  if (critical > low) {
    return { field: criticalBytes === null ? 'low' : 'critical', problem: 'lineThresholdOrder' };
  }
  return { thresholds };
}

/** Minor units as a person would type them in `currency`. */
export function typedCredit(amount: number | null, currency: string | null): string {
  return amount === null || currency === null ? '' : String(amount / 10 ** minorDigits(currency));
}

/** A count as a person would type it, in steps of `size`; nothing for the default. */
export function typedCount(count: number | null | undefined, size: number): string {
  return count === null || count === undefined ? '' : String(count / size);
}

/** null = nothing was typed; undefined = it is no whole number of 0 or more. */
function countTyped(text: string, size: number): number | null | undefined {
  if (text.trim() === '') return null;
  const count = Number(text);
  return Number.isSafeInteger(count * size) && Number.isInteger(count) && count >= 0
    ? count * size
    : undefined;
}

function creditTyped(text: string, currency: string | null): number | null | undefined {
  if (text.trim() === '' || currency === null) return null;
  const amount = Math.round(Number(text) * 10 ** minorDigits(currency));
  return Number.isSafeInteger(amount) && amount >= 0 ? amount : undefined;
}
