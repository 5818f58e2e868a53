import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { App } from '../../entrypoints/options/App.tsx';
import type { Words } from '../../utils/domain/words.ts';
import { optionsWorld, type World, type WorldOptions } from './options-world.ts';
import { type Language, wordsFor } from './words.ts';

export interface OpenPage extends World {
  words: Words;
  page: Element;
}

/** The options page, opened at a section in an outside that is made up. */
export async function openOptionsPage(
  hash: string,
  options: WorldOptions = {},
  language: Language = 'en',
): Promise<OpenPage> {
  cleanup();
  location.hash = hash;
  const world = optionsWorld(options);
  const words = wordsFor(language);
  const { container } = render(<App deps={world.deps} words={words} />);
  await screen.findByRole('heading', { level: 1 });
  return { ...world, words, page: container };
}

/** Follows a link to another section. */
export async function goTo(hash: string): Promise<void> {
  location.hash = hash;
  fireEvent(window, new Event('hashchange'));
  await waitFor(() => screen.getByRole('heading', { level: 1 }));
}

export function type(label: RegExp | string, value: string): void {
  fireEvent.input(screen.getByLabelText(label, { selector: 'input, textarea, select' }), {
    target: { value },
  });
}

export function press(name: RegExp | string): void {
  fireEvent.click(screen.getByRole('button', { name }));
}

/** The sentences that an input is described by. */
export function describedBy(input: HTMLElement): string {
  const ids = (input.getAttribute('aria-describedby') ?? '').split(' ').filter(Boolean);
  return ids.map((id) => document.getElementById(id)?.textContent ?? '').join(' ');
}
