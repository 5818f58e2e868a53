import { browser } from 'wxt/browser';
import * as z from 'zod/mini';
import { toInstant } from '../../domain/instant.ts';
import { whole } from '../../domain/whole.ts';

/** Desperate measures, of which only so many are allowed a day. */
export type Measure = 'migration' | 'rebuild';

export interface Ledger {
  isSpent(measure: Measure): Promise<boolean>;
  /** Counts one; false = none is left today, or counting is not possible. */
  spend(measure: Measure): Promise<boolean>;
}

export const LEDGER_KEY = 'storageAttempts';
const A_DAY = 3;

const count = whole().check(z.minimum(0));
const schema = z.object({ day: z.string(), migration: count, rebuild: count });

/** Kept in `storage.local`, so that a worker that starts again does not start counting again. */
export function createLedger(now: () => number): Ledger {
  const today = async () => {
    const day = toInstant(now()).slice(0, 10);
    const stored = schema.safeParse((await browser.storage.local.get(LEDGER_KEY))[LEDGER_KEY]);
    return stored.success && stored.data.day === day ? stored.data : { day, migration: 0, rebuild: 0 };
  };
  return {
    isSpent: async (measure) => {
      try {
        return (await today())[measure] >= A_DAY;
      } catch {
        return false;
      }
    },
    spend: async (measure) => {
      try {
        const spent = await today();
        if (spent[measure] >= A_DAY) return false;
        await browser.storage.local.set({ [LEDGER_KEY]: { ...spent, [measure]: spent[measure] + 1 } });
        return true;
      } catch {
        return false;
      }
    },
  };
}
