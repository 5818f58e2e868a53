// @vitest-environment happy-dom
import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { beforeAll, describe, expect, it } from 'vitest';
import { DAY, HOUR } from '../../utils/domain/instant.ts';
import { bucket, fromNow, GB, glanceLine, glanceOf, topUp } from '../support/glances.ts';
import { fakeActions, renderPopup } from '../support/page.tsx';

const one = (over: Parameters<typeof glanceLine>[0] = {}) => glanceOf([glanceLine(over)]);
const figure = () => document.querySelector('[data-figure]')?.textContent;
const button = (name: string | RegExp) => screen.getByRole('button', { name });
const press = (name: string | RegExp) => fireEvent.click(button(name));

/** What is fetched later is fetched before, so that no busy machine makes a test wait for it. */
beforeAll(async () => {
  await Promise.all([
    import('../../components/popup/AlertList.tsx'),
    import('../../components/popup/Details.tsx'),
    import('../../components/popup/OtherScreen.tsx'),
  ]);
});

describe('what needs the person', () => {
  it('a pending top-up of any line stands above all else', async () => {
    const lines = [
      glanceLine({ id: 'a' }),
      glanceLine({ id: 'b', name: 'Tablet', topUp: topUp({ lineId: 'b' }) }),
    ];
    renderPopup(glanceOf(lines));
    const title = await screen.findByRole('heading', { name: 'Top-up in progress' });
    expect(title.parentElement?.textContent).toContain('Tablet · £10.00');
    const first = document.querySelector('h1, h2');
    expect(first).toBe(title);
  });

  it('a top-up that arrives while the popup is open is said aloud', async () => {
    const page = renderPopup(one({ topUp: topUp() }));
    expect(screen.getByRole('status').textContent).toBe('');
    page.show(one({ topUp: topUp({ state: 'credited', creditedAt: fromNow(0) }) }));
    await waitFor(() => expect(screen.getByRole('status').textContent).toBe('Phone: Top-up arrived'));
  });

  it('locked lines ask for the passphrase above their last figures', async () => {
    const actions = fakeActions({ unlock: { error: { kind: 'passphrase', reason: 'wrong' } } });
    renderPopup(glanceOf([glanceLine({ state: 'locked' })], { locked: true }), { actions });
    const field = await screen.findByLabelText('Passphrase');
    fireEvent.input(field, { target: { value: 'open sesame' } });
    press('Unlock');
    expect(await screen.findByText('This passphrase is not right.')).toBeTruthy();
    expect(actions.asked).toEqual([{ name: 'unlock', input: { passphrase: 'open sesame' } }]);
    expect(figure()).toBe('3.21 GB');
  });

  it('new payment hosts wait for the person’s word', async () => {
    const actions = fakeActions();
    const hostsProposed = { before: ['pay.example'], after: ['other.example'] };
    renderPopup(one({ hostsProposed }), { actions });
    expect((await screen.findByText('other.example')).classList.contains('host')).toBe(true);
    expect(screen.getByText('Until now: pay.example')).toBeTruthy();
    press('Keep the old ones');
    expect(actions.asked).toEqual([{ name: 'confirm-hosts', input: { lineId: 'line-1', accept: false } }]);
  });

  it('an open alert stands as a banner with the days that are left now', async () => {
    const alert = { kind: 'lapse', key: 'lapse-7', since: fromNow(-DAY), days: 7, label: null } as const;
    renderPopup(one({ alerts: [alert], validUntil: { at: fromNow(6 * DAY), estimated: false } }));
    expect(await screen.findByText('The number lapses in 6 days. A top-up usually keeps it.')).toBeTruthy();
  });

  it('a bundle that ends says what is unused and what follows, whatever else has its name', async () => {
    const soon = bucket({ id: 'old', validUntil: fromNow(2 * DAY), remaining: 2.1 * GB });
    const buckets = [bucket({ id: 'other' }), soon, bucket({ id: 'next', label: 'Next 5', state: 'queued' })];
    const alert = { key: 'bundle-ends-3:old', since: fromNow(-DAY), days: 3, label: null };
    renderPopup(one({ buckets, alerts: [{ ...alert, kind: 'bundle-ends', label: 'Everyday 10' }] }));
    const said = '“Everyday 10” ends in 2 days. 2.1 GB unused. “Next 5” follows.';
    expect(await screen.findByText(said)).toBeTruthy();
  });

  it('a state that no banner tells stands in words', () => {
    renderPopup(one({ state: 'suspended' }));
    expect(screen.getByText('Suspended')).toBeTruthy();
  });
});

describe('alerts', () => {
  it.each([
    ['For an hour', fromNow(HOUR)],
    ['Until tomorrow', '2026-11-22T08:00:00Z'],
    ['For a day', fromNow(DAY)],
    ['For a week', fromNow(7 * DAY)],
    ['Until the next period', fromNow(12 * DAY)],
    ['Until I turn them on', '9999-12-31T00:00:00Z'],
  ])('pause %s', async (name, until) => {
    const actions = fakeActions();
    renderPopup(one(), { actions, screen: 'pause' });
    fireEvent.click(await screen.findByRole('button', { name }));
    expect(actions.asked).toEqual([{ name: 'pause-alerts', input: { lineId: 'line-1', until } }]);
  });

  it('are not paused until the next period where none is known', async () => {
    renderPopup(one({ period: null, endsAt: null }), { screen: 'pause' });
    await screen.findByRole('button', { name: 'For a week' });
    expect(screen.queryByRole('button', { name: 'Until the next period' })).toBeNull();
  });

  it('are turned on again', async () => {
    const actions = fakeActions();
    renderPopup(one({ alertsPausedUntil: fromNow(HOUR) }), { actions });
    expect(await screen.findByText(/^Alerts paused until 11:14/)).toBeTruthy();
    press('Turn on');
    expect(actions.asked).toEqual([{ name: 'pause-alerts', input: { lineId: 'line-1', until: null } }]);
  });

  it('count as on again when their pause is over', async () => {
    renderPopup(one({ alertsPausedUntil: fromNow(-1000) }));
    expect(await screen.findByText('Alerts are on')).toBeTruthy();
  });
});
