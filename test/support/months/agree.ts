import { expect } from 'vitest';
import type { GlanceLine } from '../../../utils/domain/glance.ts';
import { toMs } from '../../../utils/domain/instant.ts';
import type { Reading } from '../../../utils/domain/reading.ts';
import { MB } from '../records.ts';
import { leftOf, levelOf, tells } from './figures.ts';
import type { MonthWorld } from './world.ts';

export const LEVELS = ['ok', 'low', 'critical', 'used-up'];

/** Badge and popup say the same, and what the carrier told. */
export function agree({ disk, drawn, now }: MonthWorld, reading: Reading): void {
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
  return text === '<1M' ? left < MB : tells(text, left);
}

function alertsFit({ alerts }: GlanceLine, left: number, stale: boolean): void {
  const shown = alerts.map(({ kind }) => LEVELS.indexOf(kind)).filter((at) => at > 0);
  if (!stale) expect(shown).toEqual(levelOf(left) > 0 ? [levelOf(left)] : []);
}

/** An alert that goes on standing stands since it was raised, whatever polls come. */
export function createSinceJudge(): { look(world: MonthWorld, anew: boolean): void } {
  let before = new Map<string, string>();
  return {
    look({ disk }, anew) {
      const alerts = disk.glance?.lines[0]?.alerts ?? [];
      for (const { key, since } of alerts)
        if (!anew && before.has(key)) expect(since, `${key} stands since then`).toBe(before.get(key));
      before = new Map(alerts.map(({ key, since }) => [key, since]));
    },
  };
}
