import { defineConfig } from 'vitest/config';

/** Real browsers, two at a time: a deadline here only ends what would never end. */
export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers: 2,
    // A second try tells a machine that is busy from a test that is broken; by hand there is none.
    retry: process.env.CI ? 1 : 0,
    testTimeout: 300_000,
    hookTimeout: 300_000,
    teardownTimeout: 30_000,
    projects: [
      {
        extends: true,
        // What the files share keeps nothing of a test, so that it need not be loaded for each of them.
        test: { name: 'chromium', include: ['test/e2e/chromium/**/*.e2e.ts'], isolate: false },
      },
      {
        extends: true,
        test: {
          name: 'firefox',
          include: ['test/e2e/firefox/**/*.e2e.ts'],
          globalSetup: 'test/support/run/grown-profile.ts',
        },
      },
    ],
  },
});
