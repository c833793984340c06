import { AmaanError } from '@amaan/contracts/problem';

/**
 * Tells a person what went wrong in one sentence on stderr.
 * @returns the exit code: 1.
 */
export function reportFailure(error: unknown): 1 {
  const message = error instanceof Error ? error.message : String(error);
  const code = error instanceof AmaanError ? ` (${error.code})` : '';
  process.stderr.write(`amaan: ${message}${code}\n`);
  // What nobody foresaw is a defect: its place in the code helps whoever reports it.
  if (!(error instanceof AmaanError) && error instanceof Error && process.env.AMAAN_DEBUG) {
    process.stderr.write(`${error.stack}\n`);
  }
  return 1;
}
