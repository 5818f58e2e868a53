import { search } from '../../utils/platform/expressions.ts';
import type { ReadContext } from '../../utils/providers/contract.ts';
import { readTask } from '../../utils/providers/reader.ts';
import type { PageTools, ReadAt } from '../../utils/providers/reader-contract.ts';
import { parseHtml } from './html.ts';

const TOOLS: PageTools = { parseHtml, query: async (answer, expressions) => search(answer, expressions) };

/** The page that nobody sees, in this process. */
export function readerHere(at: ReadAt): ReadContext['readApart'] {
  return (task) => readTask(task, at, TOOLS);
}
