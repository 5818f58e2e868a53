import { describe, expect, it } from 'vitest';
import { type Built, built, modulesOf } from '../../support/packages.ts';
import { BUILT_FOR } from '../../support/run/builds.ts';

/** Words that only the clock of the tests has. */
const SIMULATED = /simulateTime|simulated-clock/;

const isScript = (file: string) => file.endsWith('.js');
/** Files are named after their content, so names differ where a script does. */
const plainName = (text: string) => text.replace(/-[\w-]{8}(?=\.js)/g, '');

const scripts = (each: Built) => each.files.filter(isScript).map(each.text).join('\n');

function others({ files, text, folder }: Built): Record<string, unknown> {
  const kept = files.filter((file) => !isScript(file));
  expect(kept.length, folder).toBeGreaterThan(5);
  return Object.fromEntries(
    kept.map((file) => [file, file.endsWith('.json') ? JSON.parse(text(file)) : plainName(text(file))]),
  );
}

describe.each(BUILT_FOR)('the package for %s', (browser) => {
  it('has no clock that can be set, unlike the end-to-end build', () => {
    expect(scripts(built(browser))).not.toMatch(SIMULATED);
    expect(scripts(built(browser, 'e2e'))).toMatch(SIMULATED);
  });

  it('is made of the same code as the end-to-end build in every module but the clock', () => {
    const published = modulesOf(browser, 'production');
    const tested = modulesOf(browser, 'e2e');
    const names = new Set([...Object.keys(published), ...Object.keys(tested)]);
    const different = [...names].filter((name) => published[name] !== tested[name]);
    expect(names.size).toBeGreaterThan(100);
    expect(different.toSorted()).toEqual(['test/support/simulated-clock.ts', 'utils/platform/clock.ts']);
    expect(published).not.toHaveProperty(['test/support/simulated-clock.ts']);
  });

  it('has the same pages, styles, pictures, sentences and manifest as the end-to-end build', () => {
    expect(others(built(browser))).toEqual(others(built(browser, 'e2e')));
  });
});
