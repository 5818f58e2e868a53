import { browser } from 'wxt/browser';

/** What the background asks of the page that nobody sees. */
export interface Query {
  type: 'query';
  answer: unknown;
  expressions: readonly string[];
}

/** null = an expression that may not or cannot be asked */
export type Found = unknown[] | null;

/** Registered in that page alone. */
export function listenToQueries(
  search: (answer: unknown, expressions: readonly string[]) => unknown[],
): void {
  browser.runtime.onMessage.addListener((message: unknown, _sender, sendResponse) => {
    if (isQuery(message)) sendResponse(answerTo(message));
  });

  function answerTo({ answer, expressions }: Query): Found {
    try {
      return search(answer, expressions);
    } catch {
      return null;
    }
  }
}

function isQuery(message: unknown): message is Query {
  return typeof message === 'object' && message !== null && 'type' in message && message.type === 'query';
}
