import * as z from 'zod/mini';

/** A number without a fraction, of which every one can be told from the next. (The library's own weighs 0.4 kB more.) */
export function whole() {
  return z.number().check(z.refine(Number.isSafeInteger));
}
