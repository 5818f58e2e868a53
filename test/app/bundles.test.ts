import { expect, it } from 'vitest';
import { refreshGlance } from '../../utils/app/glance.ts';
import { reviewAlerts } from '../../utils/app/review-alerts.ts';
import { exportText } from '../../utils/domain/export-format.ts';
import { DAY, toInstant } from '../../utils/domain/instant.ts';
import type { Reading } from '../../utils/domain/reading.ts';
import { MESSAGE_VERSION } from '../../utils/domain/versions.ts';
import { withLine } from '../support/app-asked.ts';
import { START, startWorld, type World } from '../support/app-world.ts';
import { partsIn } from '../support/importing.ts';
import { aBucket, aDataBucket, anAttempt, aReading, aRow, aTopUp, GB } from '../support/records.ts';

/** Three and a half days after the world begins. */
const END = '2026-03-05T22:00:00Z';
const pack = (rest = {}) =>
  aDataBucket(5 * GB, 2.9 * GB, { id: 'pack', label: '5 GB', validUntil: END, ...rest });

async function told(world: World, lineId: string, reading: Partial<Reading>): Promise<void> {
  const now = toInstant(world.now());
  const attempt = anAttempt({ lineId, startedAt: now, finishedAt: now, nextPollAt: null });
  const row = { ...aRow(aReading(reading), now), lineId };
  await world.deps.store.savePoll({ attempt, reading: row, topUps: [] });
  await reviewAlerts(world.deps);
  await refreshGlance(world.deps, [lineId]);
}

const notices = ({ notices: shown }: World) => shown.map(({ title, message }) => [title, message]);

it('tells the end of a bundle twice, with what is unused and what follows, over restarts', async () => {
  let world = await startWorld();
  const lineId = await withLine(world);
  const name = (await world.glanceLine(lineId)).name;
  const next = aBucket({ id: 'next', label: 'Next 3 GB', state: 'queued', remaining: 3 * GB });
  for (let day = 0; day < 5; day += 1) {
    for (let polls = 0; polls < 3; polls += 1) await told(world, lineId, { buckets: [pack(), next] });
    await world.pass(DAY);
    world = await world.restart(day % 2 ? 'browser' : 'background');
  }
  const message = '“5 GB” ends. 2.1 GB unused. “Next 3 GB” follows.';
  expect(notices(world)).toEqual([
    [`${name}: a bundle ends in 3 days`, message],
    [`${name}: a bundle ends tomorrow`, message],
  ]);
});

it('calls a bundle that the carrier gives no name by what it holds', async () => {
  const world = await startWorld();
  const lineId = await withLine(world);
  await world.pass(DAY);
  const next = aBucket({ id: 'next', label: '', state: 'queued', remaining: 3 * GB });
  await told(world, lineId, { buckets: [pack({ label: '', scope: 'roaming' }), next] });
  expect(world.notices.map(({ message }) => message)).toEqual([
    '“Data (Roaming)” ends. 2.1 GB unused. “Data” follows.',
  ]);
});

it('stands in the popup as long as it holds, whether or not its notification was held back', async () => {
  const world = await startWorld();
  const lineId = await withLine(world);
  await world.command['pause-alerts']({ lineId, until: toInstant(world.now() + DAY) });
  await told(world, lineId, { buckets: [pack()] });
  expect(world.notices).toEqual([]);
  const [alert] = (await world.glanceLine(lineId)).alerts;
  expect(alert).toMatchObject({ key: 'bundle-ends-3:pack', days: 3, label: '5 GB' });
  await world.pass(4 * DAY);
  await told(world, lineId, { buckets: [pack({ state: 'expired' })] });
  expect((await world.glanceLine(lineId)).alerts).toEqual([]);
  expect(world.notices).toEqual([]);
});

it('names the date of the renewal, and the price at which it was last ordered here', async () => {
  const world = await startWorld();
  const lineId = await withLine(world);
  const offer = {
    ...{ id: 'month', name: 'Month', kind: 'bundle' as const, data: 5 * GB, voice: null, sms: null },
    ...{ validityDays: 30, recurring: true, price: { amount: 1000, currency: 'GBP' }, promotion: null },
  };
  const ordered = aTopUp({
    lineId,
    offer,
    state: 'expired',
    openedAt: START,
    settledAt: START,
    dismissed: true,
  });
  await world.deps.store.putTopUp(ordered);
  const autoRenew = { enabled: true, offerId: 'month', nextAt: END };
  await told(world, lineId, { buckets: [pack()], autoRenew });
  expect(notices(world)[0]?.[1]).toBe(
    '“5 GB” ends. 2.1 GB unused. It renews by itself on Mar 5, 2026 for £10.00.',
  );
});

it('keeps a day that was asked about with its line, refuses one that is none, and brings it over an import', async () => {
  const world = await startWorld();
  const lineId = await withLine(world);
  const until = { day: '2026-12-12', label: 'Flight home' };
  const edit = (day: string) => {
    const input = { lineId, edit: { until: { ...until, day } } };
    return world.serve({ v: MESSAGE_VERSION, name: 'edit-line', input });
  };
  expect((await edit('2026-12-12')).ok).toBe(true);
  expect((await edit('2026-02-30')).ok).toBe(false);
  expect((await world.glanceLine(lineId)).until).toEqual(until);
  const text = exportText(await world.command['export-all']({}), START);
  await world.command['erase-all']({});
  await world.command['import-all']({ parts: partsIn(text) });
  expect((await world.glanceLine(lineId)).until).toEqual(until);
  await world.command['edit-line']({ lineId, edit: { until: null } });
  expect((await world.glanceLine(lineId)).until).toBeUndefined();
});
