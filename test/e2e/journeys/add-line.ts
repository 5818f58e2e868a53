import { expect, it } from 'vitest';
import type { browser as extensionApi } from 'wxt/browser';
import { command, glance } from '../../support/extension/commands.ts';
import {
  beginAdding,
  connectBySignIn,
  connectByToken,
  finishAdding,
  LINE_NAMES,
  t,
} from '../../support/extension/person.ts';
import { until } from '../../support/until.ts';
import type { Journey } from '../journey.ts';

declare const browser: typeof extensionApi;

/** Everything in `storage.local` as text. */
const storedText = async () => JSON.stringify(await browser.storage.local.get());

export const addingLines: Journey = (scene) => {
  const named = async (name: string) =>
    (await glance(scene().browser))?.lines.find((line) => line.name === name) ?? null;

  it('says which field cannot be used, before anything is asked', async () => {
    const { sandbox } = scene();
    const page = await beginAdding(scene());
    await page.fill(t('fieldBaseUrlLabel'), 'http://api.carrier.example/v1');
    await page.fill(t('fieldTokenLabel'), 'anything');
    await page.press('Enter');
    await page.see(t('errorFieldNotHttps'));
    expect(sandbox.log()).toEqual([]);
    await page.close();
  });

  it('adds a line by a token, after its live reading was shown', async () => {
    const { sandbox } = scene();
    const page = await beginAdding(scene());
    await connectByToken(scene(), page, sandbox.demo.token);
    await finishAdding(page, 'esim');
    const line = await until('the line is shown', () => named(LINE_NAMES.esim));
    expect(line).toMatchObject({ kind: 'esim', can: { offers: true }, failure: null });
    const popup = await scene().browser.openPopup();
    await popup.find('heading', LINE_NAMES.esim);
    await popup.close();
    await page.close();
  });

  it('refuses a wrong token in words and keeps what was typed', async () => {
    const page = await beginAdding(scene());
    await connectByToken(scene(), page, 'not-a-token-of-this-carrier');
    await page.see(t('addFailureSignedOut', 'Account API'));
    await page.find('button', t('addAllow'));
    await page.close();
  });

  it("adds a line by signing in at the carrier's own window, and stores no password", async () => {
    const { sandbox, desk } = scene();
    const page = await beginAdding(scene());
    await connectBySignIn(scene(), page);
    await finishAdding(page, 'calling');
    expect(await until('the line is shown', () => named(LINE_NAMES.calling))).toMatchObject({
      kind: 'calling',
      failure: null,
    });
    const { lines } = await command(desk, 'state', {});
    expect(lines.map(({ signedInBy }) => signedInBy)).toEqual(['secret', 'oauth']);
    const stored = await scene().browser.background(storedText);
    expect(stored).not.toContain(sandbox.demo.password);
    await page.close();
  });

  it('removes a line and what was known of it, and keeps the other', async () => {
    const { sandbox } = scene();
    const line = await named(LINE_NAMES.esim);
    const page = await scene().browser.openPage(`options.html#line/${line?.id}`);
    await page.click('button', t('lineRemove'));
    await page.see(t('lineRemoveQuestion', LINE_NAMES.esim));
    await page.click('button', t('lineRemoveNow'));
    await page.see(t('lineRemoved', LINE_NAMES.esim));
    await until('it is gone', async () => (await named(LINE_NAMES.esim)) === null);
    expect(await named(LINE_NAMES.calling)).not.toBeNull();
    const stored = await scene().browser.background(storedText);
    expect(stored).not.toContain(sandbox.demo.token);
    await page.close();
  });
};
