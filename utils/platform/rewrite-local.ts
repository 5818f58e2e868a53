import { browser } from 'wxt/browser';

/**
 * Writes `storage.local` anew, so that what was removed or replaced is gone from the disk as well. Chromium appends to
 * a log that it keeps until it is full, which for so little may be never; only emptying the area deletes the log.
 * Both requests are sent at once, so that a background that dies here has sent both or none.
 */
export async function rewriteLocal(): Promise<void> {
  const area = browser.storage.local;
  const all = await area.get(null);
  const [emptied, written] = await Promise.allSettled([area.clear(), area.set(all)]);
  if (written.status === 'rejected') await area.set(all);
  if (emptied.status === 'rejected') throw emptied.reason;
}
