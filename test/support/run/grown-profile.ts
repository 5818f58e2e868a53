import { growProfile } from '../browsers/firefox-grown.ts';
import { removeProfile, withProfile } from '../browsers/profile.ts';

/** What every new profile of Firefox holds is made once for all tests of a run. */
export default function setup(): Promise<() => Promise<void>> {
  return withProfile(async (folder) => {
    await growProfile(folder);
    process.env.FIREFOX_GROWN_PROFILE = folder;
    return () => removeProfile(folder);
  });
}
