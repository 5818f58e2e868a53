import { Failure } from '../domain/failure.ts';
import type { PagePiece, PageTools } from '../providers/reader-contract.ts';

/** Characters. Account pages of shops with all their menus have about a third of it. */
const LONGEST_PAGE = 2 ** 19;

/**
 * Tags, and tags that are not closed again. Browsers take time with the square of what stands open: half a million
 * characters of nothing but `<b>` keep one busy for minutes. Shops have some thousands, nearly all of them closed.
 */
const MOST_TAGS = 15_000;
const MOST_OPEN = 2500;

/** Parses a page and looks for pieces; null = it could not. */
export type FindPieces = (
  html: string,
  wanted: Readonly<Record<string, string>>,
) => Promise<PagePiece[] | null>;

/** What a page has for reading others. `find` parses one. */
export function createHtmlReader(find: FindPieces): PageTools['parseHtml'] {
  return async (html, wanted) => {
    if (html.length > LONGEST_PAGE || isTooDense(html)) throw new Failure('unreadable', 'a page too large');
    const pieces = await find(html, wanted);
    if (pieces === null) throw new Failure('unreadable', 'a page that cannot be taken apart');
    return pieces;
  };
}

/** Told from the signs that begin tags, wherever they stand. */
function isTooDense(html: string): boolean {
  let [tags, open] = [0, 0];
  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at + 1)) {
    const next = html[at + 1];
    tags += 1;
    // A comment opens nothing. Images and the like count as open, so there is room for them.
    if (next !== '!') open += next === '/' ? -1 : 1;
    if (tags > MOST_TAGS || open > MOST_OPEN) return true;
  }
  return false;
}
