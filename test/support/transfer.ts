import type { Deps } from '../../utils/app/deps.ts';
import { createLocks } from '../../utils/platform/locks.ts';
import { createSecretStore } from '../../utils/platform/secrets.ts';
import { createSession } from '../../utils/platform/session.ts';
import { createSettingsStore } from '../../utils/platform/settings.ts';
import { newProfile, startWorker } from './stored.ts';
import { NOW } from './stored-rows.ts';

/** What moving data in and out needs, over a real store. */
export type Install = Pick<Deps, 'clock' | 'store' | 'settings' | 'secrets' | 'session' | 'version'>;

/** A new install with nothing in it; `phase` is what it draws. */
export function newInstall(phase = 0.25): Install {
  newProfile();
  const session = createSession();
  return {
    clock: { now: () => Date.parse(NOW) },
    store: startWorker({ session }),
    settings: createSettingsStore({ random: () => phase }),
    secrets: createSecretStore({ session, locks: createLocks() }),
    session,
    version: '1.2.3',
  };
}
