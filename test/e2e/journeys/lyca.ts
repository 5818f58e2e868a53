import { afterEach, beforeEach, expect, it } from 'vitest';
import type { browser as extensionApi } from 'wxt/browser';
import { askedIn, MAY_ASK } from '../../sandbox/dialects/asked.ts';
import { dialectsOf } from '../../sandbox/dialects/test-reading.ts';
import type { LineId } from '../../sandbox/vocabulary.ts';
import type { Browser, Page } from '../../support/browsers/contract.ts';
import { command } from '../../support/extension/commands.ts';
import { seeItFall } from '../../support/extension/left.ts';
import { t } from '../../support/extension/person.ts';
import type { Scene } from '../../support/extension/scene.ts';
import { HOURS, passAndPoll } from '../../support/extension/time.ts';
import type { Journey } from '../journey.ts';

declare const browser: typeof extensionApi;

/* A carrier that has an account page and nothing else. */

const HOST = 'www.lycamobile.co.uk';
const SITE = `https://${HOST}`;
const NAME = 'Lyca Mobile';

/** What a person does on the carrier's own page. */
async function signInThere(
  page: Page,
  { number = '', password = '' }: Record<string, string>,
): Promise<void> {
  await page.fill('Mobile number', number);
  await page.fill('Password', password);
  await page.click('button', 'Log in');
  await page.see(number);
}

/** From the first page to the carrier's form, found by what Chinese speakers call it. */
async function beginAdding({ browser }: Scene): Promise<Page> {
  const page = await browser.openPage('options.html#add');
  await page.fill(t('addSearch'), '来卡');
  await page.click('link', new RegExp(`^${NAME}`));
  await page.choose(t('fieldLycaSiteLabel'), 'United Kingdom');
  await browser.allowWhenAsked(SITE);
  return page;
}

/** Answers the line's id. */
async function save({ desk }: Scene, page: Page): Promise<string> {
  await page.see(t('addReadsTitle'));
  await page.fill(t('lineName'), NAME);
  await page.click('button', t('addSave'));
  await page.see(t('addSaved', NAME));
  await page.close();
  const { lines } = await command(desk, 'state', {});
  return lines.find(({ name }) => name === NAME)?.id ?? '';
}

/** Documents that Chromium opened for a parse and did not close. */
async function openParsers(on: Browser): Promise<number> {
  if (on.kind !== 'chromium') return 0;
  return on.background(
    async () => (await browser.runtime.getContexts({ contextTypes: ['OFFSCREEN_DOCUMENT'] })).length,
  );
}

export const accountPages: Journey = (scene) => {
  const typed = (line: LineId) => dialectsOf(scene().sandbox).fields('lyca', line);
  const asked = () =>
    dialectsOf(scene().sandbox)
      .log()
      .map(({ method, path }) => `${method} ${path}`);
  const signIns = () => asked().filter((request) => request.startsWith('POST'));

  beforeEach(async () => {
    await scene().sandbox.control.lines.reset();
    await scene().sandbox.control.lines.drain('esim', 3_250_000_000);
    dialectsOf(scene().sandbox).clearLog();
  });
  afterEach(async () => {
    const { lines } = await command(scene().desk, 'state', {});
    for (const { id } of lines)
      await command(scene().desk, 'remove-line', { lineId: id, keepReceipts: false });
  });

  it("is read with the browser's own session, once the person has signed in on the carrier's page", async () => {
    const page = await beginAdding(scene());
    await page.click('button', t('addAllow'));
    await page.see(t('addFailureNoSession', NAME));
    await page.click('link', t('addSessionOpen', HOST));
    const tab = await scene().browser.waitForPage((url) => url.startsWith(SITE));
    await signInThere(tab, typed('esim'));
    await page.click('button', t('addAllow'));
    const lineId = await save(scene(), page);
    await seeItFall(scene(), lineId, { line: 'esim', from: 3_250_000_000, to: 1_500_000_000 });

    // The one password that was sent is the one that the person typed on the carrier's own page.
    expect(signIns()).toEqual(['POST /en/login/']);
    expect(
      dialectsOf(scene().sandbox)
        .log()
        .flatMap(({ secrets }) => secrets),
    ).not.toContain('lyca password: address');
    expect(await openParsers(scene().browser)).toBe(0);
    await tab.close();
  });

  it('says so where that session has ended, keeps the figure, and leads to where it is begun anew', async () => {
    const { browser } = scene();
    const tab = await browser.openUrl(`${SITE}/en/my-account/`);
    if (!(await tab.text()).includes(typed('esim').number ?? '')) await signInThere(tab, typed('esim'));
    const page = await beginAdding(scene());
    await page.click('button', t('addAllow'));
    const lineId = await save(scene(), page);
    const out = await browser.openUrl(`${SITE}/en/logout/`);
    await out.see('Log in');
    const line = await passAndPoll(scene(), 2 * HOURS, lineId);
    expect(line).toMatchObject({ failure: { kind: 'signed-out' }, headline: { remaining: 3_250_000_000 } });
    const popup = await browser.openPopup();
    await popup.see(t('failureSignedOutTitle'));
    await popup.click('button', t('popupSignIn'));
    const settings = await browser.waitForPage((url) => url.includes('/sign-in'));
    await settings.find('link', t('addSessionOpen', HOST));
    for (const one of [settings, out, tab]) await one.close();
  });

  it('signs in by itself with number and password, and again as its own after somebody else did', async () => {
    const { browser, sandbox } = scene();
    const page = await beginAdding(scene());
    await page.fill(t('addOptional', t('fieldNumberLabel')), typed('esim').number ?? '');
    await page.fill(t('addOptional', t('fieldPasswordLabel')), typed('esim').password ?? '');
    await page.click('button', t('addAllow'));
    const lineId = await save(scene(), page);
    await seeItFall(scene(), lineId, { line: 'esim', from: 3_250_000_000, to: 1_500_000_000 });

    expect(signIns()).toEqual(['POST /wp-admin/admin-ajax.php']);
    const { hosts, requests, secrets } = askedIn(dialectsOf(sandbox).log());
    expect(hosts).toEqual([HOST]);
    expect(MAY_ASK.lyca?.requests).toEqual(expect.arrayContaining(requests));
    expect(secrets).toEqual(MAY_ASK.lyca?.secrets.toSorted());

    const other = await browser.openUrl(`${SITE}/en/login/`);
    await signInThere(other, typed('number-keeping'));
    dialectsOf(sandbox).clearLog();
    await seeItFall(scene(), lineId, { line: 'esim', from: 1_500_000_000, to: 1_250_000_000 });
    expect(signIns()).toEqual(['POST /wp-admin/admin-ajax.php']);
    expect(await openParsers(browser)).toBe(0);
    await other.close();
  });
};
