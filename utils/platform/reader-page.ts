import { browser } from 'wxt/browser';
import * as z from 'zod/mini';
import { FAILURE_KINDS, Failure } from '../domain/failure.ts';
import type { ReadAt, ReaderTask } from '../providers/reader-contract.ts';
import { isOwnPage } from './own-page.ts';
import type { Told } from './reader.ts';

/** What the background asks of the page that nobody sees. */
export interface Asked {
  type: 'read';
  task: ReaderTask;
  at: ReadAt;
}

const text = z.string();
const askedSchema = z.object({
  type: z.literal('read'),
  task: z.discriminatedUnion('reads', [
    z.object({ reads: z.literal('mapping'), mapping: text, answer: z.unknown() }),
    z.object({ reads: z.literal('preset'), preset: text, line: text, answer: z.unknown() }),
    z.object({ reads: z.literal('slt-lk'), answer: z.unknown() }),
    z.object({ reads: z.literal('esim-access'), answer: z.unknown(), iccid: text }),
    z.object({
      reads: z.literal('lyca'),
      html: text,
      site: text,
      number: text,
      ofAnother: z.enum(FAILURE_KINDS),
    }),
  ]),
  at: z.object({ now: text, zone: text }),
});

type Read = (task: ReaderTask, at: ReadAt) => Promise<Told['reading']>;

/** Registered in that page alone. Only our own background is answered. */
export function listenToTasks(read: Read): void {
  browser.runtime.onMessage.addListener((message: unknown, sender, sendResponse) => {
    if (!isOwnPage(sender)) return;
    const { data } = z.safeParse(askedSchema, message);
    if (!data) return;
    void toldOf(read, data).then(sendResponse);
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
