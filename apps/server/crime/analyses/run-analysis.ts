import { runInThreads } from '@amaan/compute/run-in-threads';
import type { AnalysisQuestion } from '@amaan/contracts/crime/analysis-question';
import type { AnalysisData } from './analysis-data.ts';

import type { AnalysisChunk, AnalysisWork, FinishedAnalysis } from './compute-analysis.ts';
import { methodOf } from './method-of.ts';

const MODULE = new URL('./compute-analysis.ts', import.meta.url);

export interface RunOptions {
  readonly signal?: AbortSignal;
  /** 0–1. */
  readonly onProgress?: (progress: number) => void;
  readonly threads?: number;
}

/**
 * Makes an analysis in threads; the calling one stays free.
 * @throws ComputeError with the code of the method's error, or the signal's reason
 */
export async function runAnalysis(
  question: AnalysisQuestion,
  data: AnalysisData,
  { signal, onProgress, threads }: RunOptions = {},
): Promise<FinishedAnalysis> {
  const shared: AnalysisWork = { question, data };
  const options = {
    module: MODULE,
    shared,
    ...(signal !== undefined && { signal }),
    ...(threads !== undefined && { threads }),
  };
  const chunks = methodOf(question.kind).parts?.chunks(question, data) ?? [];
  const parts = await runInThreads<AnalysisWork, AnalysisChunk, unknown>({
    ...options,
    chunks: chunks.map((part) => ({ part })),
    // The last tenth is for what becomes of the parts.
    onPart: (_part, _index, done) => onProgress?.((0.9 * done) / chunks.length),
  });
  const [computed] = await runInThreads<AnalysisWork, AnalysisChunk, FinishedAnalysis>({
    ...options,
    chunks: [{ finish: parts }],
  });
  if (computed === undefined) throw new Error('a thread gave nothing back');
  return computed;
}
