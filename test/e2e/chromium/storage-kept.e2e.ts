import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, expect, it } from 'vitest';
import type { browser as extensionApi } from 'wxt/browser';
import { command } from '../../support/extension/commands.ts';
import { connect } from '../../support/extension/connect.ts';
import { filesWith, restart } from '../../support/extension/damage.ts';
import { holdOlder, storedState, storedText, versionOf } from '../../support/extension/stored-state.ts';
import { seededRandom } from '../../support/seeded-random.ts';
import { until } from '../../support/until.ts';
import { type Journey, travel } from '../journey.ts';

declare const browser: typeof extensionApi;

const PATIENCE = 90_000;
const KILLS = 100;
/** Longer than a change of a line takes, so that some are killed on the way and some just after. */
const LATEST_KILL_MS = 30;

const kept: Journey = (scene) => {
  afterEach(() => command(scene().desk, 'erase-all', {}));

  it('B06: an open page that holds an older database hangs nothing; the upgrade follows when it closes', async () => {
    const { browser, desk } = scene();
    await connect(scene(), 'esim');
    await browser.stopBackground();
    const { release } = await holdOlder(desk);
    const { lines } = await command(desk, 'state', {});
    expect(lines.map(({ name }) => name)).toEqual(['Travel eSIM']);
    const popup = await browser.openPopup();
    await popup.see('3.14 GB');
    await popup.close();
    expect(await versionOf(desk)).toBe(1);
    await release();
    const upgraded = async () => {
      await command(desk, 'state', {});
      return (await versionOf(desk)) > 1;
    };
    await until('the upgrade', upgraded, PATIENCE);
    expect((await storedState(desk)).names).toEqual(['Travel eSIM']);
  });

  it('B07, B15: killed at any moment, the snapshot is never ahead of the database, and is caught up', async () => {
    const { browser, desk } = scene();
    const lineId = await connect(scene(), 'esim');
    const random = seededRandom(15);
    let name = 'Travel eSIM';
    let lost = 0;
    for (let kill = 0; kill < KILLS; kill += 1) {
      const wanted = `Name ${kill}`;
      const change = command(desk, 'edit-line', { lineId, edit: { name: wanted } }).catch(() => null);
      await pause(random() * LATEST_KILL_MS);
      await browser.stopBackground();
      await change;
      const found = await storedState(desk);
      expect([[name], [wanted]]).toContainEqual(found.names);
      // Mostly by one; a write that was under way may still come through while the next worker has begun.
      expect(found.revision).toBeGreaterThanOrEqual(found.copiedRevision);
      expect(found.copiedTold).toHaveLength(1);
      lost += found.names[0] === name ? 1 : 0;
      name = found.names[0] ?? '';
    }
    // Killed too early or too late alone, the test would show nothing.
    expect(lost).toBeGreaterThan(KILLS / 20);
    expect(lost).toBeLessThan(KILLS * 0.95);
    await command(desk, 'state', {});
    await until('both stores agree', async () => {
      const { names, revision, told, copiedNames, copiedRevision, copiedTold } = await storedState(desk);
      const all = [...names, ...told, ...copiedNames, ...copiedTold];
      return revision === copiedRevision && all.length === 4 && all.every((each) => each === name);
    });
  });

  it('B18: nothing of a removed line stays, and its token leaves the disk', async () => {
    const { browser: chromium, desk, sandbox } = scene();
    const lineId = await connect(scene(), 'esim');
    const { token } = sandbox.demo;
    await sandbox.control.lines.drain('esim', 90_000_000);
    await command(desk, 'refresh', { lineId });
    await until('a notification', async () => (await chromium.notifications()).length > 0);
    expect(filesWith(chromium.profileDir, token)).not.toEqual([]);
    expect(await storedText(desk)).toContain(lineId);
    await command(desk, 'remove-line', { lineId, keepReceipts: false });
    const left = await storedText(desk);
    for (const trace of [lineId, token, 'Travel eSIM']) expect(left).not.toContain(trace);
    const shown = () => chromium.background(() => browser.notifications.getAll());
    await until('no notification of it', async () => Object.keys(await shown()).length === 0);
    const hosts = await chromium.background(async () => (await browser.permissions.getAll()).origins);
    expect(hosts).toEqual([]);
    expect(filesWith(chromium.profileDir, token)).toEqual([]);
    await restart(scene());
    expect(filesWith(chromium.profileDir, token)).toEqual([]);
  });
};

travel('chromium', 'kept storage', kept);
