import { expect } from 'vitest';
import { HOUR, toMs } from '../../../utils/domain/instant.ts';
import { MB } from '../records.ts';
import { agree, createSinceJudge, LEVELS } from './agree.ts';
import { heldIn, isWithin, leftOf, levelOf } from './figures.ts';
import { createBundleJudge } from './judge-bundles.ts';
import { createLapseJudge } from './judge-lapse.ts';
import { storedNow, type Told, takeTold } from './told.ts';
import { LINE_ID, type MonthSetting, type MonthWorld } from './world.ts';

/* What must hold of a month, by rules of its own: none of the extension's decisions is asked. */

export interface Look {
  zone: string;
  /** when anything last rose at the carrier */
  lastRise: number;
  /** the background lived on */
  lived: boolean;
  /** alerts are paused until then */
  pausedUntil: number;
}

/** The last two polls that brought known figures, and what was told since each thing was last well. */
export interface Judge {
  look(world: MonthWorld, seen: Look): void;
  /** how many notifications of each title came */
  counts: Record<string, number>;
}

type HeldBack = 'paused' | 'quiet' | null;

export function createJudge(quietHours: MonthSetting['quietHours']): Judge {
  const counts: Record<string, number> = {};
  const bundles = createBundleJudge();
  const lapse = createLapseJudge();
  const since = createSinceJudge();
  let before: { left: number | null; asOf: number; checkedAt: string; valid: number } | null = null;
  let level = { told: 0, must: 0, was: 0 };
  let runOut = 0;
  const arrivals = { told: 0, excused: 0 };
  /** every bundle and period that was ever seen */
  let held = new Set<string>();

  function look(world: MonthWorld, { zone, lastRise, lived, pausedUntil }: Look): void {
    const told = takeTold(world);
    for (const { title } of told) {
      const key = title.split('|')[0] ?? '';
      counts[key] = (counts[key] ?? 0) + 1;
    }
    const quiet = isWithin(quietHours, world.now, zone);
    const heldBack = pausedUntil > world.now ? 'paused' : quiet ? 'quiet' : null;
    judgeHeldBack(told, heldBack);
    const row = world.disk.readings.get(LINE_ID);
    const isOld = row && before && row.checkedAt < before.checkedAt;
    if (!row || isOld) {
      judgeUnread(told, world, zone);
      return;
    }
    const left = leftOf(row.reading);
    const asOf = toMs(row.reading.asOf ?? '');
    const valid = toMs(row.reading.validUntil?.at ?? '');
    const polled = row.checkedAt !== before?.checkedAt;
    const rose = before !== null && left !== null && left > (before.left ?? left);
    // A computer that has just been set up cannot know that an answer is of hours ago.
    if (rose && before && asOf >= before.asOf)
      expect(lastRise, 'what rises was added').toBeGreaterThan(before.asOf);
    const holds = heldIn(row.reading);
    const isNew = holds.some((one) => !held.has(one));
    if (isNew) runOut = 0;
    if (isNew || rose) level = rearmed(isNew ? 0 : level.told, left ?? 0);
    held = new Set([...held, ...holds]);
    const isLater = lapse.look(valid, world.now, zone);
    const fresh = world.now - toMs(row.checkedAt) < 2 * plannedWait(world);
    bundles.look(world, row.reading, zone);
    judgeTold(told, fresh, left, world);
    if (!lived && told.length === 0) excuse(world, left);
    if (lived) {
      if (polled && left !== null) missedLevel(levelOf(left), heldBack);
      if (polled) lapse.missed(heldBack !== null);
      if (polled) bundles.missed(heldBack !== null);
      if (heldBack === null) missedArrival(world);
      agree(world, row.reading);
      since.look(world, isNew || rose || isLater || arrived(told));
    }
    const known = left !== null ? { left, asOf } : { left: before?.left ?? null, asOf: before?.asOf ?? 0 };
    before = { ...known, checkedAt: row.checkedAt, valid };
  }

  function judgeHeldBack(told: readonly Told[], heldBack: HeldBack): void {
    const loud = heldBack === 'quiet' ? told.filter(({ title }) => !/^notifyUsedUpTitle/.test(title)) : told;
    expect(heldBack === null ? [] : loud, 'told when it was to be quiet').toEqual([]);
  }

  /** Nothing was read here yet, or not since the other computer was on: old figures tell of no level. */
  function judgeUnread(told: readonly Told[], world: MonthWorld, zone: string): void {
    const figures = told.filter(({ title }) => !/^notify(Lapse|ToppedUp|Overdue|Hosts)/.test(title));
    expect(figures, 'told of figures of another time').toEqual([]);
    if (before) lapse.look(before.valid, world.now, zone);
    judgeTold(told, false, null, world);
  }

  /** A rise makes well again what it clearly lifts over its threshold, and nothing else. */
  function rearmed(told: number, left: number): typeof level {
    const clear = left > 600 * MB ? 0 : left > 120 * MB ? 1 : left > 10 * MB ? 2 : 3;
    return { told: Math.min(told, clear), must: Math.min(level.must, clear), was: 0 };
  }

  function judgeTold(told: readonly Told[], fresh: boolean, left: number | null, world: MonthWorld): void {
    const of = (pattern: RegExp) => told.filter(({ title }) => pattern.test(title));
    const levels = of(/^notify(Low|UsedUp)Title/);
    const runsOut = of(/^notifyRunOutTitle/);
    const ends = of(/^notifyBundleEnds/);
    // The end of a number comes nearer by itself, whether or not the carrier answers.
    expect(fresh ? [] : [...levels, ...runsOut, ...ends], 'told of old figures').toEqual([]);
    expect(levels.length, 'two levels at once').toBeLessThanOrEqual(1);
    if (levels.length > 0) {
      expect(left, 'told of unknown figures').not.toBeNull();
      expect(levelOf(left ?? 0), 'a level told again').toBeGreaterThan(level.told);
      level = { ...level, told: levelOf(left ?? 0), must: levelOf(left ?? 0) };
    }
    lapse.titles(of(/^notifyLapse(Today)?Title/).length);
    bundles.titles(ends, world);
    arrivals.told += of(/^notifyToppedUp/).length;
    runOut += runsOut.length;
    expect(runOut, 'a run-out told again').toBeLessThanOrEqual(1);
  }

  /** A background that died after its episodes were stored has told nothing, and nobody tells it later. */
  function excuse(world: MonthWorld, left: number | null): void {
    const has = (wanted: string) => storedNow(world).includes(wanted);
    if (left !== null && has(LEVELS[levelOf(left)] ?? ''))
      level = { ...level, told: levelOf(left), must: levelOf(left) };
    lapse.excuse(storedNow(world));
    if (has('run-out')) runOut = 1;
    bundles.excuse(world);
    arrivals.excused += storedNow(world).filter((key) => key.startsWith('topped-up:')).length;
  }

  function missedLevel(now: number, heldBack: HeldBack): void {
    const due = Math.min(now, level.was);
    if (heldBack === null || (heldBack === 'quiet' && due === 3))
      expect(level.must, 'a level not told at the second poll').toBeGreaterThanOrEqual(due);
    level = { ...level, was: now };
  }

  /** What a top-up brought is told once, at the first look at which nothing holds it back. */
  function missedArrival({ disk }: MonthWorld): void {
    const credited = [...disk.topUps.values()].filter(({ state }) => state === 'credited').length;
    expect(arrivals.told + arrivals.excused, 'arrivals told').toBe(credited);
  }

  return { look, counts };
}

/** Until the next poll, in milliseconds, as it was planned after the last answer: an hour, and on to the install's own minute. */
function plannedWait({ disk }: MonthWorld): number {
  const { nextPollAt, lastSuccessAt } = disk.attempts.get(LINE_ID) ?? {};
  return Math.max(HOUR, toMs(nextPollAt ?? '') - toMs(lastSuccessAt ?? '') || 0);
}

function arrived(told: readonly Told[]): boolean {
  return told.some(({ title }) => /^notifyToppedUp/.test(title));
}
