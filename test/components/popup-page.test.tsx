// @vitest-environment happy-dom
import { act, cleanup, render, renderHook, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { Popup } from '../../entrypoints/popup/Popup.tsx';
import { recallTheme, setLanguage, setTheme } from '../../entrypoints/popup/page-look.ts';
import { nextTick, usePresent } from '../../entrypoints/popup/use-present.ts';
import { HOUR, MINUTE, SECOND, toInstant, toMs } from '../../utils/domain/instant.ts';
import { snapshotOf } from '../../utils/platform/database/snapshot.ts';
import { fromNow, GB, glanceLine, glanceOf, NOW } from '../support/glances.ts';
import { fakeActions } from '../support/page.tsx';
import { LANGUAGE_NAMES, wordsFor } from '../support/words.ts';

beforeEach(() => fakeBrowser.reset());
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const figure = () => document.querySelector('[data-figure]')?.textContent;
const holding = (gigabytes: number, revision = 1) => {
  const headline = { kind: 'data', remaining: gigabytes * GB, total: 10 * GB } as const;
  return glanceOf([glanceLine({ headline })], { revision });
};
const store = (glance: ReturnType<typeof glanceOf>) =>
  fakeBrowser.storage.local.set({ glance: snapshotOf(glance) });

const announce = () => fakeBrowser.runtime.onMessage.trigger({ type: 'glance-changed' }, {}, () => undefined);

function open(first: ReturnType<typeof glanceOf> | null, actions = fakeActions()) {
  render(<Popup first={first} words={wordsFor('en')} actions={actions} lineId={null} screen="main" />);
  return actions;
}

describe('an open popup', () => {
  it('reads the glance anew whenever the background wrote it', async () => {
    open(holding(3));
    expect(figure()).toBe('3 GB');
    await store(holding(8, 2));
    await announce();
    await waitFor(() => expect(figure()).toBe('8 GB'));
  });

  it('keeps its figures when the record cannot be read just now', async () => {
    open(holding(3));
    await announce();
    await new Promise((resolve) => setTimeout(resolve, 0));
    expect(figure()).toBe('3 GB');
  });

  it('tells the background that it is open', async () => {
    const actions = open(holding(3));
    await waitFor(() => expect(actions.asked).toContainEqual({ name: 'tick', input: {} }));
  });

  it('has the glance rebuilt where there is none, and then shows it', async () => {
    const actions = fakeActions();
    const plainAsk = actions.ask;
    actions.ask = async (name, input) => {
      if (name === 'rebuild-glance') await store(holding(5));
      return plainAsk(name, input);
    };
    open(null, actions);
    await waitFor(() => expect(figure()).toBe('5 GB'));
  });

  it('is never blank: it says that nothing can be read, and tries again', async () => {
    const actions = open(null, fakeActions({ 'rebuild-glance': { error: { kind: 'unreachable' } } }));
    const retry = await screen.findByRole('button', { name: 'Try again' });
    await store(holding(5));
    retry.click();
    await waitFor(() => expect(figure()).toBe('5 GB'));
    expect(actions.asked.filter(({ name }) => name === 'rebuild-glance')).toHaveLength(2);
  });
});

describe('time passing', () => {
  it('moves on every half minute, and at the moment a figure becomes old', () => {
    const nowMs = toMs(NOW);
    const wait = (over: Parameters<typeof glanceLine>[0]) => nextTick(glanceOf([glanceLine(over)]), nowMs);
    expect(wait({ staleAt: fromNow(HOUR) })).toBe(30 * SECOND);
    expect(wait({ staleAt: fromNow(8 * SECOND) })).toBe(8 * SECOND + 1);
    expect(wait({ staleAt: fromNow(HOUR), refreshAllowedAt: fromNow(3 * SECOND) })).toBe(3 * SECOND + 1);
    expect(wait({ staleAt: fromNow(-MINUTE) })).toBe(30 * SECOND);
    expect(nextTick(null, nowMs)).toBe(30 * SECOND);
  });

  it('is told again and again, however long the popup stays open', () => {
    vi.useFakeTimers({ now: toMs(NOW) });
    const { result } = renderHook(() => usePresent(null));
    for (let halfMinutes = 1; halfMinutes <= 5; halfMinutes += 1) {
      act(() => {
        vi.advanceTimersByTime(30 * SECOND);
      });
      expect(result.current).toBe(toInstant(toMs(NOW) + halfMinutes * 30 * SECOND));
    }
  });
});

describe('the look of the page', () => {
  it.each(LANGUAGE_NAMES)('tells its language and direction in %s', (language) => {
    setLanguage(document, wordsFor(language));
    const { lang, dir } = document.documentElement;
    expect([lang, dir]).toEqual([wordsFor(language).locale, 'ltr']);
    expect(document.title).toBe(wordsFor(language).t('extensionName'));
  });

  it('takes the theme of the last time before anything is read, and forgets it with the system’s', () => {
    setTheme(document, localStorage, 'dark');
    delete document.documentElement.dataset.theme;
    recallTheme(document, localStorage);
    expect(document.documentElement.dataset.theme).toBe('dark');
    setTheme(document, localStorage, 'system');
    recallTheme(document, localStorage);
    expect(document.documentElement.dataset.theme).toBeUndefined();
  });
});
