import { expect } from 'vitest';
import { DAY } from '../../../utils/domain/instant.ts';
import { daysBetween } from './figures.ts';

const RUNGS = [1, 3, 7, 14, 30];
/** No step is due. */
const NONE = 99;

function rungOf(end: number, now: number, zone: string): number {
  if (end <= now) return NONE;
  const days = daysBetween(now, end, zone);
  return RUNGS.find((step) => days <= step) ?? NONE;
}

/** The ladder to the end of a number: each step once, and none missed for longer than two polls. */
export function createLapseJudge() {
  /** `must`: the step that has been told, or need not be */
  let state = { told: NONE, must: NONE, was: NONE, end: 0 };
  let rung = NONE;

  return {
    /** The number lapses at `end`. Answers whether that is clearly later than it was. */
    look(end: number, now: number, zone: string): boolean {
      // The same end told in another zone, or by the hour, is no later one.
      const isLater = end - state.end >= 2 * DAY;
      if (isLater) {
        // It takes back the steps that it is clearly beyond.
        const days = daysBetween(now, end, zone);
        const must = Math.max(state.must, RUNGS.find((step) => days < step + 2) ?? NONE);
        state = { told: NONE, must, was: NONE, end };
      }
      rung = rungOf(end, now, zone);
      return isLater;
    },
    titles(count: number): void {
      expect(count, 'two steps at once').toBeLessThanOrEqual(1);
      if (count === 0) return;
      expect(rung, 'a step of the ladder told again').toBeLessThan(state.told);
      state = { ...state, told: rung, must: rung };
    },
    excuse(stored: readonly string[]): void {
      if (stored.includes(`lapse-${rung}`)) state = { ...state, told: rung, must: rung };
    },
    missed(heldBack: boolean): void {
      if (!heldBack)
        expect(state.must, 'a step not told at the second poll').toBeLessThanOrEqual(
          Math.max(rung, state.was),
        );
      state = { ...state, was: rung };
    },
  };
}
