import type { PagePiece } from '../providers/reader-contract.ts';

/** More of what is looked for is in no page that was meant. */
const MOST_PIECES = 500;
const LONGEST_TEXT = 1000;
/** Nodes looked at for the text of all pieces together, as pieces may stand in one another. */
const MOST_NODES = 20_000;

/** What nobody reads on a page. */
const SILENT = new Set(['script', 'style', 'template', 'noscript']);

/** The pieces of a parsed page that fit the selectors in `wanted`, in document order; null = too many. */
export function piecesOf(page: ParentNode, wanted: Readonly<Record<string, string>>): PagePiece[] | null {
  const names = Object.entries(wanted);
  const found = page.querySelectorAll(names.map(([, selector]) => selector).join());
  if (found.length > MOST_PIECES) return null;
  const pieces: PagePiece[] = [];
  let nodesLeft = MOST_NODES;
  for (const element of found) {
    const { text, nodes } = textOf(element, nodesLeft);
    nodesLeft -= nodes;
    if (nodesLeft <= 0) return null;
    for (const [is, selector] of names) if (element.matches(selector)) pieces.push({ is, text });
  }
  return pieces;
}

/** Step by step, not by recursion: a page may nest as deep as it likes. */
function textOf(element: Element, mostNodes: number): { text: string; nodes: number } {
  const waiting: Node[] = [element];
  let [text, nodes] = ['', 0];
  for (let node = waiting.pop(); node && nodes < mostNodes; node = waiting.pop()) {
    nodes += 1;
    const name = node.nodeName.toLowerCase();
    if (name === '#text') text += node.nodeValue ?? '';
    else if (name === 'br') text += '\n';
    else if (!SILENT.has(name)) {
      const inside = [...node.childNodes].toReversed();
      for (const child of inside) waiting.push(child);
    }
    if (text.length >= LONGEST_TEXT) break;
  }
  return { text: text.slice(0, LONGEST_TEXT), nodes };
}
