import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from '../project.ts';
import { prepareConsole } from '../setup/prepare-console.ts';
import { prepareModels } from '../setup/prepare-models.ts';
import { projectTool, runStep } from '../setup/run-step.ts';
import { readTestReport } from './test-report.ts';

const artefacts = join(projectRoot, 'artefacts');
const reportFile = join(artefacts, 'test-report.json');

export interface TestRun {
  /** Only test files whose path contains one of these; empty means all, with the static checks. */
  readonly filters: readonly string[];
  /** A skipped test counts as a failure. */
  readonly requireAll: boolean;
}

/**
 * Sets up, checks format, types and arrows, and runs the tests; prints what was skipped and why, and a
 * closing line `N passed, N failed, N skipped`.
 * @returns the exit code.
 */
export async function runTests(run: TestRun): Promise<number> {
  await prepareModels();
  await prepareConsole();
  if (run.filters.length === 0) {
    await runStep('checking format and lint', projectTool('biome'), ['check', '.']);
    await runStep('checking types', projectTool('tsc'), ['--noEmit']);
    await runStep('checking types of the console', projectTool('tsc'), ['--noEmit', '-p', 'apps/console']);
    await runStep('checking the arrows between rooms', 'npm', ['run', '--silent', 'arrows']);
  }
  await mkdir(artefacts, { recursive: true });
  await rm(reportFile, { force: true });
  const vitest = spawn(
    projectTool('vitest'),
    ['run', ...run.filters, '--reporter=default', '--reporter=json', `--outputFile.json=${reportFile}`],
    { cwd: projectRoot, stdio: 'inherit' },
  );
  const [code] = await once(vitest, 'exit');
  const report = await readTestReport(reportFile);
  for (const name of report.skipped) process.stdout.write(`skipped: ${name}\n`);
  if (report.skipped.length > 0) process.stdout.write('./amaan doctor --install installs what tests need.\n');
  const missing = run.requireAll ? report.skipped.length : 0;
  process.stdout.write(
    `${report.passed} passed, ${report.failed + missing} failed, ${report.skipped.length - missing} skipped\n`,
  );
  return code === 0 && report.failed + missing === 0 && report.passed > 0 ? 0 : 1;
}
