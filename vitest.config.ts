import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

/** Tests that take seconds each: too long for the quick check. */
const LONG = 'test/**/*.long.test.{ts,tsx}';
/** Tests with a page. One project for them alone: a worker is kept only as long as the next file wants the same. */
const PAGES = ['test/components/**/*.test.{ts,tsx}', 'test/platform/html-inert.test.ts'];
/** Leaves a test's page empty for the next. */
const EMPTIED = 'test/support/pages-setup.ts';

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
          include: ['test/{app,platform,build,sandbox}/**/*.test.ts'],
          exclude: ['test/build/packages/**', LONG, ...PAGES],
        },
      },
      {
        extends: true,
        test: {
          name: 'pages',
          isolate: false,
          environment: 'happy-dom',
          setupFiles: EMPTIED,
          include: PAGES,
          exclude: [LONG],
        },
      },
      { extends: true, test: { name: 'interop', include: ['test/interop/**/*.test.ts'] } },
      {
        extends: true,
        test: { name: 'long', include: [LONG], setupFiles: EMPTIED },
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
