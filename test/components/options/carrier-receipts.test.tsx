// @vitest-environment happy-dom
import { fireEvent, screen, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import type { CommandInput } from '../../../utils/app/commands.ts';
import type { Checkout } from '../../../utils/domain/offers.ts';
import { fromNow, glanceLine, NOW, topUp } from '../../support/glances.ts';
import { MADE_UP } from '../../support/made-up-providers.ts';
import { openOptionsPage } from '../../support/options-page.tsx';
import { type Answers, answer, type WorldOptions } from '../../support/options-world.ts';
import { aCheckout } from '../../support/records.ts';

const EUR = (amount: number) => ({ amount, currency: 'EUR' });
const HERE = aCheckout('credited', { id: 'c-1', paidAt: NOW, price: EUR(1240), receiptNumber: 'R-2' });
const ELSEWHERE = aCheckout('refunded', {
  id: 'c-9',
  paidAt: fromNow(-9e8),
  price: EUR(500),
  receiptNumber: 'R-1',
});
const OLD = aCheckout('credited', { id: 'c-0', openedAt: null, price: null });

const opened = (answers: Answers, over: Partial<WorldOptions> = {}, providerId = 'account-api') =>
  openOptionsPage('#line/a', {
    lines: [glanceLine({ id: 'a', name: 'Phone', providerId })],
    providers: MADE_UP,
    answers: { receipts: answer([topUp({ checkoutId: 'c-1', offer: null })]), ...answers },
    ...over,
  });

const told = (topUps: Checkout[], next: string | null = null) => answer({ topUps, next });
const card = () => within(screen.getByRole('region', { name: 'Receipts at the carrier' }));
const pressInCard = (name: string) => fireEvent.click(card().getByRole('button', { name }));
const ask = () => pressInCard('Show the carrier’s receipts');
const items = () => card().getAllByRole('listitem');

describe('the receipts at the carrier', () => {
  it('are asked for by a press alone, and stand newest first with number, date, amount and state', async () => {
    const { asked } = await opened({ 'carrier-receipts': told([ELSEWHERE, HERE]) });
    expect(asked).toEqual([]);
    ask();
    await card().findByText('Receipts shown: 2');
    expect(asked[0]).toEqual({ name: 'carrier-receipts', input: { lineId: 'a', cursor: null } });
    expect(items().map(({ textContent }) => textContent)).toEqual([
      expect.stringMatching(/€12\.40.*2026.*Receipt R-2.*arrived/),
      expect.stringMatching(/€5\.00.*2026.*Receipt R-1.*refunded/i),
    ]);
  });

  it('are marked where this computer knows nothing of them', async () => {
    await opened({ 'carrier-receipts': told([HERE, ELSEWHERE]) });
    ask();
    await card().findByText('Receipts shown: 2');
    const marked = items().map((item) => item.textContent?.includes('Not in this computer’s list'));
    expect(marked).toEqual([false, true]);
  });

  it('are not called unknown while this computer’s own list cannot be read', async () => {
    const receipts = { ok: false, error: { kind: 'unreachable' } } as const;
    await opened({ 'carrier-receipts': told([ELSEWHERE]), receipts });
    ask();
    await card().findByText('Receipts shown: 1');
    expect(card().queryByText('Not in this computer’s list')).toBeNull();
  });

  it('say that amount or date are not told, and never a zero', async () => {
    await opened({ 'carrier-receipts': told([OLD]) });
    ask();
    expect(await card().findByText('Amount not told')).toBeTruthy();
    expect(card().getByText('Date not told')).toBeTruthy();
  });

  it('go on with older ones until there are none', async () => {
    const pages = ({ cursor }: CommandInput<'carrier-receipts'>) =>
      cursor === null ? told([HERE], 'page 2') : told([ELSEWHERE, OLD]);
    const { asked } = await opened({ 'carrier-receipts': pages });
    ask();
    await card().findByText('Receipts shown: 1');
    pressInCard('Show older ones');
    await card().findByText('Receipts shown: 3');
    const cursors = asked.filter(({ name }) => name === 'carrier-receipts').map(({ input }) => input);
    expect(cursors).toEqual([
      { lineId: 'a', cursor: null },
      { lineId: 'a', cursor: 'page 2' },
    ]);
    const more = card().getByRole('button', { name: 'Show older ones' });
    expect(more.getAttribute('aria-disabled')).toBe('true');
  });

  it('say so when the carrier keeps none', async () => {
    await opened({ 'carrier-receipts': told([]) });
    ask();
    expect(await card().findByText('The carrier keeps no top-up of this line.')).toBeTruthy();
    expect(card().queryByRole('button', { name: 'Show older ones' })).toBeNull();
  });

  it('say while they are asked for that they are, and one press asks once', async () => {
    const { asked } = await opened({ 'carrier-receipts': told([HERE]) });
    ask();
    ask();
    expect(await card().findByText('Asking the carrier…')).toBeTruthy();
    await card().findByText('Receipts shown: 1');
    expect(asked.filter(({ name }) => name === 'carrier-receipts')).toHaveLength(1);
  });

  it('are copied and saved as evidence, also those made elsewhere', async () => {
    const { copied, saved } = await opened({ 'carrier-receipts': told([ELSEWHERE]) });
    ask();
    await card().findByText('Receipts shown: 1');
    pressInCard('Copy receipt');
    await card().findByRole('button', { name: 'Copied' });
    pressInCard('Save receipt');
    expect(copied[0]).toContain('Top-up receipt: Phone');
    expect(copied[0]).toContain('Carrier’s receipt number: R-1');
    expect(saved).toEqual([{ name: 'receipt-2026-11-11.txt', text: copied[0] }]);
  });

  it('are not offered where the carrier has none to give', async () => {
    await opened({}, {}, 'reseller');
    expect(screen.queryByRole('region', { name: 'Receipts at the carrier' })).toBeNull();
  });
});

describe('receipts that do not come', () => {
  const failed = (kind: 'timeout' | 'no-access') =>
    ({
      ok: false,
      error: { kind: 'failure', failure: { kind, retryAt: null, detail: '' }, origin: null },
    }) as const;

  it('leave what is shown, say why in words, and what failed can be tried again', async () => {
    let works = true;
    const pages = ({ cursor }: CommandInput<'carrier-receipts'>) => {
      if (cursor === null) return told([HERE], 'page 2');
      return works ? told([ELSEWHERE]) : failed('timeout');
    };
    const { words } = await opened({ 'carrier-receipts': pages });
    ask();
    await card().findByText('Receipts shown: 1');
    works = false;
    pressInCard('Show older ones');
    expect(await within(card().getByRole('alert')).findByText(words.t('failureTimeoutTitle'))).toBeTruthy();
    expect(items()).toHaveLength(1);
    works = true;
    pressInCard('Try again');
    await card().findByText('Receipts shown: 2');
  });

  it('for want of the permission are asked for once it is given', async () => {
    let allowed = false;
    const { granted } = await opened({
      'carrier-receipts': () => (allowed ? told([HERE]) : failed('no-access')),
    });
    ask();
    const allow = await card().findByRole('button', { name: 'Allow access' });
    allowed = true;
    fireEvent.click(allow);
    await card().findByText('Receipts shown: 1');
    expect(granted).toHaveLength(1);
  });

  it('because it asked too often are told with the instant', async () => {
    await opened({ 'carrier-receipts': { ok: false, error: { kind: 'not-before', at: fromNow(6e5) } } });
    ask();
    expect(await card().findByText(/10:24/)).toBeTruthy();
  });
});

it('the receipts of this computer name the lines whose carrier keeps its own', async () => {
  await openOptionsPage('#data', {
    lines: [
      glanceLine({ id: 'a', name: 'Phone' }),
      glanceLine({ id: 'b', name: 'Other', providerId: 'reseller' }),
    ],
    providers: MADE_UP,
    answers: { receipts: answer([]) },
  });
  const receipts = within(screen.getByRole('region', { name: 'Receipts' }));
  expect(receipts.getAllByRole('link').map((link) => link.getAttribute('href'))).toEqual(['#line/a']);
});
