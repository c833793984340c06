const FIRST_MS = 1000;
const LONGEST_MS = 60_000;

/**
 * Milliseconds to wait before trying again: exponential back-off with full jitter ("Exponential Backoff And
 * Jitter", M. Brooker, AWS Architecture Blog, 2015), so that cameras that failed together do not return together.
 *
 * @param failures failures in a row, at least 1
 * @param random uniform in [0, 1)
 */
export function backOffMs(failures: number, random: number): number {
  return random * Math.min(LONGEST_MS, FIRST_MS * 2 ** (failures - 1));
}
