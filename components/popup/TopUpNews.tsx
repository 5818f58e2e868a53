import { useEffect, useRef } from 'preact/hooks';
import type { Glance } from '../../utils/domain/glance.ts';
import { TOP_UP_TITLES } from '../top-up-titles.ts';
import { useWords } from '../words-context.ts';

interface TopUpNewsProps {
  /** what the popup opened with; it may have gone on before this code was there */
  since: Glance;
  glance: Glance;
  say: (sentence: string) => void;
}

/** Says when a top-up comes to another state while the popup is open. */
export function TopUpNews({ since, glance, say }: TopUpNewsProps) {
  const words = useWords();
  const known = useRef(statesOf(since));
  useEffect(() => {
    const states = statesOf(glance);
    for (const { name, topUp } of glance.lines) {
      const before = topUp && known.current.get(topUp.id);
      if (before && topUp && before !== topUp.state) say(`${name}: ${words.t(TOP_UP_TITLES[topUp.state])}`);
    }
    known.current = states;
  }, [glance, say, words]);
  return null;
}

function statesOf({ lines }: Glance): Map<string, string> {
  return new Map(lines.flatMap(({ topUp }) => (topUp ? [[topUp.id, topUp.state] as const] : [])));
}
