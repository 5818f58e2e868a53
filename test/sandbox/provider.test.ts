import { afterAll, beforeAll, expect, it } from 'vitest';
import { Failure } from '../../utils/domain/failure.ts';
import { accountApi } from '../../utils/providers/account-api.ts';
import type { HttpRequest } from '../../utils/providers/contract.ts';
import { contextFor } from '../support/replay.ts';
import type { Sandbox } from './sandbox-types.ts';
import { balanceOf, startStill } from './test-client.ts';
import { LINE_IDS } from './vocabulary.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startStill();
});
afterAll(() => sandbox.close());

/** Plain requests in the place of the extension's host. */
async function request({ url, method = 'GET', headers = {}, json }: HttpRequest) {
  const body = json === undefined ? {} : { body: JSON.stringify(json) };
  const response = await fetch(url, { method, headers, ...body });
  const text = await response.text();
  if (response.status >= 400) throw new Failure('unreadable', `status ${response.status}`);
  return {
    status: response.status,
    header: (name: string) => response.headers.get(name),
    freshUntil: () => null,
    text: () => text,
    json: () => JSON.parse(text) as unknown,
    failure: () => new Failure('unreadable'),
  };
}

const context = contextFor({ request }, '2026-03-02T10:00:00Z');

const lineOf = (id: string) => ({ baseUrl: sandbox.baseUrl, token: sandbox.demo.token, line: id });

it.each(LINE_IDS)('the extension reads %s as the carrier tells it', async (id) => {
  const { lineId, ...told } = await balanceOf(sandbox, id);
  expect(lineId).toBe(id);
  expect(await accountApi.read(lineOf(id), context)).toEqual(told);
});

it('the extension lists the five lines of the account, each of its kind', async () => {
  const choices = await accountApi.lines?.(lineOf(''), context);
  expect(choices?.map(({ id, kind }) => [id, kind])).toEqual(LINE_IDS.map((id) => [id, id]));
});

it('the extension takes a top-up from the offer to its receipt', async () => {
  const { topUps } = accountApi;
  const line = lineOf('phone');
  const offers = await topUps?.offers(line, context);
  const offer = offers?.offers.find(({ id }) => id === 'phone-week-3gb');
  expect(offer?.data).toBe(3_000_000_000);
  const checkout = await topUps?.open(line, context, { offerId: 'phone-week-3gb' }, 'key-of-the-order');
  const id = checkout?.id ?? '';
  expect((await topUps?.status(line, context, id))?.status).toBe('open');
  await sandbox.control.checkouts.pay(id, { method: 'wechat' });
  const settled = await topUps?.status(line, context, id);
  expect(settled).toMatchObject({ status: 'credited', price: offer?.price });
  expect((await topUps?.receipts(line, context, null))?.topUps[0]).toEqual(settled);
});

it('the extension learns where to find help, and where a checkout may open', async () => {
  expect(await accountApi.help?.(lineOf('esim'), context)).toMatchObject({ checkoutHosts: [sandbox.host] });
});
