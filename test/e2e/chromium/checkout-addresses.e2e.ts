import { beforeAll, expect, it } from 'vitest';
import type { browser as extensionApi } from 'wxt/browser';
import { command } from '../../support/extension/commands.ts';
import { connect } from '../../support/extension/connect.ts';
import { until } from '../../support/until.ts';
import { type Journey, travel } from '../journey.ts';

declare const browser: typeof extensionApi;

const CHECKOUTS = '/v1/lines/esim/checkouts';

const addresses: Journey = (scene) => {
  let id = '';
  let offerId = '';
  beforeAll(async () => {
    id = await connect(scene(), 'esim');
    const { offers } = await command(scene().desk, 'offers', { lineId: id });
    offerId = offers[0]?.id ?? '';
  });

  const order = () => command(scene().desk, 'open-top-up', { lineId: id, order: { offerId } });
  /** How many there are, by the browser's own word: a new one shows its address only when it has loaded. */
  const tabs = () => scene().browser.background(async () => (await browser.tabs.query({})).length);
  /** What the person is told when the carrier answers an order with this address; nothing may open. */
  const leadsTo = async (url: string) => {
    const { sandbox } = scene();
    const body = JSON.stringify({ id: 'c-1', url, status: 'open', expiresAt: '2099-01-01T00:00:00Z' });
    await sandbox.control.faults.add({
      path: CHECKOUTS,
      method: 'POST',
      fault: { kind: 'body', body, status: 201 },
    });
    const before = await tabs();
    const told = await order().then(
      () => 'opened',
      (error: Error) => error.message,
    );
    expect(await tabs(), url).toBe(before);
    await sandbox.control.faults.clear();
    return told;
  };

  it('H01: opens nothing when the carrier answers with something that is no web address', async () => {
    for (const url of [
      'javascript:alert(1)',
      ' java\nscript:alert(1)',
      'data:text/html,<script>alert(1)</script>',
      'file:///etc/passwd',
      'chrome://settings',
      'about:blank',
      `chrome-extension://${scene().browser.host}/options.html`,
      'view-source:https://pay.example/',
      'not an address',
      '',
    ]) {
      expect(await leadsTo(url), url).toMatch(/refused-address|unreadable/);
    }
  });

  it('H02: opens nothing when an address only looks like the confirmed host', async () => {
    const { host } = scene().sandbox;
    for (const url of [
      `https://${host}@evil.example/c`,
      `http://evil.example\\@${host}/c`,
      `http://${host}%2eevil.example/c`,
      `http://${host}.evil.example/c`,
      `http://${host.replace(/:\d+$/, '.')}/c`,
      `http://${host.replace(/\d$/, (digit) => `${(Number(digit) + 1) % 10}`)}/c`,
      `http://127.0.0.\t1/c`,
      `http://evil.example/c?next=http://${host}/c`,
      `http://${host}/c?next=https://evil.example/`,
      'https://pаy.example/',
    ]) {
      expect(await leadsTo(url), url).toMatch(/refused-(?:address|host)|unreadable/);
    }
    const before = await tabs();
    await order();
    expect(await tabs()).toBe(before + 1);
    await until('the payment page', async () => {
      const all = await scene().browser.addresses();
      return all.some((url) => url.startsWith(`${scene().sandbox.url}/checkout/`));
    });
  });
};

travel('chromium', 'checkout addresses', addresses);
