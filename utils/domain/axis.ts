export interface Axis {
  /** not below the highest value */
  top: number;
  /** 0, the top and what lies between, evenly */
  ticks: number[];
}

const MOST_STEPS = 4;

/** Round figures from 0 to above `highest`, in multiples of `unit` (1; for binary data 1024, 1024² ...). */
export function axisFor(highest: number, unit = 1): Axis {
  const most = Math.max(highest, unit) / unit;
  const power = 10 ** Math.floor(Math.log10(most / MOST_STEPS));
  const candidates = [power, 2 * power, 5 * power, 10 * power, 20 * power].filter(
    (step) => step >= 1 || unit > 1,
  );
  const step = candidates.find((each) => each * MOST_STEPS >= most) ?? 10 * power;
  const count = Math.max(1, Math.ceil(most / step));
  const ticks = Array.from({ length: count + 1 }, (_, index) => index * step * unit);
  return { top: count * step * unit, ticks };
}

/** The unit in which binary data of that size is told. */
export function binaryUnit(bytes: number): number {
  return 1024 ** Math.max(1, Math.floor(Math.log2(Math.max(1, bytes)) / 10));
}
