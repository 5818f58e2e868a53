import { browser } from 'wxt/browser';
import type { PagePiece } from '../providers/contract.ts';

/** What the background asks of the document that nobody sees. */
export interface Task {
  type: 'parse-html';
  html: string;
  wanted: Readonly<Record<string, string>>;
}

/** null = too many pieces */
export type Answer = PagePiece[] | null;

/** Registered in that document alone. */
export function listenToTasks(find: (html: string, wanted: Task['wanted']) => Answer): void {
  browser.runtime.onMessage.addListener((message: unknown, _sender, sendResponse) => {
    if (isTask(message)) sendResponse(find(message.html, message.wanted));
  });
}

function isTask(message: unknown): message is Task {
  return (
    typeof message === 'object' && message !== null && 'type' in message && message.type === 'parse-html'
  );
}
