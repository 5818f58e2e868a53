import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { built, packed } from '../../support/packages.ts';
import { scriptsOf } from '../../support/page-scripts.ts';
import { BUILT_FOR } from '../../support/run/builds.ts';

const KB = 1000;
/** What stands now, so that it does not grow unseen. The background may weigh 70; of the package we want 200. */
const MOST = { background: 70, package: 294 };

describe.each(BUILT_FOR)('the package for %s', (browser) => {
  const gzipped = (files: readonly string[]) => {
    expect(files.length).toBeGreaterThan(0);
    const { text } = built(browser);
    return files.reduce((sum, file) => sum + gzipSync(text(file), { level: 9 }).length, 0) / KB;
  };

  it('I12: has a popup that paints after at most 20 kB of script, gzipped', () => {
    expect(gzipped(scriptsOf(built(browser), 'popup.html'))).toBeLessThanOrEqual(20);
  });

  it('I12: has a background with every provider of at most 70 kB, gzipped', () => {
    expect(gzipped(['background.js'])).toBeLessThanOrEqual(MOST.background);
  });

  it('I12: does not grow unseen as it is downloaded', () => {
    expect(packed(browser).length / KB).toBeLessThanOrEqual(MOST.package);
  });
});
