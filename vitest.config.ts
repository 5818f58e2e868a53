import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

/** Tests that take seconds each: too long for the quick check. */
const LONG = 'test/**/*.long.test.{ts,tsx}';
/** Leaves a test's page empty for the next. */
const PAGES = 'test/support/pages-setup.ts';

export default defineConfig({
  plugins: [WxtVitest()],
  test: {
    env: { TZ: 'UTC' },
    // Also on two cores, where one would be the default.
    maxWorkers: '100%',
    // Only against a test that hangs: a slow or busy machine must not fail one.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    pool: 'threads',
    projects: [
      {
        extends: true,
        // Nothing here touches what another file could see, so that they need not be kept apart.
        test: {
          name: 'pure',
          include: ['test/{domain,providers}/**/*.test.ts'],
          exclude: [LONG],
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'rooms',
          isolate: false,
          setupFiles: PAGES,
          include: ['test/{app,platform,components,build,sandbox}/**/*.test.{ts,tsx}'],
          exclude: ['test/build/packages/**', LONG],
        },
      },
      { extends: true, test: { name: 'interop', include: ['test/interop/**/*.test.ts'] } },
      {
        extends: true,
        test: { name: 'long', include: [LONG], setupFiles: PAGES },
      },
      {
        extends: true,
        test: {
          name: 'packages',
          include: ['test/build/packages/**/*.test.ts'],
          globalSetup: 'test/support/run/packages.ts',
        },
      },
    ],
  },
});
