import { expect } from 'vitest';
import { toInstant } from '../../../utils/domain/instant.ts';
import type { MonthWorld } from './world.ts';

/** One thing that was told. */
export interface Told {
  title: string;
  /** null = it was one of several in one notification */
  id: string | null;
  message: string | null;
}

/** Takes what was told since the last look. Whatever is told at once is one notification. */
export function takeTold({ notices }: MonthWorld): Told[] {
  const taken = notices.splice(0);
  const looks = taken.map(({ look }) => look);
  expect(new Set(looks).size, 'several notifications at once').toBe(looks.length);
  return taken.flatMap<Told>(({ id, title, message }) => {
    if (id !== 'lines:') return [{ id, title, message }];
    const titles = message.split('\n');
    expect(title, 'says how many').toBe(`notifyManyTitle_other|${titles.length}`);
    expect(titles.length, 'a group of one').toBeGreaterThan(1);
    return titles.map((one) => ({ title: one, id: null, message: null }));
  });
}

/** The keys of what is stored as told at this very instant. */
export function storedNow({ disk, now }: MonthWorld): string[] {
  const at = toInstant(now);
  return [...disk.alerts.values()].filter(({ toldAt }) => toldAt === at).map(({ key }) => key);
}
