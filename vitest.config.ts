import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

export default defineConfig({
  plugins: [WxtVitest()],
  test: {
    include: ['test/{domain,providers,app,platform,components,build,sandbox}/**/*.test.{ts,tsx}'],
    env: { TZ: 'UTC' },
  },
});
