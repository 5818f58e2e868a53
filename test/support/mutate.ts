/* Answers as a broken or hostile carrier may send them, made from sound ones. */

/** A number from 0 to `below` - 1, the same sequence for the same seed. */
export function seeded(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** One to three bytes changed, taken out, put in or doubled somewhere. */
export function mutated(bytes: Uint8Array, random: (below: number) => number): Uint8Array<ArrayBuffer> {
  const result = [...bytes];
  for (let times = 1 + random(3); times > 0; times -= 1) {
    const at = random(result.length);
    const byte = random(3) === 0 ? random(256) : (bytes[random(bytes.length)] ?? 0);
    const change = random(4);
    if (change === 0) result[at] = byte;
    else if (change === 1) result.splice(at, 1 + random(8));
    else if (change === 2) result.splice(at, 0, byte);
    else result.splice(at, 0, ...result.slice(at, at + 1 + random(40)));
  }
  return Uint8Array.from(result);
}

/** A value with something else in one place of it; `path` leads there, `[]` for whichever item of a list. */
export interface Changed {
  path: string;
  old: unknown;
  result: unknown;
}

/** `value` with `change` applied in one place, for every place in it. */
export function eachPlaceChanged(
  value: unknown,
  change: (container: Container, key: string) => unknown,
  path = '',
): Changed[] {
  if (!isContainer(value)) return [];
  return Object.entries(value).flatMap(([key, child]) => {
    const place = Array.isArray(value) ? `${path}[]` : `${path}.${key}`;
    const inside = eachPlaceChanged(child, change, place);
    return [
      { path: place, old: child, result: change(value, key) },
      ...inside.map((changed) => ({ ...changed, result: withItem(value, key, changed.result) })),
    ];
  });
}

export type Container = readonly unknown[] | Readonly<Record<string, unknown>>;

/** `container` with another value under a key. */
export function withItem(container: Container, key: string, item: unknown): Container {
  return isList(container) ? container.with(Number(key), item) : { ...container, [key]: item };
}

/** `container` without a key; a list without an item. */
export function without(container: Container, key: string): Container {
  if (isList(container)) return container.toSpliced(Number(key), 1);
  const { [key]: _dropped, ...rest } = container;
  return rest;
}

function isContainer(value: unknown): value is Container {
  return typeof value === 'object' && value !== null;
}

function isList(container: Container): container is readonly unknown[] {
  return Array.isArray(container);
}
