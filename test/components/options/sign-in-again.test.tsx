// @vitest-environment happy-dom
import { screen, waitFor } from '@testing-library/preact';
import { expect, it } from 'vitest';
import { glanceLine } from '../../support/glances.ts';
import { MADE_UP } from '../../support/made-up-providers.ts';
import { describedBy, openOptionsPage, press, type } from '../../support/options-page.tsx';
import type { WorldOptions } from '../../support/options-world.ts';

const ORIGIN = 'https://api.carrier.example';
const fields = { baseUrl: `${ORIGIN}/v1`, line: 'l1' };

const opened = (over: Partial<WorldOptions> = {}) =>
  openOptionsPage('#line/a/sign-in', {
    lines: [glanceLine({ id: 'a', name: 'Phone', origins: [ORIGIN] })],
    providers: MADE_UP,
    stored: { fields },
    ...over,
  });

it('the form opens with what is stored, and never with a secret', async () => {
  await opened();
  expect(screen.getByLabelText<HTMLInputElement>('Address of the account API').value).toBe(fields.baseUrl);
  const token = screen.getByLabelText<HTMLInputElement>('Access token');
  expect([token.value, token.placeholder]).toEqual(['', 'As stored']);
});

it('the carrier’s window is opened after its origin was asked for within the press', async () => {
  const { asked, granted, signIns } = await opened();
  press('Sign in with your carrier');
  expect(granted).toEqual([[ORIGIN]]);
  await screen.findByText('Phone is connected again.');
  expect(signIns).toEqual(['account-api']);
  expect(asked).toEqual([{ name: 'sign-in-again', input: { lineId: 'a', signInId: 'sign-in:1' } }]);
});

it('a window that was closed is said in words, and can be opened once more', async () => {
  const cancelled = { ok: false, error: { kind: 'sign-in', reason: 'cancelled', detail: '' } } as const;
  const { asked, signIns } = await opened({ signIn: cancelled });
  press('Sign in with your carrier');
  await screen.findByText(/window was closed/);
  press('Sign in with your carrier');
  await waitFor(() => expect(signIns).toHaveLength(2));
  expect(asked).toEqual([]);
});

it('a new token is sent with the fields as they stand', async () => {
  const { asked } = await opened();
  type('Access token', 'new-token');
  press('Allow access and check');
  await screen.findByText('Phone is connected again.');
  expect(asked[0]).toMatchObject({
    name: 'replace-line',
    input: { lineId: 'a', draft: { fields, secrets: { token: 'new-token' }, secretFrom: 'a' } },
  });
});

it('a refused token is said in words, and stays typed', async () => {
  const failure = { kind: 'signed-out', retryAt: null, detail: '' } as const;
  await opened({
    answers: { 'replace-line': { ok: false, error: { kind: 'failure', failure, origin: ORIGIN } } },
  });
  type('Access token', 'old-token');
  press('Allow access and check');
  await screen.findByText(/api.carrier.example refused these details/);
  expect(screen.getByLabelText<HTMLInputElement>('Access token').value).toBe('old-token');
});

it('an answer about a field is said at that field', async () => {
  await opened({
    answers: { 'replace-line': { ok: false, error: { kind: 'field', field: 'line', problem: 'malformed' } } },
  });
  press('Allow access and check');
  const input = screen.getByLabelText('Line');
  await waitFor(() => expect(document.activeElement).toBe(input));
  expect(describedBy(input)).toContain('not in the form that the carrier uses');
});

it('nothing is asked when access is refused', async () => {
  const { asked } = await opened({ grants: false });
  press('Allow access and check');
  await screen.findByText(/nothing was sent/);
  expect(asked).toEqual([]);
});

it('while the passphrase has not been entered, that is what is said', async () => {
  const { signIns } = await opened({
    state: { secrets: 'locked' },
    answers: { 'replace-line': { ok: false, error: { kind: 'locked' } } },
  });
  expect(screen.getByRole('link', { name: 'Enter passphrase' }).getAttribute('href')).toBe('#data');
  press('Sign in with your carrier');
  await screen.findByText('Enter the passphrase first.');
  expect(signIns).toEqual([]);
  press('Allow access and check');
  await screen.findByText('Enter the passphrase first.');
});
