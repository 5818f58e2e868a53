import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { browser as extensionApi } from 'wxt/browser';
import { chromiumOf } from '../../support/browsers/chromium.ts';
import { builtExtension } from '../../support/browsers/launch.ts';
import { command, lineNow } from '../../support/extension/commands.ts';
import { connect } from '../../support/extension/connect.ts';
import { t } from '../../support/extension/person.ts';
import { openScene, type Scene } from '../../support/extension/scene.ts';
import { HOURS, pass } from '../../support/extension/time.ts';
import { asked, becomes, pollsOf } from '../../support/extension/watch.ts';
import { until } from '../../support/until.ts';

declare const browser: typeof extensionApi;

/** A copy of the extension that the test may change, as an update would. */
async function copyExtension(): Promise<string> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'data-balance-extension-'));
  await cp(builtExtension('chromium', 'e2e'), folder, { recursive: true });
  return folder;
}

async function release(folder: string, version: string): Promise<void> {
  const file = path.join(folder, 'manifest.json');
  const manifest = JSON.parse(await readFile(file, 'utf8'));
  await writeFile(file, JSON.stringify({ ...manifest, version }));
}

describe('an extension that starts anew, chromium', () => {
  let folder = '';
  let scene: Scene;
  let id = '';
  beforeAll(async () => {
    folder = await copyExtension();
    scene = await openScene('chromium', { extensionDir: folder });
    id = await connect(scene, 'esim');
  });
  afterAll(async () => {
    await scene?.close();
    await rm(folder, { recursive: true, force: true });
  });

  /** Everything that the browser keeps for an extension is gone, alarms too; the desk's page has closed with it. */
  const startAnew = async (how: () => Promise<void>) => {
    await scene.desk.evaluate(leaveWitnesses);
    const badge = await until('a badge', async () => {
      const { text, title } = await scene.browser.badge();
      return text === '' ? null : { text, title };
    });
    await how();
    scene = { ...scene, desk: await scene.browser.openPage('manifest.json') };
    await until('the badge is back', async () => {
      const { text, title } = await scene.browser.badge();
      return text === badge.text && title === badge.title;
    });
    await until('the alarm is back', async () => (await scene.desk.evaluate(alarms)).includes('heartbeat'));
  };
  const worksOn = async () => {
    await scene.sandbox.control.clearLog();
    await pass(scene, 3 * HOURS);
    await asked(scene, 'esim', 1);
    await becomes(scene, id, 'read', ({ refreshing, failure }) => !refreshing && failure === null);
    expect(pollsOf(scene, 'esim')).toHaveLength(1);
  };

  it('A08, A22: switched off and on, the extension restores alarm, badge and line without any event', async () => {
    await startAnew(() => chromiumOf(scene.browser).toggle());
    expect(await scene.desk.evaluate(session)).not.toContain('witness');
    await worksOn();
  });

  it('A07: an update that forgets the alarms is followed by a start that sets them again', async () => {
    await release(folder, '7.0.0');
    await startAnew(() => chromiumOf(scene.browser).reloadExtension());
    expect((await command(scene.desk, 'state', {})).version).toBe('7.0.0');
    expect(await scene.desk.evaluate(alarms)).not.toContain('witness');
    await worksOn();
  });

  it('A19: an update with an open popup closes it, and it opens again with the same figure', async () => {
    const popup = await scene.browser.openPopup();
    await popup.see(t('popupLeft'));
    const { headline } = await lineNow(scene.browser, id);
    await release(folder, '7.0.1');
    await startAnew(() => chromiumOf(scene.browser).reloadExtension());
    await popup.closed();
    const again = await scene.browser.openPopup();
    await again.see(t('popupLeft'));
    expect((await lineNow(scene.browser, id)).headline).toEqual(headline);
    expect((await command(scene.desk, 'state', {})).version).toBe('7.0.1');
    await again.close();
  });
});

async function leaveWitnesses(): Promise<void> {
  await browser.alarms.clearAll();
  await browser.alarms.create('witness', { periodInMinutes: 1000 });
  await browser.storage.session.set({ witness: true });
}

async function alarms(): Promise<string[]> {
  return (await browser.alarms.getAll()).map(({ name }) => name);
}

async function session(): Promise<string[]> {
  return Object.keys(await browser.storage.session.get(null));
}
