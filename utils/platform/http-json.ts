import { Failure } from '../domain/failure.ts';

/** No account API nests deeper; parsers and schemas overflow the stack far above it. */
const MAX_DEPTH = 100;

/**
 * JSON judged by the body alone, whatever the content type said. Throws Failure: `intercepted` for a page where
 * data was due, `unreadable` for anything else that is not JSON or nests too deep.
 */
export function parseJson(text: string): unknown {
  if (text.trimStart().startsWith('<')) throw new Failure('intercepted', 'a page where data was due');
  if (nestsTooDeep(text)) throw new Failure('unreadable', `nested deeper than ${MAX_DEPTH}`);
  try {
    return JSON.parse(text);
  } catch {
    // The parser's own words quote the body, so they are not passed on.
    throw new Failure('unreadable', 'not JSON');
  }
}

function nestsTooDeep(text: string): boolean {
  let depth = 0;
  let inString = false;
  for (let at = 0; at < text.length && depth <= MAX_DEPTH; at += 1) {
    const char = text[at];
    if (inString) {
      // An escaped character closes nothing.
      if (char === '\\') at += 1;
      else if (char === '"') inString = false;
    } else if (char === '"') inString = true;
    else if (char === '[' || char === '{') depth += 1;
    else if (char === ']' || char === '}') depth -= 1;
  }
  return depth > MAX_DEPTH;
}
