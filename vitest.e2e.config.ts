import { defineConfig } from 'vitest/config';

/** Real browsers, one at a time: a deadline here only ends what would never end. */
export default defineConfig({
  test: {
    include: ['test/e2e/**/*.e2e.ts'],
    pool: 'forks',
    fileParallelism: false,
    // A second try tells a machine that is busy from a test that is broken; by hand there is none.
    retry: process.env.CI ? 1 : 0,
    testTimeout: 120_000,
    hookTimeout: 120_000,
    teardownTimeout: 30_000,
  },
});
