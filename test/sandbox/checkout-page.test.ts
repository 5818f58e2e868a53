import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Sandbox } from './sandbox-types.ts';
import { checkoutOf, opened, startStill } from './test-client.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startStill({ speed: 0 });
});
afterAll(() => sandbox.close());

it('the page shows line, order and both prices, and runs and loads nothing from elsewhere', async () => {
  const id = await opened(sandbox, 'esim', { offerId: 'esim-5gb' });
  const response = await fetch(`${sandbox.url}/checkout/${id}`);
  const text = await response.text();
  for (const shown of ['+44 77•• •••142', 'Traveller 5 GB', '£12.00', '£15.00'])
    expect(text).toContain(shown);
  expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(text).not.toMatch(/<script|(src|href|action)="(https?:|\/\/)/);
});

it('the page of an unknown checkout says so', async () => {
  const response = await fetch(`${sandbox.url}/checkout/unknown`);
  expect([response.status, (await response.text()).includes('no such checkout')]).toEqual([404, true]);
});

it('a payment without a method is asked for again', async () => {
  const id = await opened(sandbox, 'esim', { offerId: 'esim-5gb' });
  const response = await fetch(`${sandbox.url}/checkout/${id}/pay`, { method: 'POST', body: '' });
  expect([response.status, (await response.text()).includes('Choose how to pay')]).toEqual([422, true]);
  expect((await checkoutOf(sandbox, id)).status).toBe('open');
});

it('names and reasons are shown as text, never as markup', async () => {
  const id = await opened(sandbox, 'esim', { offerId: 'esim-5gb' });
  await sandbox.control.checkouts.settle(id, 'failed', '<script>alert("no")</script>');
  const text = await (await fetch(`${sandbox.url}/checkout/${id}`)).text();
  expect(text).toContain('&lt;script&gt;alert(&quot;no&quot;)');
  expect(text).not.toContain('<script');
});

it('every address that the help names leads to a page of the carrier', async () => {
  for (const path of ['', 'account', 'stores', 'kiosks', 'chat', 'terms', 'assets/sandbox.css']) {
    expect((await fetch(`${sandbox.url}/${path}`)).status).toBe(200);
  }
});
