import { writeFile } from 'node:fs/promises';
import type { SerializedError } from 'vitest';
import type { Reporter, TestModule } from 'vitest/node';

/** Name of the environment variable with the path of the file that this writes. */
export const STRAY_ERRORS_FILE = 'AMAAN_STRAY_ERRORS';

/** Writes how many errors of a run belong to no test: Vitest's JSON report does not tell. */
// biome-ignore lint/style/noDefaultExport: Vitest takes a reporter from the default export.
export default class StrayErrorsReporter implements Reporter {
  async onTestRunEnd(_modules: readonly TestModule[], errors: readonly SerializedError[]): Promise<void> {
    await writeFile(process.env[STRAY_ERRORS_FILE]!, String(errors.length));
  }
}
