import { browser } from 'wxt/browser';
import { clock } from './clock.ts';

/*
 * Two alarms. `heartbeat` repeats and is created only when it is absent or too far ahead, so that waking up never
 * pushes it back. `due` is set to the next instant at which a line wants to be asked. Neither decides anything: what is due is
 * read from storage.
 */

const HEARTBEAT = 'heartbeat';
const DUE = 'due';
const HEARTBEAT_MINUTES = 5;
const MINUTE_MS = 60_000;
/** Chromium runs no alarm of a packed extension sooner than this. */
const SHORTEST_MINUTES = 0.5;

/**
 * Alarms ring at an instant of the computer's clock: where that was moved back, Chromium lets them lie as far ahead
 * (by a month, they rest for a month), until somebody sets them anew.
 */
export async function ensureHeartbeat(): Promise<void> {
  const existing = await browser.alarms.get(HEARTBEAT);
  const latest = clock.ofBrowser() + (HEARTBEAT_MINUTES + 1) * MINUTE_MS;
  if (existing?.periodInMinutes === HEARTBEAT_MINUTES && existing.scheduledTime <= latest) return;
  await browser.alarms.create(HEARTBEAT, { periodInMinutes: HEARTBEAT_MINUTES });
}

/** Wakes the background after `delayMs`; null = nothing is due, the heartbeat is enough. */
export async function wakeAfter(delayMs: number | null): Promise<void> {
  await ensureHeartbeat();
  if (delayMs === null || delayMs >= HEARTBEAT_MINUTES * MINUTE_MS) {
    await browser.alarms.clear(DUE);
    return;
  }
  await browser.alarms.create(DUE, { delayInMinutes: Math.max(SHORTEST_MINUTES, delayMs / MINUTE_MS) });
}

/** Registered at top level of the background. */
export function listenToAlarms(onAlarm: () => void): void {
  browser.alarms.onAlarm.addListener((alarm) => {
    if (alarm.name === HEARTBEAT || alarm.name === DUE) onAlarm();
  });
}
