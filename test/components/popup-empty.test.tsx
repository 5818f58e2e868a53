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
    expect(screen.getByText(/history stored on this computer was lost/)).toBeTruthy();
  });
});
