import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

export default defineConfig({
  plugins: [WxtVitest()],
  test: {
    env: { TZ: 'UTC' },
    // Only against a test that hangs: a slow or busy machine must not fail one.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'rooms',
          include: ['test/{domain,providers,app,platform,components,build,sandbox}/**/*.test.{ts,tsx}'],
          exclude: ['test/build/packages/**'],
        },
      },
      { extends: true, test: { name: 'interop', include: ['test/interop/**/*.test.ts'] } },
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
