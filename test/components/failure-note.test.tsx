// @vitest-environment happy-dom
import { fireEvent, waitFor } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import { FAILURE_WORDS, failureWords } from '../../components/failure-words.ts';
import { connectErrorSentence } from '../../components/options/connect-error-words.ts';
import { FailureNote } from '../../components/popup/FailureNote.tsx';
import { FAILURE_KINDS, type FailureKind } from '../../utils/domain/failure.ts';
import { MINUTE } from '../../utils/domain/instant.ts';
import { declarations } from '../../utils/providers/declarations.ts';
import { fromNow, glanceLine, NOW } from '../support/glances.ts';
import { type FakeActions, fakeActions, renderIn } from '../support/page.tsx';
import { LANGUAGE_NAMES, wordsFor } from '../support/words.ts';

function note(kind: FailureKind, actions: FakeActions = fakeActions(), retryAt: string | null = null) {
  const failure = { kind, retryAt: null, detail: 'secret detail', at: NOW };
  const onRefresh = vi.fn();
  const props = { line: glanceLine({ failure }), failure, refreshing: false, retryAt, onRefresh, actions };
  return { ...renderIn(<FailureNote {...props} />), onRefresh, actions };
}

describe('a failure', () => {
  it.each(FAILURE_KINDS)('%s is told in words of every language, with one button that mends it', (kind) => {
    for (const language of LANGUAGE_NAMES) {
      const words = wordsFor(language);
      expect(words.t(FAILURE_WORDS[kind].title)).not.toBe('');
      expect(words.t(FAILURE_WORDS[kind].help)).not.toBe('');
    }
    const { getAllByRole, container } = note(kind);
    expect(getAllByRole('button')).toHaveLength(1);
    expect(container.textContent).not.toContain('secret detail');
  });

  it('of a device that asks for its password leads to its own page, and is asked again', () => {
    const failure = { kind: 'signed-out', retryAt: null, detail: '', at: NOW } as const;
    const line = glanceLine({ failure, device: true, origins: ['http://192.168.8.1/*'] });
    const rest = { failure, refreshing: false, retryAt: null, onRefresh: vi.fn(), actions: fakeActions() };
    const { getByRole, getByText } = renderIn(<FailureNote line={line} {...rest} />);
    expect(getByText(/^The device asks for its password again\. .* http:\/\/192\.168\.8\.1,/)).toBeTruthy();
    fireEvent.click(getByRole('button', { name: 'Try again' }));
    expect(rest.onRefresh).toHaveBeenCalledOnce();
  });

  it('of a carrier that is asked over plain http, as on this computer, leads to the sign-in', () => {
    const { title, remedy } = failureWords('signed-out', { providerId: 'account-api' });
    expect({ title, remedy }).toMatchObject({ title: 'failureSignedOutTitle', remedy: 'sign-in' });
  });

  it.each(declarations.filter(({ network }) => network !== 'internet'))(
    '$id: the network that is needed is named, on the line and in the form',
    (provider) => {
      const { help } = failureWords('wrong-network', {
        providerId: provider.id,
        device: provider.network === 'local',
      });
      expect(help).not.toBe(FAILURE_WORDS['wrong-network'].help);
      const words = wordsFor('en');
      const failure = { kind: 'wrong-network', retryAt: null, detail: '' } as const;
      const sentence = connectErrorSentence(
        { kind: 'failure', failure, origin: null },
        { carrier: provider.name, provider },
        words,
        NOW,
      );
      expect(sentence).not.toBe(words.t('addFailureWrongNetwork', provider.name));
      expect(sentence).toContain(provider.name);
    },
  );

  it('of a line from a newer version has words of its own and leads to the line', () => {
    const failure = { kind: 'unreadable', retryAt: null, detail: '', at: NOW } as const;
    const line = glanceLine({ failure, providerId: 'far-tel', unknownProvider: true });
    const actions = fakeActions();
    const rest = { failure, refreshing: false, retryAt: null, onRefresh: vi.fn(), actions };
    const { getByRole, getByText } = renderIn(<FailureNote line={line} {...rest} />);
    expect(
      getByText(/^The line was brought from a newer version, which reads it as “far-tel”\./),
    ).toBeTruthy();
    fireEvent.click(getByRole('button', { name: 'Open the line’s settings' }));
    expect(actions.opened).toEqual(['#line/line-1']);
  });

  it('is tried again by its button', () => {
    const { getByRole, onRefresh } = note('timeout');
    fireEvent.click(getByRole('button', { name: 'Try again' }));
    expect(onRefresh).toHaveBeenCalledOnce();
  });

  it('says from when the carrier may be asked, and does not ask before', () => {
    const { getByRole, onRefresh } = note('rate-limited', fakeActions(), fromNow(26 * MINUTE));
    const button = getByRole('button', { name: /^Retry at 10:40\sAM$/ });
    expect(button.getAttribute('aria-disabled')).toBe('true');
    fireEvent.click(button);
    expect(onRefresh).not.toHaveBeenCalled();
  });

  it('of a line that the carrier does not know leads to its details', () => {
    const { getByRole, actions } = note('line-gone');
    fireEvent.click(getByRole('button', { name: 'Check its details' }));
    expect(actions.opened).toEqual(['#line/line-1/sign-in']);
  });
});

describe('access that is switched off', () => {
  it('is asked for within the very click, and names the one host', () => {
    const { getByRole, getByText, actions } = note('no-access');
    expect(getByText('It is asked for api.carrier.example alone.')).toBeTruthy();
    fireEvent.click(getByRole('button', { name: 'Allow access' }));
    expect(actions.requestAccess).toHaveBeenCalledWith(['https://api.carrier.example']);
  });

  it('is followed by a reading once it is given', async () => {
    const { getByRole, onRefresh } = note('no-access');
    fireEvent.click(getByRole('button', { name: 'Allow access' }));
    await waitFor(() => expect(onRefresh).toHaveBeenCalledOnce());
  });

  it('is said to be still off when the person refuses', async () => {
    const refusing = fakeActions({}, { requestAccess: async () => false });
    const { getByRole, findByRole, onRefresh } = note('no-access', refusing);
    fireEvent.click(getByRole('button', { name: 'Allow access' }));
    expect((await findByRole('alert')).textContent).toContain('Access was not allowed');
    expect(onRefresh).not.toHaveBeenCalled();
  });
});

describe('signing in again', () => {
  it('leads to where the person signs in, as a popup does not stay open beside a window', () => {
    const { getByRole, actions } = note('signed-out');
    fireEvent.click(getByRole('button', { name: 'Sign in again' }));
    expect(actions.opened).toEqual(['#line/line-1/sign-in']);
    expect(actions.asked).toEqual([]);
  });
});
