import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Instant } from '../utils/domain/instant.ts';

/** The present instant, given at the root of a page and renewed there; components never ask the clock. */
export const NowContext = createContext<Instant | null>(null);

/** The present instant. Throws where the page forgot to give it. */
export function useNow(): Instant {
  const now = useContext(NowContext);
  if (!now) throw new Error('the page gives no NowContext');
  return now;
}
