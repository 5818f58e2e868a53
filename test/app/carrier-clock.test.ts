import { expect, it } from 'vitest';
import { diagnostics } from '../../utils/app/diagnostics.ts';
import { pollDue } from '../../utils/app/poll-due.ts';
import { DAY, HOUR, toInstant } from '../../utils/domain/instant.ts';
import { startWorld, type World } from '../support/app-world.ts';

/** The carrier's answers carry a `Date` that is so many milliseconds off. */
function offBy(world: World, ms: number): void {
  const { fetch } = world.network;
  world.network.fetch = async (input, init) => {
    const answer = await fetch(input, init);
    const headers = new Headers(answer.headers);
    headers.set('date', new Date(world.now() + ms).toUTCString());
    return new Response(answer.body, { status: answer.status, headers });
  };
}

it.each([3 * DAY, -3 * DAY])(
  'T08: a figure is as old as its receipt here, whatever the clock of its carrier says (%i ms off)',
  async (ms) => {
    const world = await startWorld();
    offBy(world, ms);
    const lineId = await world.addLine('esim');
    expect(await world.glanceLine(lineId)).toMatchObject({ checkedAt: toInstant(world.now()) });
    expect(world.badge().stale).toBe(false);
    expect(await diagnostics(world.deps, {})).toContain(`"clockSkewSeconds": ${ms / 1000}`);
    await world.pass(3 * HOUR);
    await pollDue(world.deps);
    expect(await world.glanceLine(lineId)).toMatchObject({ checkedAt: toInstant(world.now()) });
    const attempt = await world.deps.store.attempt(lineId);
    expect(Date.parse(attempt?.nextPollAt ?? '') - world.now()).toBeLessThan(3 * HOUR);
  },
);
