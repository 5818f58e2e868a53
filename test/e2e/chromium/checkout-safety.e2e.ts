import { afterEach, beforeEach, expect, it } from 'vitest';
import { goToPayment, pay } from '../../support/extension/checkout.ts';
import { command, lineNow } from '../../support/extension/commands.ts';
import { connect } from '../../support/extension/connect.ts';
import { t } from '../../support/extension/person.ts';
import { MINUTES, pass } from '../../support/extension/time.ts';
import { pollsOf } from '../../support/extension/watch.ts';
import { until } from '../../support/until.ts';
import { type Journey, travel } from '../journey.ts';

const OFFER = /^Data 1 GB/;
const CHECKOUTS = '/v1/lines/esim/checkouts';
/** Polls that a watched top-up may add in its first half hour. */
const WATCHES = 12;

const checkouts: Journey = (scene) => {
  let id = '';
  let offerId = '';
  beforeEach(async () => {
    const { sandbox, desk } = scene();
    await sandbox.control.lines.reset();
    id = await connect(scene(), 'esim');
    const { offers } = await command(desk, 'offers', { lineId: id });
    offerId = offers.find(({ name }) => OFFER.test(name ?? ''))?.id ?? '';
    await sandbox.control.clearLog();
  });
  afterEach(async () => {
    const { browser: chromium, sandbox, desk } = scene();
    await sandbox.control.faults.clear();
    for (const url of await opened()) await (await chromium.waitForPage((each) => each === url)).close();
    await command(desk, 'erase-all', {});
  });

  const orders = () =>
    scene()
      .sandbox.log()
      .filter(({ method, path }) => method === 'POST' && path === CHECKOUTS);
  const opened = async () =>
    (await scene().browser.addresses()).filter((url) => url.startsWith(`${scene().sandbox.url}/checkout/`));
  const order = () => command(scene().desk, 'open-top-up', { lineId: id, order: { offerId } });

  it('H08: the payment page learns neither where one came from nor who opened it', async () => {
    const popup = await scene().browser.openPopup();
    const page = await goToPayment(scene(), popup, OFFER);
    expect(await page.evaluate(() => [document.referrer, opener === null, history.length])).toEqual([
      '',
      true,
      1,
    ]);
    const visits = scene()
      .sandbox.log()
      .filter(({ path }) => path.startsWith('/checkout/'));
    expect(visits.length).toBeGreaterThan(0);
    for (const { referer, query, headers } of visits) {
      expect({ referer, query, authorization: headers.authorization }).toEqual({ referer: false, query: '' });
    }
    await page.close();
  });

  it('H10: a double click orders once, and a later click leads to the same checkout', async () => {
    const popup = await scene().browser.openPage(`popup.html?line=${id}&screen=top-up`);
    await popup.mark(OFFER);
    await popup.find('button', /^Continue to pay/);
    await popup.evaluate(() => {
      const button = document.querySelector<HTMLButtonElement>('form button[type=submit]');
      for (let clicks = 0; clicks < 3; clicks += 1) button?.click();
    });
    await until('the checkout', async () => (await lineNow(scene().browser, id)).topUp?.checkoutId);
    const both = await Promise.allSettled([order(), order()]);
    expect(both.some(({ status }) => status === 'fulfilled')).toBe(true);
    expect(new Set(await opened()).size).toBe(1);
    expect(new Set(orders().map(({ headers }) => headers['idempotency-key'])).size).toBe(1);
    const all = await scene().sandbox.control.checkouts.list();
    expect(all.filter(({ status }) => status === 'open')).toHaveLength(1);
    await popup.close();
  });

  it('H11: what the address says on the way back is not believed; the account API is asked, within bounds', async () => {
    const { browser: chromium, sandbox } = scene();
    const popup = await chromium.openPopup();
    const page = await goToPayment(scene(), popup, OFFER);
    const address = await page.url();
    for (const back of ['/done?status=credited', '?paid=true#success']) {
      await (await chromium.openUrl(`${address}${back}`)).close();
    }
    await (await chromium.openPage('options.html?status=credited#lines')).close();
    for (let minutes = 1; minutes <= 8; minutes *= 2) await pass(scene(), minutes * MINUTES);
    await until('the watch has asked', () => pollsOf(scene(), 'esim').length > 0);
    expect((await lineNow(chromium, id)).topUp).toMatchObject({ state: 'open', creditedAt: null, rises: [] });
    expect(pollsOf(scene(), 'esim').length).toBeLessThanOrEqual(WATCHES);
    await pay(page);
    await page.see('Paid and credited');
    await pass(scene(), 10 * MINUTES);
    const credited = async () => (await lineNow(chromium, id)).topUp?.state === 'credited';
    await until('the credit', credited);
    const again = await chromium.openPopup();
    await again.see(t('topUpCredited'));
    await again.close();
    expect(sandbox.log().some(({ path }) => path.startsWith('/v1/checkouts/'))).toBe(true);
    await page.close();
  });
};

travel('chromium', 'checkout', checkouts);
