// @vitest-environment happy-dom
import { fireEvent, screen } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { glanceOf } from '../support/glances.ts';
import { fakeActions, renderPopup } from '../support/page.tsx';

const button = (name: string | RegExp) => screen.getByRole('button', { name });
const press = (name: string | RegExp) => fireEvent.click(button(name));

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
    expect(await screen.findByText(/history stored on this computer was lost/)).toBeTruthy();
  });

  it.each(['history-lost', 'settings-lost'] as const)('%s can be closed once it was read', async (notice) => {
    const actions = fakeActions();
    renderPopup(glanceOf([], { notices: [notice] }), { actions });
    fireEvent.click(await screen.findByRole('button', { name: 'Close' }));
    expect(actions.asked).toEqual([{ name: 'dismiss-notice', input: { notice } }]);
  });

  it('what is still wrong with the storage cannot be closed', async () => {
    renderPopup(glanceOf([], { notices: ['storage-full', 'rows-set-aside', 'read-only', 'memory-only'] }));
    expect(await screen.findByText(/disk is full/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Close' })).toBeNull();
  });
});
