import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { headlineOf } from '../../utils/domain/headline.ts';
import { DAY, HOUR, toInstant, toMs } from '../../utils/domain/instant.ts';
import { readingSchema } from '../../utils/domain/reading.ts';
import { demo, demoFields } from '../../utils/providers/demo.ts';
import { contextWith } from '../support/carrier.ts';
import { contextFor } from '../support/replay.ts';

const START = '2026-11-20T08:00:00Z';
const offline = contextWith(() => Promise.reject(new Error('nobody is asked')));

async function left(hours: number, seed = 7): Promise<number> {
  const now = toInstant(toMs(START) + hours * HOUR);
  const headline = headlineOf(await demo.read(demoFields(START, seed), { ...offline, now }));
  return headline.kind === 'data' ? headline.remaining : Number.NaN;
}

describe('the demo line', () => {
  it('asks nobody', async () => {
    const { http } = contextFor({ request: () => Promise.reject(new Error('asked')) }, START);
    expect(demo.origins({})).toEqual([]);
    await expect(demo.read(demoFields(START, 1), { ...offline, http, now: START })).resolves.toBeTruthy();
  });

  it('is the same at the same instant, and another with another seed', async () => {
    expect(await left(40)).toBe(await left(40));
    expect(await left(40, 8)).not.toBe(await left(40));
  });

  it('begins in the middle of its period, with some of its data used', async () => {
    expect(await left(0)).toBeGreaterThan(3e9);
    expect(await left(0)).toBeLessThan(9e9);
  });

  it('drains day by day, never rises within a period, and is full again after it', async () => {
    const hours = Array.from({ length: 19 * 24 }, (_, hour) => hour);
    const course = await Promise.all(hours.map((hour) => left(hour)));
    expect(course.every((value, at) => at === 0 || value <= (course[at - 1] ?? 0))).toBe(true);
    expect((course[0] ?? 0) - (course[24] ?? 0)).toBeGreaterThan(1e8);
    expect(await left(19 * 24 + 1)).toBeGreaterThan(9.9e9);
  });

  it('is in the normal form at any instant and with any seed, even with fields that are damaged', async () => {
    const fields = fc.oneof(
      fc.integer().map((seed) => demoFields(START, seed)),
      fc.constant({}),
      fc.constant({ start: 'x', seed: 'y' }),
    );
    const nows = fc.integer({ min: toMs(START) - 400 * DAY, max: toMs(START) + 4000 * DAY }).map(toInstant);
    await fc.assert(
      fc.asyncProperty(
        fields,
        nows,
        async (line, now) => readingSchema.safeParse(await demo.read(line, { ...offline, now })).success,
      ),
      { seed: 1, numRuns: 300 },
    );
  });

  it('sells nothing, as nothing could be bought', () => {
    expect(demo.topUps).toBeUndefined();
    expect(demo.topUpUrl).toBeUndefined();
  });
});
