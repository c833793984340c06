import { readFile } from 'node:fs/promises';
import { AmaanError } from '@amaan/contracts/problem';
import { z } from 'zod';

/** The part of Vitest's JSON report that is used. */
const VitestReport = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string().optional(),
      assertionResults: z.array(z.object({ fullName: z.string(), status: z.string() })),
    }),
  ),
});

export interface TestReport {
  readonly passed: number;
  readonly failed: number;
  /** Full names; a test names what it is missing. */
  readonly skipped: readonly string[];
}

/**
 * Counts a Vitest JSON report. A file that failed before its first test counts as one failure.
 * @throws AmaanError `TEST_REPORT_MISSING` when Vitest left none (it crashed).
 */
export async function readTestReport(file: string): Promise<TestReport> {
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new AmaanError('TEST_REPORT_MISSING', 'The test runner ended without a report.', { cause });
  });
  const files = VitestReport.parse(JSON.parse(text)).testResults;
  const tests = files.flatMap((result) => result.assertionResults);
  const brokenFiles = files.filter(
    (result) => result.status === 'failed' && result.assertionResults.length === 0,
  );
  return {
    passed: tests.filter((test) => test.status === 'passed').length,
    failed: tests.filter((test) => test.status === 'failed').length + brokenFiles.length,
    skipped: tests.filter((test) => !['passed', 'failed'].includes(test.status)).map((test) => test.fullName),
  };
}
