// @vitest-environment happy-dom
import { fireEvent, screen } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import type { CommandReply } from '../../utils/app/commands.ts';
import type { Handlers } from '../../utils/app/serve.ts';
import { createServe } from '../../utils/app/serve.ts';
import { DAY, HOUR, MINUTE } from '../../utils/domain/instant.ts';
import { MESSAGE_VERSION } from '../../utils/domain/versions.ts';
import { many } from '../support/gallery/many.ts';
import { HELP, OFFERS } from '../support/gallery/offers.ts';
import { fromNow, glanceLine, glanceOf, topUp } from '../support/glances.ts';
import { fakeActions, renderPopup } from '../support/page.tsx';

const one = (over: Parameters<typeof glanceLine>[0] = {}) => glanceOf([glanceLine(over)]);
const figure = () => document.querySelector('[data-figure]')?.textContent;
const button = (name: string | RegExp) => screen.getByRole('button', { name });
const press = (name: string | RegExp) => fireEvent.click(button(name));
const pressEscape = () =>
  fireEvent.keyDown(document.activeElement ?? document.body, { key: 'Escape', bubbles: true });

describe('opening the popup', () => {
  it('shows the figure at once', () => {
    renderPopup(one());
    expect(figure()).toBe('3.21 GB');
    expect(screen.getByRole('heading', { level: 1, name: 'Phone' })).toBeTruthy();
  });

  it('shows the line that the badge speaks of', () => {
    const lines = many(3);
    renderPopup(glanceOf(lines, { badge: { ...glanceOf(lines).badge, lineId: 'line-2' } }));
    expect(figure()).toBe('274 MB');
  });

  it('shows the line and the screen that a notification leads to', async () => {
    renderPopup(glanceOf(many(3)), { lineId: 'line-2', screen: 'help' });
    expect(await screen.findByRole('heading', { level: 1, name: 'Help for Line 2' })).toBeTruthy();
  });

  it('shows another line where the one that was asked for is gone', () => {
    renderPopup(one(), { lineId: 'removed' });
    expect(figure()).toBe('3.21 GB');
  });

  it('renders a hostile name as text', () => {
    const name = '<img src=x onerror="document.title=1">';
    renderPopup(one({ name, planName: name }));
    expect(document.querySelector('img')).toBeNull();
    expect(screen.getAllByText(name).length).toBeGreaterThan(0);
  });
});

describe('moving about', () => {
  it('switches the line and brings the focus back to the switch', async () => {
    renderPopup(glanceOf(many(3)));
    press(/Switch line/);
    const heading = await screen.findByRole('heading', { name: 'Your lines' });
    await vi.waitFor(() => expect(document.activeElement).toBe(heading));
    press(/Line 2/);
    expect(figure()).toBe('274 MB');
    await vi.waitFor(() => expect(document.activeElement).toBe(button(/Switch line/)));
  });

  it('has no switch with a single line', () => {
    renderPopup(one());
    expect(screen.queryByRole('button', { name: /Switch line/ })).toBeNull();
  });

  it.each([
    ['Help', 'Help for Phone'],
    ['Top up', 'Top up Phone'],
    ['Pause', 'Pause alerts of Phone'],
  ])('goes back from “%s” by Escape, to the button that led there', async (name, title) => {
    renderPopup(one(), { actions: fakeActions({ offers: OFFERS, help: HELP }) });
    fireEvent.click(await screen.findByRole('button', { name }));
    const heading = await screen.findByRole('heading', { name: title });
    await vi.waitFor(() => expect(document.activeElement).toBe(heading));
    expect(pressEscape()).toBe(false);
    await vi.waitFor(() => expect(document.activeElement?.textContent).toBe(name));
    expect(screen.queryByRole('heading', { name: title })).toBeNull();
  });

  it('leaves Escape to the browser on the first screen', () => {
    renderPopup(one());
    expect(pressEscape()).toBe(true);
  });
});

describe('refreshing', () => {
  const result = (outcome: 'read' | 'unchanged' | 'failed' | 'paused') =>
    fakeActions({ refresh: [{ lineId: 'line-1', outcome, at: null }] });

  it.each([
    ['read', 'The figures are up to date.'],
    ['unchanged', 'Nothing new since the last check.'],
    ['failed', 'The carrier could not be read.'],
    ['paused', 'This line is paused. Resume it in the settings.'],
  ] as const)('says aloud what came of it: %s', async (outcome, sentence) => {
    const actions = result(outcome);
    renderPopup(one(), { actions });
    press('Refresh');
    await vi.waitFor(() => expect(screen.getByRole('status').textContent).toBe(sentence));
    expect(actions.asked).toEqual([{ name: 'refresh', input: { lineId: 'line-1' } }]);
  });

  it('says when the carrier may be asked again, and does not ask before', () => {
    const actions = result('read');
    renderPopup(one({ refreshAllowedAt: fromNow(26 * MINUTE) }), { actions });
    press(/^Retry at 10:40/);
    expect(button(/^Retry at 10:40/).getAttribute('aria-disabled')).toBe('true');
    expect(actions.asked).toEqual([]);
  });

  it('keeps the figure and offers another try when nobody answers', async () => {
    const actions = fakeActions({ refresh: { error: { kind: 'unreachable' } } });
    renderPopup(one(), { actions });
    press('Refresh');
    expect(await screen.findByText('The extension did not answer. Try again.')).toBeTruthy();
    expect(figure()).toBe('3.21 GB');
    press('Try again');
    await vi.waitFor(() => expect(actions.asked).toHaveLength(2));
  });

  it('keeps the last figure beside a failure, with its age', async () => {
    const failure = { kind: 'carrier-down', retryAt: null, detail: '', at: fromNow(-MINUTE) } as const;
    renderPopup(one({ failure, checkedAt: fromNow(-5 * HOUR), staleAt: fromNow(-3 * HOUR) }));
    expect(await screen.findByText('The carrier has a fault')).toBeTruthy();
    expect(figure()).toBe('3.21 GB');
    expect(screen.getByText(/checked 5 hr\. ago/)).toBeTruthy();
  });
});

it('A20: a page of an older version is told to reload, and still shows its figure', async () => {
  const serve = createServe({} as Handlers);
  const actions = fakeActions(
    {},
    {
      ask: async (name, input) =>
        (await serve({ v: MESSAGE_VERSION - 1, name, input })) as CommandReply<typeof name>,
    },
  );
  renderPopup(one(), { actions });
  press('Refresh');
  expect(await screen.findByText('The extension was updated')).toBeTruthy();
  expect(figure()).toBe('3.21 GB');
  press('Reload');
  expect(actions.reloads).toBe(1);
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
    await vi.waitFor(() => expect(screen.getByRole('status').textContent).toBe('Phone: Top-up arrived'));
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

  it('a state that no banner tells stands in words', () => {
    renderPopup(one({ state: 'suspended' }));
    expect(screen.getByText('Suspended')).toBeTruthy();
  });
});

describe('alerts', () => {
  it.each([
    ['For an hour', fromNow(HOUR)],
    ['Until tomorrow', '2026-11-22T08:00:00Z'],
    ['For a week', fromNow(7 * DAY)],
    ['Until I turn them on', '9999-12-31T00:00:00Z'],
  ])('pause %s', async (name, until) => {
    const actions = fakeActions();
    renderPopup(one(), { actions, screen: 'pause' });
    fireEvent.click(await screen.findByRole('button', { name }));
    expect(actions.asked).toEqual([{ name: 'pause-alerts', input: { lineId: 'line-1', until } }]);
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

describe('no line yet', () => {
  it('offers to add one and to try the demo', async () => {
    const actions = fakeActions();
    renderPopup(glanceOf([]), { actions });
    fireEvent.click(await screen.findByRole('button', { name: 'Add your line' }));
    expect(actions.opened).toEqual(['#add']);
    press('Try the demo line');
    expect(actions.asked).toEqual([{ name: 'add-demo', input: {} }]);
  });

  it('does not look like a first run when what was stored is lost', async () => {
    const actions = fakeActions();
    renderPopup(glanceOf([], { notices: ['history-lost'] }), { actions });
    fireEvent.click(await screen.findByRole('button', { name: 'Restore from a file' }));
    expect(actions.opened).toEqual(['#data']);
    expect(screen.queryByRole('button', { name: 'Try the demo line' })).toBeNull();
    expect(screen.getByText(/history stored on this computer was lost/)).toBeTruthy();
  });
});
