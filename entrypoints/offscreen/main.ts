import { createInertParser } from '../../utils/platform/html-inert.ts';
import { piecesOf } from '../../utils/platform/html-pieces.ts';
import { listenToTasks } from '../../utils/platform/offscreen-page.ts';

const parse = createInertParser();

listenToTasks((html, wanted) => piecesOf(parse(html), wanted));
