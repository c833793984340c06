import { defineConfig } from 'vitest/config';

// biome-ignore lint/style/noDefaultExport: Vitest reads its configuration from the default export.
export default defineConfig({
  test: {
    include: ['{apps,packages,systems,bench}/**/*.test.ts'],
    globalSetup: ['packages/store/testing/test-run-folder.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // A poll that gives up after the default of one second fails on a machine that is merely slow.
    expect: { poll: { timeout: 30_000, interval: 50 } },
    maxWorkers: 2,
    pool: 'forks',
  },
});
