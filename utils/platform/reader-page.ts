import { browser } from 'wxt/browser';
import { Failure } from '../domain/failure.ts';
import type { ReadAt, ReaderTask } from '../providers/reader-contract.ts';
import type { Told } from './reader.ts';

/** What the background asks of the page that nobody sees. */
export interface Asked {
  type: 'read';
  task: ReaderTask;
  at: ReadAt;
}

type Read = (task: ReaderTask, at: ReadAt) => Promise<Told['reading']>;

/** Registered in that page alone. */
export function listenToTasks(read: Read): void {
  browser.runtime.onMessage.addListener((message: unknown, _sender, sendResponse) => {
    if (!isAsked(message)) return;
    void toldOf(read, message).then(sendResponse);
    return true;
  });
}

async function toldOf(read: Read, { task, at }: Asked): Promise<Told> {
  try {
    return { reading: await read(task, at), failure: null };
  } catch (error) {
    if (error instanceof Failure)
      return { reading: null, failure: { kind: error.kind, detail: error.detail } };
    const name = error instanceof Error ? error.name : typeof error;
    return { reading: null, failure: { kind: 'unreadable', detail: `defect in the reader: ${name}` } };
  }
}

function isAsked(message: unknown): message is Asked {
  return typeof message === 'object' && message !== null && 'type' in message && message.type === 'read';
}
