import { vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

const { local } = fakeBrowser.storage;

/**
 * The worker dies after so many writes. What is sent in one go (emptied and written anew) arrives together.
 * Answers how to bring it back to life.
 */
export function dieAfter(died: number): () => void {
  const real = { set: local.set.bind(local), clear: local.clear.bind(local) };
  let done = 0;
  let together = false;
  const live = () => {
    if (!together && done >= died) throw new Error('killed');
    done += 1;
    together = false;
  };
  const spies = [
    vi.spyOn(local, 'set').mockImplementation(async (items: object) => {
      live();
      return real.set(items);
    }),
    vi.spyOn(local, 'clear').mockImplementation(async () => {
      live();
      together = true;
      return real.clear();
    }),
  ];
  return () => {
    for (const spy of spies) spy.mockRestore();
  };
}
