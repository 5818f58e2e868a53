import { browser } from 'wxt/browser';

/*
 * Two alarms. `heartbeat` repeats and is created only when it is absent, so that waking up never pushes it back.
 * `due` is set to the next instant at which a line wants to be asked. Neither decides anything: what is due is
 * read from storage.
 */

const HEARTBEAT = 'heartbeat';
const DUE = 'due';
const HEARTBEAT_MINUTES = 5;
/** Chromium runs no alarm of a packed extension sooner than this. */
const SHORTEST_MINUTES = 0.5;

export async function ensureHeartbeat(): Promise<void> {
  const existing = await browser.alarms.get(HEARTBEAT);
  if (existing?.periodInMinutes === HEARTBEAT_MINUTES) return;
  await browser.alarms.create(HEARTBEAT, { periodInMinutes: HEARTBEAT_MINUTES });
}

/** Wakes the background after `delayMs`; null = nothing is due, the heartbeat is enough. */
export async function wakeAfter(delayMs: number | null): Promise<void> {
  if (delayMs === null || delayMs >= HEARTBEAT_MINUTES * 60_000) {
    await browser.alarms.clear(DUE);
    return;
  }
  await browser.alarms.create(DUE, { delayInMinutes: Math.max(SHORTEST_MINUTES, delayMs / 60_000) });
}

/** Registered at top level of the background. */
export function listenToAlarms(onAlarm: () => void): void {
  browser.alarms.onAlarm.addListener((alarm) => {
    if (alarm.name === HEARTBEAT || alarm.name === DUE) onAlarm();
  });
}
