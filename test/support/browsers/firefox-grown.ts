import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Bidi } from './bidi.ts';
import { preferences } from './firefox-preferences.ts';
import { startFirefox } from './firefox-process.ts';
import { endSession } from './firefox-session.ts';

/**
 * Fills an empty folder with what Firefox makes of a profile when it starts on it for the first time, which costs more
 * than all the rest of a start. It has known no extension yet.
 */
export async function growProfile(folder: string): Promise<void> {
  await writeFile(path.join(folder, 'user.js'), preferences({}, {}));
  const process = await startFirefox(folder, {});
  const bidi = await Bidi.connect(process.address).catch(async (error: unknown) => {
    await process.kill();
    throw error;
  });
  await endSession({ bidi, process });
}
