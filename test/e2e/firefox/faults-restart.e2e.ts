import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { browser as extensionApi } from 'wxt/browser';
import { fireAlarm } from '../../support/browsers/alarms.ts';
import { insideOf } from '../../support/browsers/firefox.ts';
import { command, lineNow, simulateTime } from '../../support/extension/commands.ts';
import { connect } from '../../support/extension/connect.ts';
import { t } from '../../support/extension/person.ts';
import { alarmsOf, restarted, revisionOf, sessionOf } from '../../support/extension/restart.ts';
import { historyOf } from '../../support/extension/rows.ts';
import { openScene, type Scene } from '../../support/extension/scene.ts';
import { HOURS, MINUTES } from '../../support/extension/time.ts';
import { asked, pollsOf } from '../../support/extension/watch.ts';
import { until } from '../../support/until.ts';

declare const browser: typeof extensionApi;

const PASSPHRASE = 'seven herons over a quiet canal';

describe('a restart of Firefox', () => {
  let scene: Scene;
  let id = '';
  beforeAll(async () => {
    scene = await openScene('firefox');
    id = await connect(scene, 'esim');
  });
  afterAll(() => scene.close());

  /** Something rings; settles when the background has done what it had to. */
  const rings = async (alarm: string) => {
    const before = await revisionOf(scene.desk);
    await fireAlarm(scene.browser, alarm);
    await until(`the work after ${alarm}`, async () => (await revisionOf(scene.desk)) > before);
  };

  it('F02: the badge is drawn again by itself, as it was, and no carrier is asked for it', async () => {
    const { color, ...shown } = await scene.browser.badge();
    await scene.sandbox.control.clearLog();
    scene = await restarted(scene);
    const inside = insideOf(scene.browser);
    await until('the badge', async () => (await inside.toolbar()).text !== '');
    expect(await inside.toolbar()).toEqual(shown);
    expect((await scene.browser.badge()).color).toEqual(color);
    expect(scene.sandbox.log()).toEqual([]);
  });

  it('A09: the alarm stands, made without the option that Firefox refuses', async () => {
    const refused = await scene.desk.evaluate(async () => {
      const options = { delayInMinutes: 5, persistAcrossSessions: true };
      const tried = async () => browser.alarms.create('refused', options);
      return tried().then(() => '', String);
    });
    expect(refused).toContain('persistAcrossSessions');
    expect(await alarmsOf(scene.desk)).toMatchObject({ heartbeat: { minutes: 5 } });
  });

  it('A06: the forgotten alarms are made anew, and what became due meanwhile is asked once', async () => {
    const { heartbeat: forgotten } = await alarmsOf(scene.desk);
    await simulateTime(scene.browser, await scene.sandbox.control.clock.advance(3 * HOURS));
    await scene.sandbox.control.clearLog();
    scene = await restarted(scene);
    const { due, heartbeat } = await until('an alarm for what is due', async () => {
      const alarms = await alarmsOf(scene.desk);
      return alarms.due ? alarms : null;
    });
    expect(due?.at).toBeGreaterThan(Date.now());
    expect(heartbeat?.minutes).toBe(5);
    expect(heartbeat?.at).toBeGreaterThan(forgotten?.at ?? 0);
    expect(pollsOf(scene, 'esim')).toEqual([]);
    await simulateTime(scene.browser, await scene.sandbox.control.clock.advance(2 * MINUTES));
    await rings('due');
    await asked(scene, 'esim', 1);
    await rings('heartbeat');
    expect(pollsOf(scene, 'esim')).toHaveLength(1);
  });

  it('A22: with the session storage gone, lines, figures and history stand, and it is filled anew', async () => {
    const before = { line: await lineNow(scene.browser, id), history: await historyOf(scene, id) };
    await scene.desk.evaluate(() => browser.storage.session.set({ witness: true }));
    scene = await restarted(scene);
    const session = await until('a session begun anew', async () => {
      const now = await sessionOf(scene.desk);
      return Object.keys(now).length > 0 ? now : null;
    });
    expect(session).not.toHaveProperty('witness');
    const { headline, checkedAt, state } = await lineNow(scene.browser, id);
    expect({ headline, checkedAt, state }).toEqual({
      headline: before.line.headline,
      checkedAt: before.line.checkedAt,
      state: before.line.state,
    });
    expect(await historyOf(scene, id)).toEqual(before.history);
  });

  it('A22: the key to the secrets goes with it, and the passphrase opens them again', async () => {
    await command(scene.desk, 'set-passphrase', { passphrase: PASSPHRASE });
    scene = await restarted(scene);
    await until('the line is locked', async () => (await lineNow(scene.browser, id)).state === 'locked');
    expect((await scene.browser.badge()).text).toBe('!');
    await scene.sandbox.control.clearLog();
    await simulateTime(scene.browser, await scene.sandbox.control.clock.advance(3 * HOURS));
    await rings('heartbeat');
    expect(pollsOf(scene, 'esim')).toEqual([]);
    const popup = await scene.browser.openPopup();
    await popup.see(t('popupLockedTitle'));
    await popup.fill(t('popupPassphrase'), PASSPHRASE);
    await popup.press('Enter');
    await asked(scene, 'esim', 1);
    await until('the line is open', async () => (await lineNow(scene.browser, id)).state === 'ok');
    await popup.close();
  });
});
