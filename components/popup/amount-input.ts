import type { CustomAmount } from '../../utils/domain/offers.ts';

/** How many decimal digits a currency has: 2 for EUR, 0 for JPY, 3 for KWD. */
export function currencyDigits(currency: string): number {
  const format = new Intl.NumberFormat('en', { style: 'currency', currency });
  return format.resolvedOptions().maximumFractionDigits ?? 2;
}

/** What was typed as an amount in minor units; null where it is no amount that the carrier takes. */
export function parseAmount(typed: string, { currency, min, max, step }: CustomAmount): number | null {
  const digits = currencyDigits(currency);
  const parts = /^(\d{1,9})(?:[.,](\d+))?$/.exec(typed.trim());
  const decimals = parts?.[2] ?? '';
  if (!parts?.[1] || decimals.length > digits) return null;
  const amount = Number(parts[1] + decimals.padEnd(digits, '0'));
  const fits = amount > 0 && amount >= min && amount <= max && (amount - min) % step === 0;
  return fits ? amount : null;
}
