import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { projectRoot } from '../project.ts';
import { prepareConsole } from '../setup/prepare-console.ts';
import { prepareModels } from '../setup/prepare-models.ts';
import { projectTool, runStep } from '../setup/run-step.ts';
import { repeatFailed } from './repeat-failed.ts';
import { runVitest } from './run-vitest.ts';
import { countTests, type FileResult } from './test-report.ts';

const artefacts = join(projectRoot, 'artefacts');
const reportFile = join(artefacts, 'test-report.json');

export interface TestRun {
  /** Only test files whose path contains one of these; empty means all, with the static checks. */
  readonly filters: readonly string[];
  /** A skipped test counts as a failure. */
  readonly requireAll: boolean;
}

/**
 * Sets up, checks format, types and arrows, and runs the tests. A file that fails is run once more by itself; when it passes
 * then, the run is green and says that the file is unsteady. Prints what was skipped and why, and a closing line
 * `N passed, N failed, N skipped`; `artefacts/test-report.json` keeps Vitest's report with the unsteady files.
 * @returns the exit code.
 */
export async function runTests(run: TestRun): Promise<number> {
  await prepareModels();
  await prepareConsole();
  if (run.filters.length === 0) await checkStatically();
  await mkdir(artefacts, { recursive: true });
  const { report, sound } = await runVitest(run.filters, reportFile);
  const { files, unsteady } = await repeatFailed(report.testResults, runAlone);
  const names = unsteady.map((file) => relative(projectRoot, file));
  await writeFile(reportFile, JSON.stringify({ ...report, unsteady: names }));

  const counts = countTests(files);
  for (const name of counts.skipped) process.stdout.write(`skipped: ${name}\n`);
  if (counts.skipped.length > 0) process.stdout.write('./amaan doctor --install installs what tests need.\n');
  for (const name of names)
    process.stdout.write(`unsteady: ${name} failed among all tests, and passed when it was run by itself\n`);
  if (!sound) process.stdout.write('Errors that belong to no test are shown above.\n');
  const missing = run.requireAll ? counts.skipped.length : 0;
  process.stdout.write(
    `${counts.passed} passed, ${counts.failed + missing} failed, ${counts.skipped.length - missing} skipped\n`,
  );
  return sound && counts.failed + missing === 0 && counts.passed > 0 ? 0 : 1;
}

/** Two checks at a time: each works with one thread. What was checked before and has not changed is not checked again. */
async function checkStatically(): Promise<void> {
  const types = (title: string, project: string) => {
    const known = join(projectRoot, '.amaan', `types-${project.replaceAll('/', '-')}.tsbuildinfo`);
    const incremental = ['--incremental', '--tsBuildInfoFile', known];
    return runStep(title, projectTool('tsc'), ['--noEmit', '-p', project, ...incremental]);
  };
  const checks = await Promise.allSettled([
    types('checking types', 'tsconfig.json'),
    (async () => {
      await runStep('checking format and lint', projectTool('biome'), ['check', '.']);
      await types('checking types of the console', 'apps/console/tsconfig.json');
      await runStep('checking the arrows between rooms', 'npm', ['run', '--silent', 'arrows']);
    })(),
  ]);
  for (const check of checks) if (check.status === 'rejected') throw check.reason;
}

/** Runs one file of tests. @returns null when it left no report, or errors that belong to no test */
async function runAlone(file: string): Promise<FileResult | null> {
  const path = relative(projectRoot, file);
  process.stdout.write(`\namaan: ${path} failed; running it once more, by itself …\n`);
  const again = join(artefacts, 'test-report-again.json');
  try {
    const { report, sound } = await runVitest([path], again);
    return sound ? (report.testResults.find(({ name }) => name === file) ?? null) : null;
  } catch {
    return null;
  } finally {
    await rm(again, { force: true });
  }
}
