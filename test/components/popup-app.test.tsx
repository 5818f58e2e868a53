// @vitest-environment happy-dom
import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { many } from '../support/gallery/many.ts';
import { HELP, OFFERS } from '../support/gallery/offers.ts';
import { glanceLine, glanceOf } from '../support/glances.ts';
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
    await waitFor(() => expect(document.activeElement).toBe(heading));
    press(/Line 2/);
    expect(figure()).toBe('274 MB');
    await waitFor(() => expect(document.activeElement).toBe(button(/Switch line/)));
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
    await waitFor(() => expect(document.activeElement).toBe(heading));
    expect(pressEscape()).toBe(false);
    await waitFor(() => expect(document.activeElement?.textContent).toBe(name));
    expect(screen.queryByRole('heading', { name: title })).toBeNull();
  });

  it('leaves Escape to the browser on the first screen', () => {
    renderPopup(one());
    expect(pressEscape()).toBe(true);
  });
});

it('leads from the last days to all of the history of the line that is shown', async () => {
  const lines = [glanceLine(), glanceLine({ id: 'line 2', name: 'Tablet' })];
  renderPopup(glanceOf(lines), { lineId: 'line 2' });
  const link = await screen.findByRole('link', { name: 'Whole history' });
  expect(link.getAttribute('href')).toBe('/history.html?line=line%202');
});
