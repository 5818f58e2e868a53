import { expect } from 'vitest';
import { DAY, toMs } from '../../../utils/domain/instant.ts';
import type { Reading } from '../../../utils/domain/reading.ts';
import { daysBetween, leftIn, tells } from './figures.ts';
import { storedNow, type Told } from './told.ts';
import type { MonthWorld } from './world.ts';

/** No step is due. */
const NONE = 99;

interface Ending {
  id: string;
  label: string;
  /** one end of one bundle */
  key: string;
  days: number;
  /** 3 or 1, `NONE` where it is not to be told */
  step: number;
  /** bytes; null = not known */
  left: number | null;
}

function endingsOf({ buckets }: Reading, now: number, zone: string): Ending[] {
  return buckets.flatMap((bucket) => {
    const { id, label, validFrom, validUntil } = bucket;
    if (!validFrom || !validUntil) return [];
    const end = toMs(validUntil);
    const days = daysBetween(now, end, zone);
    const lasts = (end - toMs(validFrom)) / DAY;
    const step = [1, 3].find((one) => days <= one && lasts >= 2 * one) ?? NONE;
    const left = leftIn(bucket);
    const isDue = end > now && left !== 0;
    return [{ id, label, key: `${id} ${validUntil}`, days, step: isDue ? step : NONE, left }];
  });
}

export interface BundleJudge {
  look(world: MonthWorld, reading: Reading, zone: string): void;
  titles(told: readonly Told[], world: MonthWorld): void;
  /** a background died after it had stored what it was about to tell */
  excuse(world: MonthWorld): void;
  /** a poll brought figures: what was due at the one before has been told by now, unless it was held back */
  missed(heldBack: boolean): void;
}

/** Each end of a bundle is told once a step, with what would be lost, and is not missed. */
export function createBundleJudge(): BundleJudge {
  const told = new Map<string, number>();
  const was = new Map<string, number>();
  let endings: Ending[] = [];
  const toldOf = ({ key }: Ending) => told.get(key) ?? NONE;

  function judgeText({ message }: Told, { id, label, left }: Ending): void {
    expect(message, 'names the bundle').toContain(`bundleEnds|${label}`);
    const unused = /bundleUnused\|([^|]+)/.exec(message ?? '')?.[1] ?? null;
    if (left === null) expect(unused, 'what is lost is not known').toBeNull();
    else expect(tells(unused ?? '', left), `${unused} of ${left}`).toBe(true);
    expect(message?.includes('bundleRenews'), 'renews by itself').toBe(id === 'main');
  }

  return {
    look(world, reading, zone) {
      endings = endingsOf(reading, world.now, zone);
    },
    titles(all, world) {
      const stored = storedNow(world);
      for (const one of all) {
        const days = /^notifyBundleEndsToday/.test(one.title) ? 0 : Number(one.title.split('|')[1]);
        const fits = endings.filter((ending) => ending.days === days && ending.step < toldOf(ending));
        const named = one.id && fits.find(({ id }) => one.id?.endsWith(`:${id}`));
        const ending = one.id ? named : fits.find(({ id }) => stored.some((key) => key.endsWith(`:${id}`)));
        expect(ending, `an end told again, or of no bundle: ${one.title}`).toBeTruthy();
        if (!ending) continue;
        if (one.message) judgeText(one, ending);
        told.set(ending.key, ending.step);
      }
    },
    excuse(world) {
      const stored = storedNow(world);
      for (const ending of endings)
        if (stored.includes(`bundle-ends-${ending.step}:${ending.id}`)) told.set(ending.key, ending.step);
    },
    missed(heldBack) {
      for (const ending of endings) {
        const due = ending.left === null ? NONE : ending.step;
        const before = was.get(ending.key) ?? NONE;
        if (!heldBack)
          expect(toldOf(ending), `${ending.key}: not told at the second poll`).toBeLessThanOrEqual(
            Math.max(due, before),
          );
        was.set(ending.key, due);
      }
    },
  };
}
