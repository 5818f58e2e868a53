// @vitest-environment happy-dom
import { screen, waitFor, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { glanceLine } from '../../support/glances.ts';
import { MADE_UP } from '../../support/made-up-providers.ts';
import { openOptionsPage, press } from '../../support/options-page.tsx';
import { answer } from '../../support/options-world.ts';

const three = [
  glanceLine({ id: 'a', name: 'Phone', pinned: true }),
  glanceLine({ id: 'b', name: 'Tablet', kind: 'data-card', ignored: true }),
  glanceLine({ id: 'c', name: 'Travel', state: 'signed-out', paused: true }),
];

const names = () => screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent);
const listed = (lines = three) => openOptionsPage('#lines', { lines, providers: MADE_UP });

describe('the first run', () => {
  it('offers to add a line and to try the demo', async () => {
    await listed([]);
    expect(screen.getByRole('link', { name: 'Add your line' }).getAttribute('href')).toBe('#add');
    expect(screen.getByRole('button', { name: 'Try the demo line' })).toBeTruthy();
  });

  it('adds the demo line', async () => {
    const { asked } = await openOptionsPage('#lines', { answers: { 'add-demo': answer({ lineId: 'd' }) } });
    press('Try the demo line');
    await waitFor(() => expect(asked).toEqual([{ name: 'add-demo', input: {} }]));
  });

  it('a background of another version: the page says to open it again', async () => {
    const { asked } = await openOptionsPage('#lines', {
      answers: { 'add-demo': { ok: false, error: { kind: 'reload' } } },
    });
    press('Try the demo line');
    await screen.findByText(/extension was updated/);
    expect(asked).toHaveLength(1);
  });
});

describe('the list', () => {
  it('tells name, kind, carrier, figure and state of each line, and what was decided about it', async () => {
    await listed();
    const rows = screen.getAllByRole('listitem').filter((row) => row.classList.contains('line-row'));
    const told = rows.map((row) => row.textContent);
    expect(told[0]).toMatch(/Phone.*Phone card · Account API.*Pinned.*3\.21.GB.*of 10.GB.*All well/);
    expect(told[1]).toMatch(/Tablet.*Data card.*Not in the badge/);
    expect(told[2]).toMatch(/Travel.*Paused.*Signed out/);
  });

  it('each name leads to the line’s own page', async () => {
    await listed();
    expect(screen.getByRole('link', { name: 'Tablet' }).getAttribute('href')).toBe('#line/b');
  });

  it('a line that is signed out has its way back right there', async () => {
    await listed();
    const links = screen.getAllByRole('link', { name: 'Sign in again' });
    expect(links.map((link) => link.getAttribute('href'))).toEqual(['#line/c/sign-in']);
  });

  it('moves a line down by a button that keeps the focus, and says where it is now', async () => {
    const { asked } = await listed();
    const down = screen.getByRole('button', { name: 'Move Phone down' });
    down.focus();
    press('Move Phone down');
    await waitFor(() => expect(names()).toEqual(['Tablet', 'Phone', 'Travel']));
    expect(asked[0]).toEqual({ name: 'order-lines', input: { lineIds: ['b', 'a', 'c'] } });
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Move Phone down');
    expect(screen.getByText('Phone is now number 2 of 3.')).toBeTruthy();
  });

  it('the first cannot move up and the last cannot move down', async () => {
    const { asked } = await listed();
    press('Move Phone up');
    press('Move Travel down');
    expect(asked).toEqual([]);
    expect(names()).toEqual(['Phone', 'Tablet', 'Travel']);
  });

  it('the order stays as it was, with the reason, when it cannot be stored', async () => {
    await openOptionsPage('#lines', {
      lines: three,
      answers: { 'order-lines': { ok: false, error: { kind: 'unreachable' } } },
    });
    press('Move Phone down');
    await screen.findByText('The extension did not answer. Try again.');
    expect(names()).toEqual(['Phone', 'Tablet', 'Travel']);
  });

  it('a line whose figures cannot be read is still there to be changed', async () => {
    await openOptionsPage('#lines', { lines: three, glance: { lines: [] } });
    expect(screen.getByRole('link', { name: 'Phone' })).toBeTruthy();
    expect(within(document.body).queryByText('All well')).toBeNull();
  });
});
