import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';

/** Escape leads back while `onEscape` is given; the browser then does not close the popup. */
export function useEscape(root: RefObject<HTMLElement | null>, onEscape: (() => void) | null): void {
  useEffect(() => {
    const page = root.current?.ownerDocument;
    if (!page || !onEscape) return;
    const hear = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.isComposing) return;
      event.preventDefault();
      onEscape();
    };
    page.addEventListener('keydown', hear);
    return () => page.removeEventListener('keydown', hear);
  }, [root, onEscape]);
}
