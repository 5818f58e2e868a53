import { browser } from 'wxt/browser';
import type { Ask, CommandReply } from '../app/commands.ts';
import { MESSAGE_VERSION } from '../domain/versions.ts';
import { isOwnPage } from './own-page.ts';

/*
 * Messages between pages and the background. The envelope carries a version: after an update an old page may
 * talk to a new background, which then says "reload" instead of guessing.
 */

export interface Envelope {
  v: number;
  name: string;
  input: unknown;
}

const CHANGED = 'glance-changed';
const PAGE_TICK_MS = 15_000;

const UNREACHABLE = { ok: false, error: { kind: 'unreachable' } } as const;

/** How a page asks the background. Never rejects: no answer is an error reply of its own kind. */
export const ask: Ask = async (name, input) => {
  const envelope: Envelope = { v: MESSAGE_VERSION, name, input };
  const reply: unknown = await browser.runtime.sendMessage(envelope).catch(() => undefined);
  return isReply(reply) ? (reply as CommandReply<typeof name>) : UNREACHABLE;
};

function isReply(value: unknown): value is { ok: boolean } {
  return typeof value === 'object' && value !== null && 'ok' in value;
}

/** Registered at top level of the background. `serve` must not reject. Only our own pages are answered. */
export function listenToMessages(serve: (message: unknown) => Promise<unknown>): void {
  browser.runtime.onMessage.addListener((message: unknown, sender, sendResponse) => {
    if (typeof message !== 'object' || message === null || !('name' in message)) return;
    if (!isOwnPage(sender)) return;
    void serve(message).then(sendResponse);
    return true;
  });
}

/** Tells open pages that the glance record was written anew. */
export async function announceGlance(): Promise<void> {
  await browser.runtime.sendMessage({ type: CHANGED }).catch(() => undefined);
}

/** Called in a page whenever the glance record was written anew. Returns how to stop. */
export function onGlanceChanged(listener: () => void): () => void {
  const hear = (message: unknown) => {
    if (typeof message === 'object' && message !== null && 'type' in message && message.type === CHANGED)
      listener();
  };
  browser.runtime.onMessage.addListener(hear);
  return () => browser.runtime.onMessage.removeListener(hear);
}

/** While a page of ours is open, a pending top-up is watched more closely: the page says so every 15 s. */
export function connectPage(tick: () => void): () => void {
  tick();
  const timer = setInterval(tick, PAGE_TICK_MS);
  return () => clearInterval(timer);
}
