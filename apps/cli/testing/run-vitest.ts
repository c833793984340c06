import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from '../project.ts';
import { projectTool } from '../setup/run-step.ts';
import { STRAY_ERRORS_FILE } from './stray-errors-reporter.ts';
import { readTestReport, type VitestReport } from './test-report.ts';

export interface VitestRun {
  readonly report: VitestReport;
  /** Whether nothing went wrong but tests that the report names. */
  readonly sound: boolean;
}

/**
 * Runs Vitest and shows what it prints.
 * @param filters only test files whose path contains one of these; empty means all
 * @param reportFile where its JSON report is to stay
 * @throws AmaanError `TEST_REPORT_MISSING`
 */
export async function runVitest(filters: readonly string[], reportFile: string): Promise<VitestRun> {
  const strayFile = `${reportFile}.stray`;
  await rm(reportFile, { force: true });
  await rm(strayFile, { force: true });
  const vitest = spawn(
    projectTool('vitest'),
    [
      ...['run', ...filters],
      ...['--reporter=default', '--reporter=json', `--outputFile.json=${reportFile}`],
      `--reporter=${join(import.meta.dirname, 'stray-errors-reporter.ts')}`,
    ],
    { cwd: projectRoot, stdio: 'inherit', env: { ...process.env, [STRAY_ERRORS_FILE]: strayFile } },
  );
  const [code] = await once(vitest, 'exit');
  const report = await readTestReport(reportFile);
  const stray = await readFile(strayFile, 'utf8').catch(() => 'none was written');
  await rm(strayFile, { force: true });
  const failed = report.testResults.some(({ status }) => status === 'failed');
  return { report, sound: stray === '0' && (code === 0 || failed) };
}
