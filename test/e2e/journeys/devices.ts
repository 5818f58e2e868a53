import { beforeEach, expect, it } from 'vitest';
import type { browser as extensionApi } from 'wxt/browser';
import { askedIn } from '../../sandbox/dialects/asked.ts';
import { dialectsOf } from '../../sandbox/dialects/test-reading.ts';
import { connectDialect } from '../../support/extension/add-provider.ts';
import { command, lineNow } from '../../support/extension/commands.ts';
import { GIB, untilLeft } from '../../support/extension/left.ts';
import { t } from '../../support/extension/person.ts';
import { HOURS, pass } from '../../support/extension/time.ts';
import { fails } from '../../support/extension/watch.ts';
import { until } from '../../support/until.ts';
import type { Journey } from '../journey.ts';
import { devicePassword } from './device-password.ts';

declare const browser: typeof extensionApi;

const LINE = 'data-card';
const HILINK = 'http://hilink.local';
const GOFORM = 'http://goform.local';
const ASKED_BY_HAND = 'cmd=monthly_rx_bytes';

/** The addresses to which the browser gives a Referer of their own. */
const ruled = async () =>
  (await browser.declarativeNetRequest.getSessionRules()).map(({ condition }) => condition.urlFilter ?? '');

/** Devices on the local network: plain http, a session in a cookie, a Referer that no request can set. */
export const devices: Journey = (scene) => {
  const log = () => dialectsOf(scene().sandbox).log();
  const add = (id: string) => connectDialect(scene(), id, LINE);
  const remove = (lineId: string) => command(scene().desk, 'remove-line', { lineId, keepReceipts: false });

  beforeEach(async () => {
    const { sandbox, desk } = scene();
    for (const { id } of (await command(desk, 'state', {})).lines) await remove(id);
    await sandbox.control.lines.reset();
    await sandbox.control.faults.clear();
    await sandbox.control.habits({ askPassword: [], withoutCookies: [] });
    dialectsOf(sandbox).clearLog();
  });

  devicePassword(scene);

  it('huawei-hilink that sets no cookie is read by the session in its answer, of which nothing stays', async () => {
    const { browser: driver, sandbox } = scene();
    await sandbox.control.lines.drain(LINE, 2 * GIB);
    await sandbox.control.habits({ withoutCookies: ['huawei-hilink'] });
    // A line of the test before may have been asked a last time, and left a cookie.
    const device = await driver.openUrl(`${HILINK}/sign-out`);
    await device.find('heading', 'Device');
    await device.close();
    const lineId = await add('huawei-hilink');
    await untilLeft(scene(), lineId, 2 * GIB);
    expect(await driver.background(ruled)).toEqual([]);
    const begun = () => log().filter(({ path }) => path.endsWith('SesTokInfo'));
    const times = begun().length;
    const tab = await driver.openUrl(`${HILINK}/api/webserver/SesTokInfo`);
    await until('a tab that begins a session', () => begun().length > times);
    await tab.close();
    expect(begun().filter(({ cookies }) => cookies)).toEqual([]);
    expect(log().some(({ path, cookies }) => path.endsWith('start_date') && cookies)).toBe(true);
  });

  it('huawei-hilink hears the cookie of its own session, and nobody else does', async () => {
    for (const id of ['huawei-hilink', 'zte-goform']) await add(id);
    const withCookie = log().filter(({ cookies }) => cookies);
    expect(new Set(withCookie.map(({ headers }) => headers.host))).toEqual(new Set(['hilink.local']));
    const figures = log().filter(({ path }) => path.includes('/monitoring/'));
    expect(figures.length).toBeGreaterThan(0);
    expect(figures.every(({ cookies, referer }) => cookies && !referer)).toBe(true);
  });

  it('zte-goform hears its own address as the Referer, from this extension alone, while its line is there', async () => {
    const { browser: driver } = scene();
    const lineId = await add('zte-goform');
    expect(log().length).toBeGreaterThan(0);
    expect(log().map(({ headers }) => headers.referer)).toEqual(log().map(() => `${GOFORM}/`));
    expect(await driver.background(ruled)).toEqual([`|${GOFORM}/`]);

    dialectsOf(scene().sandbox).clearLog();
    const tab = await driver.openUrl(`${GOFORM}/goform/goform_get_cmd_process?${ASKED_BY_HAND}`);
    await tab.see('failure');
    await tab.close();
    const ofTab = log().filter(({ query }) => query === ASKED_BY_HAND);
    expect(ofTab.map(({ referer }) => referer)).toEqual([false]);

    await remove(lineId);
    expect(await driver.background(ruled)).toEqual([]);
  });

  it('a host that is taken away takes the Referer along, and both come back together', async () => {
    const { browser: driver } = scene();
    const lineId = await add('zte-goform');
    await driver.revokeHost(GOFORM);
    await fails(scene(), lineId, 'no-access');
    await until('no rule', async () => (await driver.background(ruled)).length === 0);
    await driver.grantHost(GOFORM);
    await until('a reading', async () => (await lineNow(driver, lineId)).failure === null);
    expect(await driver.background(ruled)).toEqual([`|${GOFORM}/`]);
  });

  it('no address beyond the own network is asked, and none to which a device leads', async () => {
    const { browser: driver, sandbox } = scene();
    const page = await driver.openPage('options.html#add/huawei-hilink');
    await page.fill(t('fieldDeviceAddressLabel'), 'router.example');
    await page.press('Enter');
    await page.see(t('errorFieldNotLocal'));
    await page.close();
    expect(log()).toEqual([]);

    const lineId = await add('huawei-hilink');
    const to = `${sandbox.otherOrigin.url}/api/webserver/SesTokInfo`;
    await sandbox.control.faults.add({ path: '/api/*', fault: { kind: 'redirect', to } });
    await pass(scene(), 3 * HOURS);
    await fails(scene(), lineId, 'intercepted');
    expect(sandbox.otherOrigin.log()).toEqual([]);
    expect(askedIn(log()).hosts).toEqual([new URL(HILINK).host]);
  });
};
