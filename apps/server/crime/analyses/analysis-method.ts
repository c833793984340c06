import type { AnalysisKind } from '@amaan/contracts/crime/analysis-kind';
import type { AnalysisNote } from '@amaan/contracts/crime/analysis-note';
import type { AnalysisQuestion } from '@amaan/contracts/crime/analysis-question';
import type { AnalysisResult } from '@amaan/contracts/crime/analysis-result';
import type { AnalysisData } from './analysis-data.ts';

/** The questions of one kind. */
export type QuestionOf<Kind extends AnalysisKind> = Extract<AnalysisQuestion, { kind: Kind }>;
export type ResultOf<Kind extends AnalysisKind> = Extract<AnalysisResult, { kind: Kind }>;

/** What a method found, and what it says of itself. */
export interface Computed<Kind extends AnalysisKind = AnalysisKind> {
  readonly result: ResultOf<Kind>;
  readonly notes: readonly AnalysisNote[];
}

/** Work that threads can share: a part depends on question, data and chunk alone. */
export interface MethodParts<Kind extends AnalysisKind, Chunk, Part> {
  readonly chunks: (question: QuestionOf<Kind>, data: AnalysisData) => readonly Chunk[];
  readonly prepare: (question: QuestionOf<Kind>, data: AnalysisData) => (chunk: Chunk) => Part;
}

/** One kind of analysis. It runs in threads and is pure. */
export interface AnalysisMethod<Kind extends AnalysisKind, Chunk = unknown, Part = unknown> {
  /** Left out: it is quick enough for one thread. */
  readonly parts?: MethodParts<Kind, Chunk, Part>;
  /** @throws CrimeAnalyticsError where the data do not allow it */
  readonly finish: (question: QuestionOf<Kind>, data: AnalysisData, parts: readonly Part[]) => Computed<Kind>;
}

/** A note about the method, or about what it cannot tell. */
export function methodNote(code: string, values: AnalysisNote['values'] = {}): AnalysisNote {
  return { about: 'method', code, values };
}

export function limitNote(code: string, values: AnalysisNote['values'] = {}): AnalysisNote {
  return { about: 'limit', code, values };
}

/** A range of replicas: `from` to before `to`. */
export interface ReplicaRange {
  readonly from: number;
  readonly to: number;
}

/** Replicas in ranges that threads share; small enough that progress is seen. */
export function replicaRanges(count: number, parts = 40): ReplicaRange[] {
  const size = Math.max(1, Math.ceil(count / parts));
  return Array.from({ length: Math.ceil(count / size) }, (_, at) => ({
    from: at * size,
    to: Math.min(count, (at + 1) * size),
  }));
}
