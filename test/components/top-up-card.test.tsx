// @vitest-environment happy-dom
import { fireEvent, waitFor } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import { TopUpCard } from '../../components/popup/TopUpCard.tsx';
import { HOUR, MINUTE } from '../../utils/domain/instant.ts';
import { TOP_UP_STATES, type TopUp } from '../../utils/domain/top-up.ts';
import { fromNow, GB, topUp } from '../support/glances.ts';
import { type FakeActions, fakeActions, renderIn } from '../support/page.tsx';

function card(over: Partial<TopUp>, actions: FakeActions = fakeActions()) {
  const onHelp = vi.fn();
  const shown = <TopUpCard topUp={topUp(over)} lineName={null} actions={actions} help={onHelp} />;
  return { ...renderIn(shown), actions, onHelp };
}

const buttonsOf = ({ queryAllByRole }: ReturnType<typeof card>) =>
  queryAllByRole('button').map((button) => button.textContent);

describe('a top-up on its way', () => {
  it('names the host and the price while it is open, and opens the same page again', async () => {
    const page = card({});
    expect(page.container.textContent).toContain('on pay.carrier.example');
    expect(page.container.textContent).toContain('£10.00');
    expect(buttonsOf(page)).toEqual(['Show the page again', 'I did not pay']);
    fireEvent.click(page.getByRole('button', { name: 'Show the page again' }));
    await waitFor(() =>
      expect(page.actions.asked).toEqual([{ name: 'reopen-top-up', input: { topUpId: 'top-up-1' } }]),
    );
  });

  it('has no page to show again before its address is known', () => {
    expect(buttonsOf(card({ url: null }))).toEqual(['I did not pay']);
  });

  it('is dropped when the person says that they did not pay', () => {
    const page = card({});
    fireEvent.click(page.getByRole('button', { name: 'I did not pay' }));
    expect(page.actions.asked).toEqual([{ name: 'abandon-top-up', input: { topUpId: 'top-up-1' } }]);
  });

  it('is only waited for once it is paid', () => {
    const page = card({ state: 'paid', paidAt: fromNow(-3 * MINUTE) });
    expect(page.container.textContent).toMatch(/Paid 10:11\sAM/);
    expect(buttonsOf(page)).toEqual([]);
  });
});

describe('a top-up that ended', () => {
  const credited: Partial<TopUp> = {
    state: 'credited',
    paidAt: fromNow(-9 * MINUTE),
    creditedAt: fromNow(-6 * MINUTE),
    receiptNumber: 'R-1',
    rises: [
      { what: 'data', label: 'Everyday', by: 10 * GB, currency: null, until: null },
      { what: 'credit', label: 'Credit', by: 150, currency: 'GBP', until: null },
      { what: 'data', label: 'Night', by: null, currency: null, until: null },
    ],
  };

  it('tells what rose, by how much and after how long', () => {
    const { container } = card(credited);
    const rises = [...container.querySelectorAll('.rises li')].map((row) => row.textContent);
    expect(rises).toEqual(['+10 GB Everyday', '+£1.50 Credit', 'now unlimited Night']);
    expect(container.textContent).toContain('3 min after payment');
    expect(container.textContent).toContain('Receipt R-1');
  });

  it('is closed for good by the person', () => {
    const page = card(credited);
    fireEvent.click(page.getByRole('button', { name: 'Close' }));
    expect(page.actions.asked).toEqual([{ name: 'dismiss-top-up', input: { topUpId: 'top-up-1' } }]);
  });

  it('gives its evidence to the clipboard and as a file', async () => {
    const page = card(credited);
    fireEvent.click(await page.findByRole('button', { name: 'Copy receipt' }));
    expect(await page.findByRole('button', { name: 'Copied' })).toBeTruthy();
    fireEvent.click(page.getByRole('button', { name: 'Save receipt' }));
    expect(page.actions.copied[0]).toContain('R-1');
    expect(page.actions.saved).toEqual([{ name: 'receipt-2026-11-21.txt', text: page.actions.copied[0] }]);
  });

  it('gives the carrier’s own reason for a failure', () => {
    const { container } = card({ state: 'failed', failureReason: 'Card declined' });
    expect(container.textContent).toContain('The carrier says: Card declined');
  });

  it('leads to help and to its evidence when it is overdue, and can be put out of the way', async () => {
    const page = card({ state: 'overdue', paidAt: fromNow(-HOUR) });
    await page.findByRole('button', { name: 'Copy receipt' });
    expect(buttonsOf(page)).toEqual(['What to do', 'Copy receipt', 'Save receipt', 'Close']);
    fireEvent.click(page.getByRole('button', { name: 'What to do' }));
    expect(page.onHelp).toHaveBeenCalledOnce();
  });
});

it.each(TOP_UP_STATES)('a top-up that is %s has its words', (state) => {
  const { getByRole, container } = card({ state, creditedAt: fromNow(0) });
  expect(getByRole('heading').textContent).not.toBe('');
  expect(container.textContent).not.toMatch(/\$\d|undefined|null/);
});

it('says why a press did nothing', async () => {
  const actions = fakeActions({
    'reopen-top-up': { error: { kind: 'refused-host', host: 'x.example', allowed: [] } },
  });
  const page = card({}, actions);
  fireEvent.click(page.getByRole('button', { name: 'Show the page again' }));
  expect(await page.findByText(/x\.example is not one of/)).toBeTruthy();
});
