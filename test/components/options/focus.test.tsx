// @vitest-environment happy-dom
import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { expect, it } from 'vitest';
import { glanceLine } from '../../support/glances.ts';
import { goTo, openOptionsPage } from '../../support/options-page.tsx';

const lines = [glanceLine({ id: 'a', name: 'Phone' })];

it('a section that was gone to is read out: its heading takes the focus', async () => {
  await openOptionsPage('#lines', { lines });
  await goTo('#alerts');
  await waitFor(() => expect(document.activeElement?.textContent).toBe('Alerts'));
  await goTo('#line/a');
  await waitFor(() => expect(document.activeElement?.textContent).toBe('Phone'));
});

it('the focus is left alone while the person is at an input, whatever is read anew', async () => {
  const { state, changed } = await openOptionsPage('#line/a', { lines });
  const input = screen.getByLabelText<HTMLInputElement>('Name');
  fireEvent.input(input, { target: { value: 'Work phone' } });
  input.focus();
  state.lines = state.lines.map((line) => ({ ...line, paused: true }));
  changed();
  await screen.findByText('Paused');
  expect(document.activeElement).toBe(input);
  expect(input.value).toBe('Work phone');
});

it('the way past the navigation leads to the content', async () => {
  await openOptionsPage('#lines', { lines });
  screen.getByRole('button', { name: 'Skip to the content' }).click();
  expect(document.activeElement).toBe(screen.getByRole('main'));
});
