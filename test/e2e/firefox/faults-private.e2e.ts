import { beforeAll, expect, it } from 'vitest';
import type { browser as extensionApi } from 'wxt/browser';
import { insideOf } from '../../support/browsers/firefox.ts';
import { allowPrivate } from '../../support/browsers/firefox-private.ts';
import { openPrivatePopup } from '../../support/browsers/firefox-private-popup.ts';
import { lineNow } from '../../support/extension/commands.ts';
import { connect } from '../../support/extension/connect.ts';
import { LINE_NAMES } from '../../support/extension/person.ts';
import { refreshByHand } from '../../support/extension/popup.ts';
import { historyOf } from '../../support/extension/rows.ts';
import { MINUTES, pass } from '../../support/extension/time.ts';
import { type Journey, travel } from '../journey.ts';

declare const browser: typeof extensionApi;

/** Everything that the extension has stored, as text. */
async function everythingStored(): Promise<string> {
  const answer = <T>(request: IDBRequest<T>) =>
    new Promise<T>((done, failed) => {
      request.onsuccess = () => done(request.result);
      request.onerror = () => failed(request.error);
    });
  const rows: unknown[] = [];
  for (const { name = '' } of await indexedDB.databases()) {
    const db = await answer(indexedDB.open(name));
    for (const table of db.objectStoreNames) {
      rows.push(table, await answer(db.transaction(table).objectStore(table).getAll()));
    }
    db.close();
  }
  return JSON.stringify([rows, await browser.storage.local.get(), await browser.storage.session.get()]);
}

const privateWindows: Journey = (scene) => {
  let id = '';
  beforeAll(async () => {
    const { browser: firefox } = scene();
    const inside = insideOf(firefox);
    await inside.run(allowPrivate, inside.addonId);
    scene().desk = await firefox.openPage('manifest.json');
    id = await connect(scene(), 'esim');
    await pass(scene(), 20 * MINUTES);
  });

  it('A25: the popup of a private window shows the line and refreshes it, and notes nothing of that window', async () => {
    const { browser: firefox, sandbox, desk } = scene();
    const history = await historyOf(scene(), id);
    const over = `${sandbox.otherOrigin.url}/private-errand`;
    const popup = await openPrivatePopup(firefox, over);
    expect(await popup.evaluate(() => browser.extension.inIncognitoContext)).toBe(true);
    await popup.find('heading', new RegExp(`^${LINE_NAMES.esim}`));
    await refreshByHand(scene(), popup, id);
    expect(await lineNow(firefox, id)).toMatchObject({ state: 'ok', failure: null });
    const stored = await desk.evaluate(everythingStored);
    expect(stored).toContain(id);
    expect(stored).not.toContain(new URL(over).host);
    expect(stored).not.toContain('private-errand');
    expect(await historyOf(scene(), id)).toEqual(history);
    await popup.close();
  });
};

travel('firefox', 'a private window', privateWindows);
