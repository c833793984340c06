import { fileURLToPath } from 'node:url';
import { configDefaults, defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';

const tests = '{apps,packages,systems,bench}/**/*.test.ts';

/**
 * Files that get a process of their own: they change what a process has once (its environment, its modules, its signals),
 * measure it, or run for so long that what it costs to start one does not count.
 */
const apart = [
  'apps/cli/**/*.test.ts',
  'apps/console/e2e/**/*.test.ts',
  'apps/redactor/**/*.test.ts',
  'apps/server/access/passwords.test.ts',
  'apps/worker/**/*.test.ts',
  'bench/**/*.test.ts',
];

const project = (
  name: string,
  test: NonNullable<TestProjectInlineConfiguration['test']>,
): TestProjectInlineConfiguration => ({
  resolve: {
    alias: [
      {
        find: '@node-rs/argon2',
        replacement: fileURLToPath(new URL('apps/server/testing/cheap-argon2.ts', import.meta.url)),
      },
    ],
  },
  test: {
    name,
    // What gives up early fails on a machine that is merely slow.
    testTimeout: 120_000,
    hookTimeout: 240_000,
    expect: { poll: { timeout: 30_000, interval: 50 } },
    pool: 'forks',
    ...test,
  },
});

// biome-ignore lint/style/noDefaultExport: Vitest reads its configuration from the default export.
export default defineConfig({
  test: {
    globalSetup: ['packages/store/testing/test-run-folder.ts'],
    maxWorkers: 2,
    projects: [
      project('apart', { include: apart }),
      // The modules of the server take seconds to load: here a process loads them once and goes from file to file.
      project('together', {
        include: [tests],
        exclude: [...configDefaults.exclude, ...apart],
        isolate: false,
      }),
    ],
  },
});
