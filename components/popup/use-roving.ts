import type { RefObject } from 'preact';

const STEPS: Record<string, (at: number, count: number) => number> = {
  ArrowDown: (at, count) => Math.min(at + 1, count - 1),
  ArrowUp: (at) => Math.max(at - 1, 0),
  Home: () => 0,
  End: (_at, count) => count - 1,
};

/** A key handler that moves the focus among the elements of a list that fit `selector`. */
export function useRoving(
  list: RefObject<HTMLElement | null>,
  selector: string,
): (event: KeyboardEvent) => void {
  return (event) => {
    const step = STEPS[event.key];
    const items = [...(list.current?.querySelectorAll<HTMLElement>(selector) ?? [])];
    const at = items.findIndex((item) => item.contains(event.target as Node));
    if (!step || at < 0) return;
    event.preventDefault();
    items[step(at, items.length)]?.focus();
  };
}
