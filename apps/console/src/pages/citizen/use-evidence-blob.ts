import type { CaseEvidenceKey } from '@amaan/contracts/violations/violation-case';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { ApiProblem } from '../../api/api-problem.ts';
import { challanEvidence } from '../../api/citizen.ts';
import type { OpenChallan } from './use-challan.ts';

export type EvidenceBlob =
  | { readonly kind: 'loading' | 'under-way' }
  | { readonly kind: 'shown'; readonly url: string }
  | { readonly kind: 'failed'; readonly error: unknown; readonly retry: () => void };

const DEFAULT_WAIT_SECONDS = 2;

/**
 * A picture or clip of a challan as an address of this page: the token travels in a header, which an `img` cannot send. What
 * is still being masked is asked for again until it is there.
 */
export function useEvidenceBlob({ challan, withToken }: OpenChallan, key: CaseEvidenceKey): EvidenceBlob {
  const { data, error, failureReason, refetch, isFetching } = useQuery({
    queryKey: ['citizen-evidence', challan.number, key],
    queryFn: ({ signal }) => withToken((token) => challanEvidence(token, key, signal)),
    // Gone with the page: whoever comes after on this device finds nothing.
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
    retry: (failures, cause) => isUnderWay(cause) || (isNetwork(cause) && failures < 3),
    retryDelay: (_failures, cause) => 1_000 * (waitOf(cause) ?? DEFAULT_WAIT_SECONDS),
  });
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    if (data === undefined) return;
    const made = URL.createObjectURL(data);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [data]);
  if (url !== null) return { kind: 'shown', url };
  if (error !== null && !isFetching) return { kind: 'failed', error, retry: () => void refetch() };
  return { kind: isUnderWay(failureReason) ? 'under-way' : 'loading' };
}

function isUnderWay(error: unknown): boolean {
  return error instanceof ApiProblem && error.code === 'MASKING_UNDER_WAY';
}

function isNetwork(error: unknown): boolean {
  return error instanceof ApiProblem && error.status === 0;
}

function waitOf(error: unknown): number | null {
  return error instanceof ApiProblem ? error.retryAfterSeconds : null;
}
