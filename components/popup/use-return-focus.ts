import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { ScreenName } from './screens.ts';

/** Back on the first screen, the focus returns to the button (`data-opens`) that led away from it. */
export function useReturnFocus(root: RefObject<HTMLElement | null>, screen: ScreenName): void {
  const before = useRef(screen);
  useEffect(() => {
    const from = before.current;
    before.current = screen;
    if (screen !== 'main' || from === 'main') return;
    const opener = root.current?.querySelector<HTMLElement>(`[data-opens="${from}"]`);
    (opener ?? root.current?.querySelector<HTMLElement>('button'))?.focus();
  }, [root, screen]);
}
