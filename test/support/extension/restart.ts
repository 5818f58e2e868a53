import type { browser as extensionApi } from 'wxt/browser';
import type { Glance } from '../../../utils/domain/glance.ts';
import type { Page } from '../browsers/contract.ts';
import { until } from '../until.ts';
import { glance } from './commands.ts';
import type { Scene } from './scene.ts';

declare const browser: typeof extensionApi;

/**
 * The same scene after the browser was closed and started again, as soon as the background has restored its
 * alarm by itself; the carrier heard nothing of it.
 */
export async function restarted(scene: Scene): Promise<Scene> {
  await scene.browser.restart();
  const desk = await scene.browser.openPage('manifest.json');
  await until('the background has begun', async () => (await alarmsOf(desk)).heartbeat);
  return { ...scene, desk };
}

/**
 * The browser is closed and started again; settles when the background has done what it does at every start, so that
 * what is looked at next was not left by the session before. The scene has a new desk.
 */
export async function startAgain(scene: Scene): Promise<void> {
  const before = (await glance(scene.browser))?.revision ?? 0;
  await scene.browser.restart();
  scene.desk = await scene.browser.openPage('manifest.json');
  await until('the end of the start', async () => ((await glance(scene.browser))?.revision ?? 0) > before);
}

/* What follows looks from a page, so that the background is not woken by being looked at. */

/** The extension's alarms by name. `at`: milliseconds since the epoch. */
export async function alarmsOf(desk: Page): Promise<Record<string, { at: number; minutes: number | null }>> {
  const all = await desk.evaluate(() => browser.alarms.getAll());
  const entries = all.map(({ name, scheduledTime, periodInMinutes }) => {
    return [name, { at: scheduledTime, minutes: periodInMinutes ?? null }] as const;
  });
  return Object.fromEntries(entries);
}

/** What stands in `storage.session` at this moment. */
export function sessionOf(desk: Page): Promise<Record<string, unknown>> {
  return desk.evaluate(() => browser.storage.session.get(null));
}

/** The revision of the snapshot: it rises whenever the background has looked at every line. */
export async function revisionOf(desk: Page): Promise<number> {
  const read = async () => (await browser.storage.local.get('glance')).glance;
  const stored = (await desk.evaluate(read)) as { glance: Glance } | null;
  return stored?.glance.revision ?? 0;
}
