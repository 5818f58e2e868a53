import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { axisFor, binaryUnit } from '../../utils/domain/axis.ts';

describe('the figures beside a chart', () => {
  it('are round', () => {
    expect(axisFor(640e6).ticks).toEqual([0, 200e6, 400e6, 600e6, 800e6]);
    expect(axisFor(10e9).ticks).toEqual([0, 5e9, 10e9]);
    expect(axisFor(1240).ticks).toEqual([0, 500, 1000, 1500]);
  });

  it('are round in binary units too', () => {
    const bytes = 3.2 * 1024 ** 3;
    expect(axisFor(bytes, binaryUnit(bytes)).ticks.map((tick) => tick / 1024 ** 3)).toEqual([0, 1, 2, 3, 4]);
  });

  it('hold every figure with two to five marks', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 45 }), fc.boolean(), (highest, binary) => {
        const { top, ticks } = axisFor(highest, binary ? binaryUnit(highest) : 1);
        expect(top).toBeGreaterThanOrEqual(highest);
        expect(ticks.length).toBeGreaterThanOrEqual(2);
        expect(ticks.length).toBeLessThanOrEqual(5);
        expect(ticks.at(-1)).toBe(top);
      }),
      { seed: 4, numRuns: 500 },
    );
  });
});
