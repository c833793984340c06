import type { AnalysisDetails } from '@amaan/contracts/crime/analysis';
import type { AnalysisQuestion } from '@amaan/contracts/crime/analysis-question';
import type { AnalysisResult } from '@amaan/contracts/crime/analysis-result';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import {
  analysesQuery,
  analysisQuery,
  askAnalysis,
  askedAnalysisQuery,
  cancelAnalysis,
  crimeKey,
  isGoing,
} from '../../../api/crime.ts';
import { latestAnswer, newestDone } from './latest-answer.ts';
import { useMayAsk } from './use-may-ask.ts';

type Kind = AnalysisQuestion['kind'];
export type ResultOf<K extends Kind> = Extract<AnalysisResult, { kind: K }>;
/** An analysis whose result is of one kind. */
export type DetailsOf<K extends Kind> = Omit<AnalysisDetails, 'result'> & { result: ResultOf<K> | null };

/** An analysis of whatever kind, for what is the same of all. */
export type ResultDetails = Omit<AnalysisDetails, 'result'>;

export interface AnalysisRun<K extends Kind> {
  /** Undefined: nothing was asked yet, or the answer is on its way. */
  readonly details: DetailsOf<K> | undefined;
  /** What is shown is of the question before. */
  readonly stale: boolean;
  /** What is shown is of another question: the newest that there is, for those who only read. */
  readonly other: boolean;
  readonly pending: boolean;
  readonly error: Error | null;
  readonly ask: () => void;
  readonly cancel: () => void;
  readonly cancelling: boolean;
}

/**
 * Asks at once and looks until the answer is there: for what takes a second or two. Those who only read, and all while the
 * system does not run, see what was asked before. Null: nothing is asked.
 */
export function useAnalysis<K extends Kind>(
  question: Extract<AnalysisQuestion, { kind: K }> | null,
): AnalysisRun<K> {
  const queryClient = useQueryClient();
  const runs = useMayAsk();
  const stored = useLongAnalysis(runs ? null : question);
  const asked = useQuery({
    ...askedAnalysisQuery(question as AnalysisQuestion),
    enabled: runs && question !== null,
  });
  const first = question === null ? undefined : asked.data;
  const looked = useLooked(first?.id, first);
  const { cancel, cancelling } = useCancel(first?.id);
  if (!runs) return stored;
  return {
    details: (looked.data ?? first) as DetailsOf<K> | undefined,
    stale: asked.isPlaceholderData,
    other: false,
    pending: question !== null && asked.isPending,
    error: question === null ? null : (asked.error ?? looked.error),
    ask: () => {
      // What was cancelled or has failed is begun anew, and the answer before is no longer the one that is looked at.
      if (first) queryClient.removeQueries({ queryKey: analysisQuery(first.id).queryKey });
      void asked.refetch();
    },
    ...{ cancel, cancelling },
  };
}

/**
 * For what takes long: shows what was asked before by anybody, or is being computed, and asks only when somebody says so.
 */
export function useLongAnalysis<K extends Kind>(
  question: Extract<AnalysisQuestion, { kind: K }> | null,
): AnalysisRun<K> {
  const queryClient = useQueryClient();
  const listed = useQuery({
    ...analysesQuery(question?.selection.siteId ?? '', question?.kind ?? 'density'),
    enabled: question !== null,
  });
  const ask = useMutation({
    mutationFn: () => askAnalysis(question as AnalysisQuestion),
    onSuccess: async (details) => {
      queryClient.setQueryData(analysisQuery(details.id).queryKey, details);
      await queryClient.invalidateQueries({ queryKey: [...crimeKey, 'analyses'] });
    },
  });
  const runs = useMayAsk();
  const analyses = listed.data ?? [];
  const same = question === null ? undefined : latestAnswer(analyses, question);
  const id = question === null ? undefined : (same ?? (runs ? undefined : newestDone(analyses)))?.id;
  const looked = useLooked(id);
  const { cancel, cancelling } = useCancel(id);
  return {
    details: id === undefined ? undefined : (looked.data as DetailsOf<K> | undefined),
    stale: false,
    other: id !== undefined && same === undefined,
    pending: listed.isPending || ask.isPending || (id !== undefined && looked.isPending),
    error: listed.error ?? ask.error ?? looked.error,
    ask: () => ask.mutate(),
    ...{ cancel, cancelling },
  };
}

function useLooked(id: string | undefined, first?: AnalysisDetails) {
  return useQuery({
    ...analysisQuery(id ?? ''),
    enabled: id !== undefined && (first === undefined || isGoing(first)),
  });
}

function useCancel(id: string | undefined) {
  const queryClient = useQueryClient();
  const cancel = useMutation({
    mutationFn: (one: string) => cancelAnalysis(one),
    onSuccess: (details) => {
      queryClient.setQueryData(analysisQuery(details.id).queryKey, details);
      return queryClient.invalidateQueries({ queryKey: [...crimeKey, 'analyses'] });
    },
  });
  return { cancel: () => id !== undefined && cancel.mutate(id), cancelling: cancel.isPending };
}
