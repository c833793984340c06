import type { Command } from 'commander';

/** `amaan test`: sets up, then runs every check and test. */
export function registerTest(program: Command): void {
  program
    .command('test')
    .description('set up, then run every check and test')
    .argument(
      '[filter...]',
      'run only the test files whose path contains one of these, without the other checks',
    )
    .option(
      '--require-all',
      'fail when a test is skipped for want of a program (as CI does)',
      !!process.env.CI,
    )
    .action(async (filters: string[], options: { requireAll: boolean }) => {
      const { runTests } = await import('../testing/run-tests.ts');
      process.exitCode = await runTests({ filters, requireAll: options.requireAll });
    });
}
