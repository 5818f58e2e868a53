import { describe, expect, it } from 'vitest';
import { pollDue } from '../../utils/app/poll-due.ts';
import { DAY, HOUR, toInstant, toMs } from '../../utils/domain/instant.ts';
import { withLine } from '../support/app-asked.ts';
import { titles } from '../support/app-checkout.ts';
import { startWorld, type World } from '../support/app-world.ts';
import { aSample } from '../support/records.ts';

/** Puts so many days of even use before what is known of a line. */
async function usedBefore(world: World, lineId: string, days: number, bytes: number): Promise<void> {
  const now = toMs((await world.glanceLine(lineId)).checkedAt ?? '');
  const row = (ago: number) =>
    aSample(toInstant(now - ago * DAY - HOUR), { lineId, spent: ago === days ? null : bytes });
  await world.deps.store.putSamples(Array.from({ length: days + 1 }, (_, index) => row(days - index)));
}

async function polled(world: World, times: number): Promise<void> {
  for (let polls = 0; polls < times; polls++) {
    await world.pass(HOUR);
    await pollDue(world.deps);
  }
}

describe('the forecast of a line', () => {
  it('is not made up without history', async () => {
    const world = await startWorld();
    const lineId = await withLine(world);
    expect((await world.glanceLine(lineId)).forecast).toEqual({ kind: 'no-history' });
  });

  it('tells once that it runs out early, also after the background has ended', async () => {
    const world = await startWorld();
    const lineId = await withLine(world);
    const { headline } = await world.glanceLine(lineId);
    if (headline.kind !== 'data') throw new Error('the line has data');
    await usedBefore(world, lineId, 20, Math.round(headline.remaining / 3));
    await polled(world, 3);
    const line = await world.glanceLine(lineId);
    expect(line.forecast).toMatchObject({ kind: 'estimate', verdict: 'runs-out' });
    expect(line.alerts.map(({ kind }) => kind)).toContain('run-out');
    const early = () => titles(world).filter((title) => title.includes('run out'));
    expect(early()).toHaveLength(1);
    const next = await world.restart('browser');
    await polled(next, 5);
    expect(early()).toHaveLength(1);
  });

  it('stays as it is shown from poll to poll while nothing speaks against it', async () => {
    const world = await startWorld();
    const lineId = await withLine(world);
    await usedBefore(world, lineId, 20, 10_000_000);
    await polled(world, 1);
    const before = (await world.glanceLine(lineId)).forecast;
    await polled(world, 4);
    expect(before.kind).toBe('estimate');
    expect((await world.glanceLine(lineId)).forecast).toEqual(before);
  });
});
