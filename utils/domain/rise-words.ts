import type { Rise } from './top-up.ts';
import type { Words } from './words.ts';

/** An amount that was added, with the word that it waits where it does not count yet. */
export function inItsTurn({ aside }: Rise, amount: string, words: Words): string {
  return aside === 'queued' ? words.t('topUpRiseQueued', amount) : amount;
}
