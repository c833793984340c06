import { readFile } from 'node:fs/promises';
import { AmaanError } from '@amaan/contracts/problem';
import { z } from 'zod';

const FileResult = z.looseObject({
  name: z.string(),
  status: z.string(),
  assertionResults: z.array(z.looseObject({ fullName: z.string(), status: z.string() })),
});

/** The part of Vitest's JSON report that is used; the rest is kept. */
const VitestReport = z.looseObject({ testResults: z.array(FileResult) });

/** What became of one file of tests; `name` is its absolute path. */
export type FileResult = z.infer<typeof FileResult>;
export type VitestReport = z.infer<typeof VitestReport>;

export interface TestCounts {
  readonly passed: number;
  readonly failed: number;
  /** Full names; a test names what it is missing. */
  readonly skipped: readonly string[];
}

/**
 * Reads the JSON report of a run.
 * @throws AmaanError `TEST_REPORT_MISSING` when Vitest left none (it crashed).
 */
export async function readTestReport(file: string): Promise<VitestReport> {
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new AmaanError('TEST_REPORT_MISSING', 'The test runner ended without a report.', { cause });
  });
  return VitestReport.parse(JSON.parse(text));
}

/** Counts tests. A file that failed before its first test counts as one failure. */
export function countTests(files: readonly FileResult[]): TestCounts {
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
