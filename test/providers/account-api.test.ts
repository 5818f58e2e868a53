import { describe, expect, it } from 'vitest';
import { accountApi } from '../../utils/providers/account-api.ts';
import type { TopUps } from '../../utils/providers/contract.ts';
import { asked, failureOf, LINE, ORIGIN } from '../support/carrier.ts';

const CHECKOUT = {
  id: 'co-77',
  status: 'paid',
  offerId: 'plus',
  price: { amount: 1500, currency: 'EUR' },
  openedAt: '2026-11-21T09:00:00Z',
  paidAt: '2026-11-21T09:02:00Z',
  creditedAt: null,
  receiptNumber: 'R-2026-0041',
  failureReason: null,
};
const OPENED = {
  id: 'co-77',
  url: 'https://pay.nordtel.example/c/co-77',
  status: 'open',
  expiresAt: '2026-11-21T10:30:00Z',
};
const OFFER = {
  id: 'plus',
  name: 'Plus\u202e 10 GB',
  kind: 'bundle',
  data: 10_000_000_000,
  voice: null,
  sms: 50,
  validityDays: 30,
  recurring: true,
  price: { amount: 1500, currency: 'EUR' },
  promotion: {
    label: 'Black Friday',
    endsAt: '2026-11-30T23:00:00Z',
    priceBefore: { amount: 2000, currency: 'EUR' },
  },
};
function topUps(): TopUps {
  if (!accountApi.topUps) throw new Error('no top-ups');
  return accountApi.topUps;
}

describe('what the carrier is asked', () => {
  it('the token goes in a header, and spaces that were pasted around it do not', async () => {
    const { requests, context, line } = asked(
      { buckets: [] },
      { ...LINE, token: ` ${LINE.token}\n`, line: ' l-204 ' },
    );
    await accountApi.read(line, context);
    expect(requests[0]?.url).toBe(`${ORIGIN}/v1/lines/l-204/balance`);
    expect(requests[0]?.headers.get('authorization')).toBe(`Bearer ${LINE.token}`);
    expect(requests[0]?.headers.get('accept')).toBe('application/json');
  });

  it('no line chosen yet asks nothing', async () => {
    const { requests, context } = asked({ buckets: [] });
    expect((await failureOf(accountApi.read({ ...LINE, line: '' }, context))).kind).toBe('line-gone');
    expect(requests).toEqual([]);
  });

  it('the lines of the account are told apart by their masked numbers', async () => {
    const row = { label: 'SIM', kind: 'esim', numberMasked: null, deviceIdMasked: null, planName: null };
    const lines = [
      { ...row, id: 'a', numberMasked: '+372 •••• 12' },
      { ...row, id: 'b', deviceIdMasked: '…9031', kind: 'hologram' },
      { ...row, id: 'a', label: 'twice' },
    ];
    const choices = await accountApi.lines?.(LINE, asked({ lines }).context);
    expect(choices).toEqual([
      { id: 'a', label: 'SIM', kind: 'esim', masked: '+372 •••• 12', planName: null },
      { id: 'b', label: 'SIM', kind: null, masked: '…9031', planName: null },
    ]);
  });

  it('offers come with clean names, each once', async () => {
    const customAmount = { currency: 'EUR', min: 500, max: 10_000, step: 500 };
    const told = await topUps().offers(
      LINE,
      asked({ offers: [OFFER, { ...OFFER, name: 'twice' }], customAmount }).context,
    );
    expect(told).toEqual({ offers: [{ ...OFFER, name: 'Plus 10 GB' }], customAmount });
  });

  it.each([
    ['a price as a decimal', { price: { amount: 15.5, currency: 'EUR' } }],
    ['no price', { price: null }],
    ['a validity of no days', { validityDays: 0 }],
    ['a negative volume', { data: -1 }],
  ])('an offer with %s is unreadable', async (_what, change) => {
    const answer = { offers: [{ ...OFFER, ...change }], customAmount: null };
    expect((await failureOf(topUps().offers(LINE, asked(answer).context))).kind).toBe('unreadable');
  });

  it.each([
    [{ offerId: 'plus' }, '{"offerId":"plus"}'],
    [{ amount: 1500, autoRenew: true }, '{"amount":1500,"autoRenew":true}'],
  ])(
    'a checkout is opened with its key, so that a second click is no second payment',
    async (order, body) => {
      const { requests, context } = asked(OPENED);
      expect(await topUps().open(LINE, context, order, 'key-1')).toEqual(OPENED);
      expect(requests[0]).toMatchObject({
        url: `${ORIGIN}/v1/lines/l-204/checkouts`,
        init: { method: 'POST', body },
      });
      expect(requests[0]?.headers.get('idempotency-key')).toBe('key-1');
    },
  );

  it('the word on a checkout is read, and a status that is new settles nothing', async () => {
    expect(await topUps().status(LINE, asked(CHECKOUT).context, 'co-77')).toEqual(CHECKOUT);
    const fresh = await topUps().status(LINE, asked({ ...CHECKOUT, status: 'reviewing' }).context, 'co-77');
    expect(fresh.status).toBe('open');
  });

  it('D18: the word on another checkout than the one asked for is discarded', async () => {
    expect((await failureOf(topUps().status(LINE, asked(CHECKOUT).context, 'co-78'))).kind).toBe(
      'unreadable',
    );
  });

  it('receipts come page by page', async () => {
    const first = asked({ topUps: [CHECKOUT], next: 'a&b=c' });
    expect(await topUps().receipts(LINE, first.context, null)).toEqual({ topUps: [CHECKOUT], next: 'a&b=c' });
    expect(first.requests[0]?.url).toBe(`${ORIGIN}/v1/lines/l-204/top-ups`);
    const second = asked({ topUps: [], next: null });
    expect(await topUps().receipts(LINE, second.context, 'a&b=c')).toEqual({ topUps: [], next: null });
    expect(second.requests[0]?.url).toBe(`${ORIGIN}/v1/lines/l-204/top-ups?cursor=a%26b%3Dc`);
  });
});
