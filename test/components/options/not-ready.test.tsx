// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { expect, it } from 'vitest';
import { App } from '../../../entrypoints/options/App.tsx';
import type { PageDeps } from '../../../entrypoints/options/page.ts';
import { glanceLine } from '../../support/glances.ts';
import { optionsWorld } from '../../support/options-world.ts';
import { wordsFor } from '../../support/words.ts';

it('a background that does not answer: the page says so and tries again when asked to', async () => {
  cleanup();
  location.hash = '#lines';
  const { deps } = optionsWorld({ lines: [glanceLine({ name: 'Phone' })] });
  let asleep = true;
  const ask = (async (name: 'state', input: Record<string, never>) =>
    asleep ? { ok: false, error: { kind: 'unreachable' } } : deps.ask(name, input)) as PageDeps['ask'];
  render(<App deps={{ ...deps, ask }} words={wordsFor('en')} />);
  await screen.findByText('The extension did not answer. Try again.');
  asleep = false;
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByRole('link', { name: 'Phone' })).toBeTruthy();
});
