import * as z from 'zod/mini';
import { Failure } from '../../domain/failure.ts';
import { orUnknown, text } from './answer.ts';
import { figure } from './loose.ts';
import { money } from './normalise.ts';
import { scaled } from './numbers.ts';
import { type Unit, unitOf } from './units.ts';

/** A Quantity of the TM Forum, or its Money; units are free text. */
export const quantityAnswer = orUnknown(z.object({ amount: figure, units: text, value: figure, unit: text }));

/** Bytes, seconds, messages, or minor units of `currency`. */
export interface Quantity {
  kind: Unit['kind'] | 'money';
  amount: number;
  currency: string | null;
}

/** Older records repeat the unit in the amount: `3600s`. */
const SUFFIXED = /^([+-]?[\d.]+)\s*(b|s|msg)$/i;
const CURRENCIES: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));

/**
 * null = no value is told. Throws Failure `unreadable` for a value without a unit, with an unknown one, or with two
 * that contradict each other.
 */
export function quantityOf(told: z.infer<typeof quantityAnswer>): Quantity | null {
  const value = told?.amount ?? told?.value ?? null;
  if (value === null) return null;
  const [, number = value, suffix = null] = SUFFIXED.exec(String(value).trim()) ?? [];
  const units = told?.units ?? told?.unit ?? suffix;
  if (units === null) throw new Failure('unreadable', 'an amount without a unit');
  const currency = units.trim().toUpperCase();
  if (CURRENCIES.has(currency)) return { kind: 'money', ...moneyOf(number, currency, suffix) };
  const unit = unitOf(units);
  if (suffix !== null && !same(unit, unitOf(suffix))) throw new Failure('unreadable', 'two units at once');
  return { kind: unit.kind, amount: scaled(number, unit.factor), currency: null };
}

function moneyOf(amount: string | number, currency: string, suffix: string | null) {
  if (suffix !== null) throw new Failure('unreadable', 'two units at once');
  return money(amount, currency);
}

function same(a: Unit, b: Unit): boolean {
  return a.kind === b.kind && a.factor === b.factor;
}
