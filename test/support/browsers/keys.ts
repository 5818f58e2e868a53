/** Keys by the names of `Page.press`, as WebDriver writes them (its table of keyboard actions). */
const KEYS: Record<string, string> = {
  Backspace: '\uE003',
  Tab: '\uE004',
  Enter: '\uE007',
  Shift: '\uE008',
  Control: '\uE009',
  Alt: '\uE00A',
  Escape: '\uE00C',
  Space: ' ',
  PageUp: '\uE00E',
  PageDown: '\uE00F',
  End: '\uE010',
  Home: '\uE011',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
  Delete: '\uE017',
};

interface KeyAction {
  type: 'keyDown' | 'keyUp';
  value: string;
}

/** The strokes of `Shift+Tab`: modifiers go down first and up last. */
export function strokes(name: string): KeyAction[] {
  const keys = name.split('+').map((part) => KEYS[part] ?? part);
  const down = keys.map((value) => ({ type: 'keyDown' as const, value }));
  const up = keys.toReversed().map((value) => ({ type: 'keyUp' as const, value }));
  return [...down, ...up];
}

/** The strokes that write a text. */
export function typing(text: string): KeyAction[] {
  return [...text].flatMap((value) => [
    { type: 'keyDown' as const, value },
    { type: 'keyUp' as const, value },
  ]);
}
