import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toMs } from '../../utils/domain/instant.ts';
import { chanceBefore, type Outlook, runOutOf } from '../../utils/domain/run-out.ts';
import { expectedUse, useModel } from '../../utils/domain/use-model.ts';
import { MB } from '../support/records.ts';
import { daysOf, ENDS_AT, TODAY } from '../support/use-history.ts';

const seed = { seed: 4, numRuns: 300 };
const bytes = fc.integer({ min: 0, max: 5_000 * MB });
const habits = fc.array(fc.option(bytes, { freq: 8, nil: null }), { minLength: 1, maxLength: 60 });

function outlook(used: readonly (number | null)[], remaining: number): Outlook | null {
  const model = useModel(daysOf(used));
  return model && { model, remaining, from: TODAY, zone: 'UTC' };
}

/** Never comes after all days. */
const ms = (at: string | null) => (at === null ? Number.POSITIVE_INFINITY : toMs(at));

describe('when what is left is used up', () => {
  it('is told as an interval around its middle, whatever the habits', () => {
    const inOrder = (used: (number | null)[], remaining: number) => {
      const found = outlook(used, remaining);
      if (!found) return;
      const { early, point, late } = runOutOf(found);
      expect(ms(early)).toBeGreaterThanOrEqual(toMs(TODAY));
      expect(ms(point)).toBeGreaterThanOrEqual(ms(early));
      expect(ms(late)).toBeGreaterThanOrEqual(ms(point));
    };
    fc.assert(fc.property(habits, bytes, inOrder), seed);
  });

  it('never comes later when every day uses more', () => {
    const noLater = (used: (number | null)[], remaining: number, more: number) => {
      const one = outlook(used, remaining);
      const other = outlook(
        used.map((day) => day && day * more),
        remaining,
      );
      if (!one || !other) return;
      for (const end of ['early', 'point', 'late'] as const)
        expect(ms(runOutOf(other)[end])).toBeLessThanOrEqual(ms(runOutOf(one)[end]) + 60_000);
      expect(chanceBefore(other, ENDS_AT)).toBeGreaterThanOrEqual(chanceBefore(one, ENDS_AT));
    };
    fc.assert(fc.property(habits, bytes, fc.integer({ min: 1, max: 9 }), noLater), seed);
  });

  it('in its middle, never comes later when a single day used more', () => {
    const noLater = (used: number[], index: number, more: number) => {
      const day = index % used.length;
      const level = (days: number[]) => useModel(daysOf(days))?.level ?? Number.NaN;
      const other = used.map((bytes, at) => (at === day ? bytes + more : bytes));
      expect(level(other)).toBeGreaterThan(level(used));
    };
    const known = fc.array(bytes, { minLength: 7, maxLength: 60 });
    fc.assert(fc.property(known, fc.nat(), fc.integer({ min: 1000, max: 900 * MB }), noLater), seed);
  });
});

describe('the chance that it runs out', () => {
  it('lies between 0 and 1, falls with what is left and rises with the days', () => {
    const monotone = (used: (number | null)[], a: number, b: number) => {
      const few = outlook(used, Math.min(a, b));
      const many = outlook(used, Math.max(a, b));
      if (!few || !many) return;
      for (const chance of [few, many].map((one) => chanceBefore(one, ENDS_AT))) {
        expect(chance).toBeGreaterThanOrEqual(0);
        expect(chance).toBeLessThanOrEqual(1);
      }
      expect(chanceBefore(few, ENDS_AT)).toBeGreaterThanOrEqual(chanceBefore(many, ENDS_AT));
    };
    fc.assert(fc.property(habits, bytes, bytes, monotone), seed);
  });

  it('is an even one on the day that the middle of the interval names', () => {
    const even = (used: (number | null)[], remaining: number) => {
      const found = outlook(used, remaining);
      const point = found && runOutOf(found).point;
      if (found && point && point > '2026-11-03') expect(chanceBefore(found, point)).toBeCloseTo(0.5, 1);
    };
    fc.assert(fc.property(habits, fc.integer({ min: MB, max: 5_000 * MB }), even), seed);
  });

  it('is none for a line that is not used, and certain where nothing is left', () => {
    const idle = outlook(Array(20).fill(0), 500 * MB);
    const empty = outlook(Array(20).fill(MB), 0);
    if (!idle || !empty) throw new Error('twenty days are enough');
    expect(chanceBefore(idle, ENDS_AT)).toBe(0);
    expect(runOutOf(idle)).toEqual({ early: null, point: null, late: null });
    expect(chanceBefore(empty, ENDS_AT)).toBe(1);
  });
});

describe('the habits of a person', () => {
  it('are not told of before seven whole days are known', () => {
    expect(useModel(daysOf([1, 2, 3, null, 4, 5, 6]))).toBeNull();
    expect(useModel(daysOf([1, 2, 3, null, 4, 5, 6, 7]))).not.toBeNull();
  });

  it('follow a change within weeks, and recent days more than old ones', () => {
    const changed = useModel(daysOf([...Array(30).fill(100), ...Array(20).fill(300)]));
    expect(changed?.level).toBeGreaterThan(240);
    expect(changed?.level).toBeLessThan(300);
  });

  it('hold weekdays back until they have shown for long, and then add up to a mean week', () => {
    const week = [100, 100, 100, 100, 100, 300, 300];
    const factorOfSunday = (weeks: number) => useModel(daysOf(Array(weeks).fill(week).flat()))?.weekday[0];
    const one = factorOfSunday(1) ?? 0;
    const six = factorOfSunday(6) ?? 0;
    expect(one).toBeGreaterThan(1);
    expect(six).toBeGreaterThan(one);
    expect(six).toBeLessThan(300 / (1100 / 7));
    const model = useModel(daysOf(Array(6).fill(week).flat()));
    if (!model) throw new Error('six weeks are enough');
    expect(expectedUse(model, 3, 14)).toBeCloseTo(14 * model.level);
    expect(expectedUse(model, 6, 2)).toBeGreaterThan(expectedUse(model, 1, 2));
  });
});
