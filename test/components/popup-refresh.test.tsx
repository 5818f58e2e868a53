// @vitest-environment happy-dom
import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import type { CommandReply } from '../../utils/app/commands.ts';
import type { Handlers } from '../../utils/app/serve.ts';
import { createServe } from '../../utils/app/serve.ts';
import { HOUR, MINUTE } from '../../utils/domain/instant.ts';
import { MESSAGE_VERSION } from '../../utils/domain/versions.ts';
import { fromNow, glanceLine, glanceOf } from '../support/glances.ts';
import { fakeActions, renderPopup } from '../support/page.tsx';

const one = (over: Parameters<typeof glanceLine>[0] = {}) => glanceOf([glanceLine(over)]);
const figure = () => document.querySelector('[data-figure]')?.textContent;
const button = (name: string | RegExp) => screen.getByRole('button', { name });
const press = (name: string | RegExp) => fireEvent.click(button(name));

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
    await waitFor(() => expect(screen.getByRole('status').textContent).toBe(sentence));
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
    await waitFor(() => expect(actions.asked).toHaveLength(2));
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
