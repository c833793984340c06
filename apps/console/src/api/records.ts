import type { RecordHistory } from '@amaan/contracts/governance/record';
import type { RecordComparison } from '@amaan/contracts/governance/record-comparison';
import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from './client.ts';

/** Everything that is read of one record begins with this key. */
export const recordKey = (id: string) => ['record', id] as const;

export const recordHistoryQuery = (id: string) =>
  queryOptions({
    queryKey: [...recordKey(id), 'history'],
    queryFn: () => unwrap<RecordHistory>(api.GET('/api/records/{id}/history', { params: { path: { id } } })),
  });

export const recordComparisonQuery = (id: string, from: number, to: number) =>
  queryOptions({
    queryKey: [...recordKey(id), 'comparison', from, to],
    queryFn: () =>
      unwrap<RecordComparison>(
        api.GET('/api/records/{id}/comparison', { params: { path: { id }, query: { from, to } } }),
      ),
    // Versions do not change.
    staleTime: Number.POSITIVE_INFINITY,
  });

/** This record against an earlier one of the same kind and AI system. */
export const recordsComparisonQuery = (id: string, earlier: string) =>
  queryOptions({
    queryKey: [...recordKey(id), 'comparison-with', earlier],
    queryFn: () =>
      unwrap<RecordComparison>(
        api.GET('/api/records/{id}/comparison/{earlier}', { params: { path: { id, earlier } } }),
      ),
  });
