import { DOMParser } from 'linkedom';
import { createHtmlReader } from '../../utils/platform/html.ts';
import { piecesOf } from '../../utils/platform/html-pieces.ts';

/** Pages as providers are given them, with a parser that needs no browser. */
export const parseHtml = createHtmlReader(async (html, wanted) => {
  const page = new DOMParser().parseFromString(html, 'text/html');
  return piecesOf(page as unknown as ParentNode, wanted);
});
