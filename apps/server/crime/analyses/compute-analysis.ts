import type { AnalysisQuestion } from '@amaan/contracts/crime/analysis-question';
import type { Digest } from '@amaan/contracts/digest';
import { digestOfJson } from '@amaan/contracts/digest-of';
import type { AnalysisData } from './analysis-data.ts';
import type { Computed } from './analysis-method.ts';
import { methodOf } from './method-of.ts';

/** What a thread gets. */
export interface AnalysisWork {
  readonly question: AnalysisQuestion;
  readonly data: AnalysisData;
}

/** A part of the work, or what becomes of all parts. */
export type AnalysisChunk = { readonly part: unknown } | { readonly finish: readonly unknown[] };

/** What an analysis found, with the sha256 of the result's canonical JSON. */
export interface FinishedAnalysis extends Computed {
  readonly digest: Digest;
}

/** Runs in a thread: see `runInThreads`. */
export function prepareWork({ question, data }: AnalysisWork): (chunk: AnalysisChunk) => unknown {
  const method = methodOf(question.kind);
  let part: ((chunk: unknown) => unknown) | undefined;
  return (chunk): unknown => {
    if ('finish' in chunk) {
      const computed = method.finish(question, data, chunk.finish);
      return { ...computed, digest: digestOfJson(computed.result) } satisfies FinishedAnalysis;
    }
    part ??= method.parts?.prepare(question, data);
    return part?.(chunk.part);
  };
}
