import { Failure } from '../domain/failure.ts';
import type { PagePiece, ReadContext } from '../providers/contract.ts';

/** Characters. Account pages of shops with all their menus have about a third of it. */
const LONGEST_PAGE = 2 ** 19;

/** Parses a page and looks for pieces; null = it could not. */
export type FindPieces = (
  html: string,
  wanted: Readonly<Record<string, string>>,
) => Promise<PagePiece[] | null>;

/** What providers are given for pages. `find` is where this browser can parse one. */
export function createHtmlReader(find: FindPieces): ReadContext['parseHtml'] {
  return async (html, wanted) => {
    if (html.length > LONGEST_PAGE) throw new Failure('unreadable', 'a page too long');
    const pieces = await find(html, wanted);
    if (pieces === null) throw new Failure('unreadable', 'a page that cannot be taken apart');
    return pieces;
  };
}
