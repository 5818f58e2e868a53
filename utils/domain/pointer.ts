/*
 * A reader of RFC 6901. The libraries for it are mostly writers, and they find what an object inherits
 * (`/constructor`); what a stranger's mapping points at has to stand in the answer itself.
 */

/** What a JSON Pointer points at; undefined = there is nothing, as when it is no pointer; null = null, or below it. */
export function pointedAt(value: unknown, pointer: string): unknown {
  if (pointer === '') return value;
  const [before, ...tokens] = pointer.split('/');
  if (before !== '') return undefined;
  return tokens.reduce((at: unknown, token) => child(at, unescaped(token)), value);
}

/** The pointer to the member `key` of what `pointer` points at. */
export function pointerTo(pointer: string, key: string | number): string {
  return `${pointer}/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

/** Whether an expression is a JSON Pointer; anything else is JMESPath, which never begins with a slash. */
export function isPointer(expression: string): boolean {
  return expression === '' || expression.startsWith('/');
}

function child(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null) return value === null ? null : undefined;
  if (Array.isArray(value) && !/^(?:0|[1-9]\d*)$/.test(key)) return undefined;
  return Object.hasOwn(value, key) ? (value as Record<string, unknown>)[key] : undefined;
}

function unescaped(token: string): string {
  return token.replaceAll('~1', '/').replaceAll('~0', '~');
}
