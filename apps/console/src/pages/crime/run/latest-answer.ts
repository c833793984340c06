import type { Analysis } from '@amaan/contracts/crime/analysis';
import type { AnalysisQuestion } from '@amaan/contracts/crime/analysis-question';
import canonicalize from 'canonicalize';
import { isGoing } from '../../../api/crime.ts';

/**
 * The newest analysis of a question that is done or goes on, else the newest that came to nothing.
 * @param analyses newest first
 */
export function latestAnswer(
  analyses: readonly Analysis[],
  question: AnalysisQuestion,
): Analysis | undefined {
  const key = canonicalize(question);
  const same = analyses.filter((one) => canonicalize(one.question) === key);
  return same.find((one) => one.state === 'done' || isGoing(one)) ?? same[0];
}

/** The newest that has a result, whatever was asked. @param analyses newest first */
export const newestDone = (analyses: readonly Analysis[]) => analyses.find(({ state }) => state === 'done');
