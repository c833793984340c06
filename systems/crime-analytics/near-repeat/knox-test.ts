import { KnoxCounter } from './knox-counter.ts';
import type { KnoxQuestion } from './knox-question.ts';
import { type KnoxResult, summariseKnox } from './summarise-knox.ts';

/**
 * The whole Knox test in one loop; `knox-work.ts` does it in threads, with the same answer.
 * @param replicas how often the days are dealt out anew: 99, 999 …
 * @throws CrimeAnalyticsError `KNOX_BANDS_INVALID`, `KNOX_TOO_FEW`, `TOO_FEW_REPLICAS`
 */
export function knoxTest(
  question: KnoxQuestion,
  { replicas, seed }: { readonly replicas: number; readonly seed: number },
  report?: (done: number, total: number) => void,
): KnoxResult {
  const tables = new KnoxCounter(question).tables(seed, 0, replicas + 1, report);
  return summariseKnox(question, seed, [tables]);
}
