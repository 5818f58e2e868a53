import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { Glance } from '../utils/domain/glance.ts';
import { readGlance } from '../utils/platform/database/glance-reader.ts';

declare global {
  /** what `readGlance` answers, asked for before anything else of the page had arrived */
  var firstGlance: Promise<Glance | null> | undefined;
}

/** Asks for the popup's figures while the browser still fetches the script that shows them. */
export default defineUnlistedScript(() => {
  globalThis.firstGlance = readGlance();
});
