import { Bidi } from './bidi.ts';
import type { LaunchOptions } from './contract.ts';
import { FirefoxInside } from './firefox-inside.ts';
import { allowPrivate } from './firefox-private.ts';
import { type FirefoxProcess, startFirefox } from './firefox-process.ts';
import { FirefoxTabs } from './firefox-tabs.ts';

/** A running Firefox and the ways into it. */
export interface FirefoxSession {
  process: FirefoxProcess;
  bidi: Bidi;
  inside: FirefoxInside;
  tabs: FirefoxTabs;
}

export async function beginSession(
  profileDir: string,
  addonId: string,
  options: LaunchOptions,
): Promise<FirefoxSession> {
  const process = await startFirefox(profileDir, options);
  try {
    const bidi = await Bidi.connect(process.address);
    const inside = await FirefoxInside.enter(bidi, addonId);
    if (options.alwaysPrivate) await inside.run(allowPrivate, inside.addonId);
    if (options.locale !== undefined) await inside.speak(options.locale);
    return { process, bidi, inside, tabs: new FirefoxTabs(bidi) };
  } catch (error) {
    await process.kill();
    throw error;
  }
}

/** Closes the browser as a person does, and waits until it has gone. */
export async function endSession({ bidi, process }: Pick<FirefoxSession, 'bidi' | 'process'>): Promise<void> {
  // The answer may be lost with the connection.
  await bidi.send('browser.close').catch(() => {});
  bidi.close();
  await process.end();
}
