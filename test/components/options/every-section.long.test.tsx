// @vitest-environment happy-dom
import { screen } from '@testing-library/preact';
import axe from 'axe-core';
import { describe, expect, it } from 'vitest';
import { OPTIONS_WORLDS } from '../../support/gallery/options-worlds.ts';
import { openOptionsPage } from '../../support/options-page.tsx';
import { LANGUAGE_NAMES, wordsFor } from '../../support/words.ts';

/* What axe can judge without a layout; contrast and size are looked at in a browser. */

const SECTIONS: [string, string][] = [
  ['empty', '#lines'],
  ['some', '#lines'],
  ['many', '#lines'],
  ['locked', '#lines'],
  ['some', '#line/line-1'],
  ['some', '#line/line-3'],
  ['hosts', '#line/line-1'],
  ['some', '#line/line-3/sign-in'],
  ['some', '#line/none'],
  ['some', '#top-up/line-1'],
  ['pending', '#top-up/line-1'],
  ['some', '#add'],
  ['some', '#add/account-api'],
  ['some', '#add/reseller'],
  ['some', '#add/portal'],
  ['some', '#alerts'],
  ['some', '#appearance'],
  ['some', '#data'],
  ['open', '#data'],
  ['locked', '#data'],
  ['some', '#about'],
];

async function violations(): Promise<string[]> {
  const rules = { 'color-contrast': { enabled: false }, 'target-size': { enabled: false } };
  const found = await axe.run(document, { rules, resultTypes: ['violations'], preload: false });
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`);
}

it.each(SECTIONS)('%s %s has no fault that axe can find', async (world, hash) => {
  document.documentElement.lang = 'en';
  await openOptionsPage(hash, OPTIONS_WORLDS[world]);
  expect(await violations()).toEqual([]);
});

describe.each(LANGUAGE_NAMES)('in %s', (language) => {
  it.each(SECTIONS)('%s %s has all its sentences', async (world, hash) => {
    const { page } = await openOptionsPage(hash, OPTIONS_WORLDS[world], language);
    expect(page.textContent).not.toMatch(/\$\d|undefined|\bnull\b|NaN|\[object/);
  });

  it('the tab says which section is open', async () => {
    const { t } = wordsFor(language);
    await openOptionsPage('#alerts', OPTIONS_WORLDS.some, language);
    expect(document.title).toBe(t('optionsPageTitle', t('optionsNavAlerts')));
    expect(screen.getByRole('link', { current: 'page' }).textContent).toBe(t('optionsNavAlerts'));
  });
});
