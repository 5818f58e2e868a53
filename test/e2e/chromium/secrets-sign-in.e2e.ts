import { afterEach, expect, it } from 'vitest';
import type { browser as extensionApi } from 'wxt/browser';
import type { Page } from '../../support/browsers/contract.ts';
import { command } from '../../support/extension/commands.ts';
import { connect } from '../../support/extension/connect.ts';
import { beginAdding, finishAdding, LINE_NAMES, signInAtCarrier, t } from '../../support/extension/person.ts';
import { type Journey, travel } from '../journey.ts';

declare const browser: typeof extensionApi;

const signIns: Journey = (scene) => {
  afterEach(() => command(scene().desk, 'erase-all', {}));

  const begin = async (): Promise<Page> => {
    const page = await beginAdding(scene());
    await scene().browser.allowWhenAsked(scene().sandbox.url);
    await page.click('button', t('addSignIn'));
    return page;
  };
  const isSignIn = (url: string) => url.startsWith(`${scene().sandbox.url}/oauth/`);
  const signInWindow = () => scene().browser.waitForPage(isSignIn);
  const tokenRequests = () =>
    scene()
      .sandbox.log()
      .filter(({ path }) => path === '/oauth/token');
  const names = async () => (await command(scene().desk, 'state', {})).lines.map(({ name }) => name);

  it('G09: closing the window ends the sign-in in words, and it can be tried again', async () => {
    const page = await begin();
    await (await signInWindow()).close();
    await page.see(t('errorSignInCancelled'));
    expect(tokenRequests()).toEqual([]);
    await page.click('button', t('addSignIn'));
    await signInAtCarrier(scene());
    await finishAdding(page, 'esim');
    expect(await names()).toEqual([LINE_NAMES.esim]);
    await page.close();
  });

  it('G11: a sign-in goes on without the background; one that its page left is in the way of none', async () => {
    const { browser: chromium } = scene();
    await scene().sandbox.control.clearLog();
    const gone = await begin();
    const left = await signInWindow();
    await gone.close();
    const page = await begin();
    await left.closed();
    await signInWindow();
    await chromium.stopBackground();
    expect(tokenRequests()).toEqual([]);
    // The carrier still knows who this is, from the first test.
    await (await signInWindow()).click('button', 'Allow');
    await finishAdding(page, 'calling');
    expect(await names()).toEqual([LINE_NAMES.calling]);
    expect(await chromium.addresses()).not.toContainEqual(expect.stringContaining('/oauth/'));
    const kept = await chromium.background(() => browser.storage.session.get(null));
    expect(Object.keys(kept).filter((key) => key.startsWith('sign-in'))).toEqual([]);
    await page.close();
  });

  it('G12: a page of the web finds no way to speak to the extension, or to open its pages', async () => {
    const { browser: chromium, sandbox } = scene();
    await connect(scene(), 'esim');
    const page = await chromium.openUrl(`${sandbox.url}/oauth/authorize`);
    const reached = await page.evaluate(async (id) => {
      const { chrome, browser: other } = globalThis as { chrome?: { runtime?: unknown }; browser?: unknown };
      const asked = await fetch(`chrome-extension://${id}/options.html`).then(
        () => 'read',
        () => 'refused',
      );
      const frame = document.createElement('iframe');
      frame.src = `chrome-extension://${id}/options.html`;
      document.body.append(frame);
      await new Promise((done) => {
        frame.onload = done;
      });
      return [chrome?.runtime === undefined, other === undefined, asked, frame.contentDocument === null];
    }, chromium.host);
    expect(reached).toEqual([true, true, 'refused', true]);
    expect(await names()).toEqual([LINE_NAMES.esim]);
    await page.close();
  });
};

travel('chromium', 'sign-in', signIns);
