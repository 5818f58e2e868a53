// @vitest-environment happy-dom
import { act, fireEvent, screen, waitFor } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import { TopUpScreen } from '../../components/popup/TopUpScreen.tsx';
import type { CommandError, CommandReply } from '../../utils/app/commands.ts';
import { OFFERS } from '../support/gallery/offers.ts';
import { glanceLine } from '../support/glances.ts';
import { type FakeActions, fakeActions, renderIn } from '../support/page.tsx';

function open(actions: FakeActions, can = { offers: true, topUpHost: null as string | null }) {
  const onBack = vi.fn();
  renderIn(<TopUpScreen line={glanceLine({ can })} actions={actions} onBack={onBack} />);
  return { actions, onBack };
}

const opensOf = ({ asked }: FakeActions) => asked.filter(({ name }) => name === 'open-top-up');

describe('topping up', () => {
  it('asks for offers when the section opens, and shows data, validity, price and promotion', async () => {
    const { actions } = open(fakeActions({ offers: OFFERS }));
    const weekend = await screen.findByRole('radio', { name: /Weekend 5/ });
    expect(actions.asked[0]).toEqual({ name: 'offers', input: { lineId: 'line-1' } });
    const text = weekend.closest('label')?.textContent;
    expect(text).toContain('5 GB · valid 3 days');
    expect(text).toContain('Autumn sale, until Nov 30, 2026');
    expect(text).toContain('£3.50before: £5.00');
    expect(screen.getByRole('radio', { name: /Everyday 10/ }).closest('label')?.textContent).toContain(
      'can renew by itself',
    );
  });

  it('names the host in large letters before anything opens', async () => {
    const { actions } = open(fakeActions({ offers: OFFERS }));
    const host = await screen.findByText('pay.carrier.example');
    expect(host.classList.contains('host')).toBe(true);
    expect(opensOf(actions)).toEqual([]);
  });

  it('opens the chosen offer by the background, then shows the pending top-up', async () => {
    const { actions, onBack } = open(fakeActions({ offers: OFFERS }));
    fireEvent.click(await screen.findByRole('radio', { name: /Weekend 5/ }));
    fireEvent.click(screen.getByRole('button', { name: 'Continue to pay £3.50' }));
    await waitFor(() => expect(onBack).toHaveBeenCalledOnce());
    expect(opensOf(actions)[0]?.input).toEqual({ lineId: 'line-1', order: { offerId: 'weekend-5' } });
  });

  it('opens one checkout however often the button is pressed', async () => {
    let answer: (reply: CommandReply<'open-top-up'>) => void = () => undefined;
    const actions = fakeActions({ offers: OFFERS });
    const plainAsk = actions.ask;
    actions.ask = async (name, input) => {
      const reply = await plainAsk(name, input);
      if (name !== 'open-top-up') return reply;
      return new Promise((resolve) => {
        answer = resolve as typeof answer;
      });
    };
    const { onBack } = open(actions);
    const form = (await screen.findByRole('button', { name: /Continue/ })).closest('form');
    // All within one turn, before the button can be drawn as busy.
    act(() => {
      for (let press = 0; press < 5; press += 1) {
        form?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
      }
    });
    const button = await screen.findByRole('button', { name: 'Opening…' });
    expect(button.getAttribute('aria-disabled')).toBe('true');
    fireEvent.click(button);
    expect(opensOf(actions)).toHaveLength(1);
    answer({ ok: true, value: { topUpId: 't', host: 'pay.carrier.example' } });
    await waitFor(() => expect(onBack).toHaveBeenCalledOnce());
  });

  it('takes an amount of the person’s own choice, in minor units', async () => {
    const { actions } = open(fakeActions({ offers: OFFERS }));
    const field = await screen.findByRole('textbox', { name: 'Amount in GBP' });
    fireEvent.focus(field);
    fireEvent.input(field, { target: { value: '25,00' } });
    fireEvent.click(screen.getByRole('button', { name: 'Continue to pay £25.00' }));
    await waitFor(() => expect(opensOf(actions)[0]?.input).toMatchObject({ order: { amount: 2500 } }));
  });

  it('says what is wrong with an amount, where, and asks for nothing', async () => {
    const { actions } = open(fakeActions({ offers: OFFERS }));
    const field = await screen.findByRole('textbox', { name: 'Amount in GBP' });
    fireEvent.focus(field);
    fireEvent.input(field, { target: { value: '2' } });
    fireEvent.click(screen.getByRole('button', { name: 'Continue to payment' }));
    expect(await screen.findByText('Enter an amount from £5.00 to £100.00, in steps of £1.00.')).toBeTruthy();
    await waitFor(() => expect(field.getAttribute('aria-invalid')).toBe('true'));
    expect(document.activeElement).toBe(field);
    expect(opensOf(actions)).toEqual([]);
  });
});

describe('renewing by itself', () => {
  const box = () => screen.findByRole('checkbox', { name: /^Renew by itself: £10\.00 every 30 days/ });
  const orderOf = (actions: FakeActions) =>
    (opensOf(actions)[0]?.input as { order: unknown } | undefined)?.order;
  const goOn = () => fireEvent.click(screen.getByRole('button', { name: /Continue/ }));

  it('is asked for with its price and how often, and is off until the person ticks it', async () => {
    const { actions } = open(fakeActions({ offers: OFFERS }));
    expect((await box()) as HTMLInputElement).toHaveProperty('checked', false);
    goOn();
    await waitFor(() => expect(orderOf(actions)).toEqual({ offerId: 'everyday-10', autoRenew: false }));
  });

  it('is ordered with a tick', async () => {
    const { actions } = open(fakeActions({ offers: OFFERS }));
    fireEvent.click(await box());
    goOn();
    await waitFor(() => expect(orderOf(actions)).toEqual({ offerId: 'everyday-10', autoRenew: true }));
  });

  it('is asked for only where the carrier allows it, and a tick does not go over to another offer', async () => {
    const { actions } = open(fakeActions({ offers: OFFERS }));
    fireEvent.click(await box());
    fireEvent.click(screen.getByRole('radio', { name: /Weekend 5/ }));
    expect(screen.queryByRole('checkbox')).toBeNull();
    fireEvent.click(screen.getByRole('radio', { name: /Everyday 10/ }));
    expect(await box()).toHaveProperty('checked', false);
    fireEvent.click(screen.getByRole('radio', { name: /Weekend 5/ }));
    goOn();
    await waitFor(() => expect(orderOf(actions)).toEqual({ offerId: 'weekend-5' }));
  });

  it('is not touched on a line that renews already', async () => {
    const actions = fakeActions({ offers: OFFERS });
    const autoRenew = { enabled: true, offerId: 'everyday-10', nextAt: null };
    const line = glanceLine({ can: { offers: true, topUpHost: null }, autoRenew });
    renderIn(<TopUpScreen line={line} actions={actions} onBack={() => undefined} />);
    await screen.findByRole('radio', { name: /Everyday 10/ });
    expect(screen.queryByRole('checkbox')).toBeNull();
    goOn();
    await waitFor(() => expect(orderOf(actions)).toEqual({ offerId: 'everyday-10' }));
  });
});

describe('topping up that cannot go on', () => {
  it('says which host was refused', async () => {
    const error: CommandError = { kind: 'refused-host', host: 'evil.example', allowed: [] };
    const { onBack } = open(fakeActions({ offers: OFFERS, 'open-top-up': { error } }));
    fireEvent.click(await screen.findByRole('button', { name: /Continue/ }));
    expect(await screen.findByText(/evil\.example is not one of this carrier’s addresses/)).toBeTruthy();
    expect(onBack).not.toHaveBeenCalled();
  });

  it('opens nothing where no host was confirmed', async () => {
    open(fakeActions({ offers: { ...OFFERS, hosts: [] } }));
    expect(await screen.findByText(/confirmed no payment address/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: /Continue/ })).toBeNull();
  });

  it('can ask for the offers again', async () => {
    const { actions } = open(fakeActions({ offers: { error: { kind: 'unreachable' } } }));
    fireEvent.click(await screen.findByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(actions.asked).toHaveLength(2));
  });

  it('says so when the carrier has nothing to sell', async () => {
    open(fakeActions({ offers: { offers: [], customAmount: null, hosts: ['pay.carrier.example'] } }));
    expect(await screen.findByText(/offers nothing for this line/)).toBeTruthy();
  });
});

it('a carrier without offers has its own page opened, with its host named first', async () => {
  const { actions } = open(fakeActions(), { offers: false, topUpHost: 'www.carrier.example' });
  expect(screen.getByText('www.carrier.example').classList.contains('host')).toBe(true);
  fireEvent.click(screen.getByRole('button', { name: 'Open the top-up page' }));
  await waitFor(() => expect(opensOf(actions)[0]?.input).toMatchObject({ order: { link: true } }));
});
