import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Words } from '../utils/domain/words.ts';

/** The person's language, given once at the root of a page. */
export const WordsContext = createContext<Words | null>(null);

/** The person's language. Throws where the page forgot to give it. */
export function useWords(): Words {
  const words = useContext(WordsContext);
  if (!words) throw new Error('the page gives no WordsContext');
  return words;
}
