import { useEffect, useRef } from 'preact/hooks';
import type { Glance } from '../../utils/domain/glance.ts';
import { TOP_UP_TITLES } from '../top-up-titles.ts';
import { useWords } from '../words-context.ts';

/** Says when a top-up comes to another state while the popup is open. */
export function useTopUpNews(glance: Glance, say: (sentence: string) => void): void {
  const words = useWords();
  const known = useRef(statesOf(glance));
  useEffect(() => {
    const states = statesOf(glance);
    for (const { name, topUp } of glance.lines) {
      const before = topUp && known.current.get(topUp.id);
      if (before && topUp && before !== topUp.state) say(`${name}: ${words.t(TOP_UP_TITLES[topUp.state])}`);
    }
    known.current = states;
  }, [glance, say, words]);
}

function statesOf({ lines }: Glance): Map<string, string> {
  return new Map(lines.flatMap(({ topUp }) => (topUp ? [[topUp.id, topUp.state] as const] : [])));
}
