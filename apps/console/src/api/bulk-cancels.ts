import type {
  BulkCancel,
  BulkCancelDecision,
  BulkCancelInput,
  BulkCancelPreview,
  BulkCancelScope,
} from '@amaan/contracts/violations/bulk-cancel';
import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from './client.ts';

/** Everything about bulk cancellations, to be read anew when one of them changes. */
export const bulkCancelsKey = ['bulk-cancels'];
/** So many, the newest, are shown. */
const MOST = 200;
const AGAIN_MS = 15_000;
/** While one runs, its progress is looked at more often. */
const RUNNING_AGAIN_MS = 1_500;

export const bulkCancelsQuery = queryOptions({
  queryKey: [...bulkCancelsKey, 'list'],
  queryFn: async () =>
    (
      await unwrap<{ readonly bulkCancels: BulkCancel[] }>(
        api.GET('/api/violations/bulk-cancels', { params: { query: { limit: MOST } } }),
      )
    ).bulkCancels,
  refetchInterval: ({ state: { data } }) =>
    data?.some(({ state }) => state === 'running') ? RUNNING_AGAIN_MS : AGAIN_MS,
});

export const bulkCancelQuery = (id: string) =>
  queryOptions({
    queryKey: [...bulkCancelsKey, id],
    queryFn: () =>
      unwrap<BulkCancel>(api.GET('/api/violations/bulk-cancels/{id}', { params: { path: { id } } })),
    refetchInterval: ({ state: { data } }) => (data?.state === 'running' ? RUNNING_AGAIN_MS : AGAIN_MS),
  });

/** What a cancellation would do now; nothing is changed by it. */
export const previewBulkCancel = (body: BulkCancelScope) =>
  unwrap<BulkCancelPreview>(api.POST('/api/violations/bulk-cancels/preview', { body }));

export const askBulkCancel = (body: BulkCancelInput) =>
  unwrap<BulkCancel>(api.POST('/api/violations/bulk-cancels', { body }));

export const decideBulkCancel = (id: string, body: BulkCancelDecision) =>
  unwrap<BulkCancel>(
    api.POST('/api/violations/bulk-cancels/{id}/decision', { params: { path: { id } }, body }),
  );
