const SPEED = /^(\d{1,6}(?:\.\d{1,6})?)\s?([kmg]?)bps$/i;
const FACTORS: Readonly<Record<string, number>> = { '': 1, k: 1e3, m: 1e6, g: 1e9 };

/** A speed as carriers write it, `1.25 Mbps`, in bit/s; null for anything else. */
export function bitsPerSecond(text: string | null): number | null {
  const [, amount = '', prefix = ''] = SPEED.exec(text?.trim() ?? '') ?? [];
  return amount === '' ? null : Math.round(Number(amount) * (FACTORS[prefix.toLowerCase()] ?? 1));
}
