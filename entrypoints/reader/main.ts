import * as z from 'zod/mini';
import { createHtmlReader } from '../../utils/platform/html.ts';
import { createInertParser } from '../../utils/platform/html-inert.ts';
import { piecesOf } from '../../utils/platform/html-pieces.ts';
import { listenToTasks } from '../../utils/platform/reader-page.ts';
import { readTask } from '../../utils/providers/reader.ts';

// zod's code generation would violate the extension's CSP.
z.config({ jitless: true });

const parse = createInertParser();
const parseHtml = createHtmlReader(async (html, wanted) => piecesOf(parse(html), wanted));

listenToTasks((task, at) => readTask(task, at, { parseHtml, query }));

/** The language is fetched when it is first needed: most mappings are of pointers alone. */
async function query(answer: unknown, expressions: readonly string[]): Promise<unknown[]> {
  const { search } = await import('../../utils/platform/expressions.ts');
  return search(answer, expressions);
}
