import { expect } from 'vitest';
import type { GlanceLine } from '../../../utils/domain/glance.ts';
import { DAY, HOUR, toMs } from '../../../utils/domain/instant.ts';
import type { Reading } from '../../../utils/domain/reading.ts';
import { MB } from '../records.ts';
import { LINE_ID, type MonthWorld } from './world.ts';

/* What must hold of a month, by rules of its own: none of the extension's decisions is asked. */

const RUNGS = [1, 3, 7, 14, 30];
const LEVELS = ['ok', 'low', 'critical', 'used-up'];

/** What is left of the data that count; null = not known. */
function leftOf({ buckets }: Reading): number | null {
  const counted = buckets.filter(({ state }) => state !== 'expired' && state !== 'queued');
  return counted.reduce<number | null>((sum, { remaining, state }) => {
    const part = state === 'depleted' ? 0 : remaining;
    return sum === null || part === null ? null : sum + part;
  }, 0);
}

function heldIn({ buckets, period }: Reading): string[] {
  return [period?.start ?? '', ...buckets.map(({ id }) => id)];
}

/** 0 well, 1 low, 2 critical, 3 used up */
function levelOf(left: number): number {
  return left <= 0 ? 3 : left <= 100 * MB ? 2 : left <= 500 * MB ? 1 : 0;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Calendar days of a zone. */
function daysBetween(now: number, end: number, zone: string): number {
  const format = formats.get(zone) ?? new Intl.DateTimeFormat('en-CA', { timeZone: zone });
  formats.set(zone, format);
  const day = (at: number) => Date.parse(format.format(at));
  return Math.round((day(end) - day(now)) / DAY);
}

/** The last two polls that brought known figures, and what was told since each thing was last well. */
export interface Judge {
  look(world: MonthWorld, zone: string, lastRise: number, lived: boolean): void;
  /** how many notifications of each title came */
  counts: Record<string, number>;
}

export function createJudge(): Judge {
  const counts: Record<string, number> = {};
  let before: { left: number | null; asOf: number; checkedAt: string; valid: number } | null = null;
  let level = { told: 0, must: 0, was: 0 };
  let lapse = { told: 99, was: 99 };
  let runOut = 0;
  /** every bundle and period that was ever seen */
  let held = new Set<string>();

  const titlesOf = ({ notices }: MonthWorld) =>
    notices.splice(0).flatMap(({ id, title, message }) => (id === 'lines:' ? message.split('\n') : [title]));

  function look(world: MonthWorld, zone: string, lastRise: number, lived: boolean): void {
    const titles = titlesOf(world);
    const row = world.disk.readings.get(LINE_ID);
    for (const title of titles) {
      const key = title.split('|')[0] ?? '';
      counts[key] = (counts[key] ?? 0) + 1;
    }
    if (!row) {
      expect(titles).toEqual([]);
      return;
    }
    const left = leftOf(row.reading);
    const asOf = toMs(row.reading.asOf ?? '');
    const valid = toMs(row.reading.validUntil?.at ?? '');
    const polled = row.checkedAt !== before?.checkedAt;
    const rose = before !== null && left !== null && left > (before.left ?? left);
    if (rose && before) expect(lastRise, 'what rises was added').toBeGreaterThan(before.asOf);
    const holds = heldIn(row.reading);
    const isNew = holds.some((one) => !held.has(one));
    if (isNew) runOut = 0;
    if (isNew || rose) level = rearmed(isNew ? 0 : level.told, left ?? 0);
    held = new Set([...held, ...holds]);
    if (before && valid > before.valid) lapse = { told: 99, was: 99 };
    const fresh = world.now - toMs(row.checkedAt) < 2 * HOUR;
    const days = daysBetween(world.now, valid, zone);
    const rung = valid <= world.now ? 99 : (RUNGS.find((step) => days <= step) ?? 99);
    judgeTitles(titles, fresh, left, rung);
    if (!lived) excuse(world, left, rung);
    else {
      if (polled && left !== null) missedLevel(levelOf(left));
      if (polled) missedLapse(rung);
      agree(world, row.reading);
    }
    const known = left !== null ? { left, asOf } : { left: before?.left ?? null, asOf: before?.asOf ?? 0 };
    before = { ...known, checkedAt: row.checkedAt, valid };
  }

  /** A rise makes well again what it clearly lifts over its threshold, and nothing else. */
  function rearmed(told: number, left: number): typeof level {
    const clear = left > 600 * MB ? 0 : left > 120 * MB ? 1 : left > 10 * MB ? 2 : 3;
    return { told: Math.min(told, clear), must: Math.min(level.must, clear), was: 0 };
  }

  function judgeTitles(titles: string[], fresh: boolean, left: number | null, rung: number): void {
    const of = (pattern: RegExp) => titles.filter((title) => pattern.test(title));
    const levels = of(/^notify(Low|UsedUp)Title/);
    const lapses = of(/^notifyLapse(Today)?Title/);
    const ends = of(/^notifyRunOutTitle/);
    // The end of a number comes nearer by itself, whether or not the carrier answers.
    expect([...levels, ...ends].length === 0 || fresh, 'told of old figures').toBe(true);
    expect([levels.length <= 1, lapses.length <= 1], 'two rungs at once').toEqual([true, true]);
    if (levels.length > 0) {
      expect(left, 'told of unknown figures').not.toBeNull();
      expect(levelOf(left ?? 0), 'a level told again').toBeGreaterThan(level.told);
      level = { ...level, told: levelOf(left ?? 0), must: levelOf(left ?? 0) };
    }
    if (lapses.length > 0) {
      expect(rung, 'a step of the ladder told again').toBeLessThan(lapse.told);
      lapse = { ...lapse, told: rung };
    }
    runOut += ends.length;
    expect(runOut, 'a run-out told again').toBeLessThanOrEqual(1);
  }

  /** A background that died after its episodes were stored has told nothing, and nobody tells it later. */
  function excuse({ disk }: MonthWorld, left: number | null, rung: number): void {
    const stored = [...disk.alerts.values()].filter(({ endedAt, toldAt }) => endedAt === null && toldAt);
    const has = (key: string) => stored.some((episode) => episode.key === key);
    if (left !== null && has(LEVELS[levelOf(left)] ?? ''))
      level = { ...level, told: levelOf(left), must: levelOf(left) };
    if (has(`lapse-${rung}`)) lapse = { ...lapse, told: Math.min(lapse.told, rung) };
    if (has('run-out')) runOut = 1;
  }

  function missedLevel(now: number): void {
    expect(level.must, 'a level not told at the second poll').toBeGreaterThanOrEqual(
      Math.min(now, level.was),
    );
    level = { ...level, was: now, must: now === 0 ? level.must : level.must };
  }

  function missedLapse(rung: number): void {
    expect(lapse.told, 'a step not told at the second poll').toBeLessThanOrEqual(Math.max(rung, lapse.was));
    lapse = { ...lapse, was: rung };
  }

  return { look, counts };
}

/** Badge and popup say the same, and what the carrier told. */
function agree({ disk, drawn, now }: MonthWorld, reading: Reading): void {
  const glance = disk.glance;
  const line = glance?.lines[0];
  if (!glance || !line || !drawn) throw new Error('nothing is shown');
  expect(drawn.badge).toEqual(glance.badge);
  const left = leftOf(reading);
  if (line.state === 'lapsing' || line.state === 'lapsed') return;
  expect(line.headline.kind === 'data' ? line.headline.remaining : null).toBe(left);
  expect(figureIn(drawn.badge.text, left)).toBe(true);
  expect(drawn.badge.stale).toBe(line.staleAt === null || toMs(line.staleAt) <= now);
  if (left === null) return;
  expect(LEVELS.indexOf(line.state)).toBe(levelOf(left));
  const tones = ['ok', 'low', 'critical', 'critical'];
  expect(drawn.badge.tone).toBe(tones[levelOf(left)]);
  alertsFit(line, left, drawn.badge.stale);
}

function figureIn(text: string, left: number | null): boolean {
  if (left === null) return text === '?';
  if (left === 0) return text === '0';
  if (text === '<1M') return left < MB;
  const bytes = Number.parseFloat(text) * (text.endsWith('G') ? 1000 : 1) * MB;
  return Math.abs(bytes - left) <= 0.1 * left + MB;
}

function alertsFit({ alerts }: GlanceLine, left: number, stale: boolean): void {
  const shown = alerts.map(({ kind }) => LEVELS.indexOf(kind)).filter((at) => at > 0);
  if (!stale) expect(shown).toEqual(levelOf(left) > 0 ? [levelOf(left)] : []);
}
