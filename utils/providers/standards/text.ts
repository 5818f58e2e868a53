const MAX_CODE_POINTS = 80;

/** Controls, direction marks, zero-width and other invisible format characters, halves of surrogate pairs. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu;

/** A carrier's name for something, without what cannot be seen, at most 80 code points. */
export function cleanText(text: string): string {
  return firstCodePoints(text.replace(UNSEEN, ''), MAX_CODE_POINTS);
}

/** As `cleanText`; null where nothing is left of it or nothing was given. */
export function cleanTextOrNull(text: string | null): string | null {
  const clean = text === null ? '' : cleanText(text);
  return clean.trim() === '' ? null : clean;
}

function firstCodePoints(text: string, count: number): string {
  // A code point is at most two units, so the rest need not be taken apart.
  return Array.from(text.slice(0, 2 * count))
    .slice(0, count)
    .join('');
}
