import type { Alert } from '@amaan/contracts/alert';
import type { AlertPage } from '@amaan/contracts/api/alert-queue';
import type { EvidenceItem } from '@amaan/contracts/evidence-item';
import {
  type InfiniteData,
  infiniteQueryOptions,
  type QueryClient,
  queryOptions,
} from '@tanstack/react-query';
import { api, type BodyOf, unwrap } from './client.ts';
import type { paths } from './schema.generated.ts';

type AlertQueryString = NonNullable<paths['/api/alerts']['get']['parameters']['query']>;
export type ReviewBody = BodyOf<paths['/api/alerts/{id}/review']['post']>;

/** What the queue can be narrowed by. */
export type AlertFilters = Pick<
  AlertQueryString,
  'state' | 'priority' | 'cameraId' | 'simulated' | 'from' | 'to'
>;

const PAGE_SIZE = 50;

export const alertsKey = ['alerts'] as const;

/** The queue, newest first, page by page. */
export const alertsQuery = (filters: AlertFilters) =>
  infiniteQueryOptions({
    queryKey: [...alertsKey, filters],
    queryFn: ({ pageParam }) =>
      unwrap<AlertPage>(
        api.GET('/api/alerts', {
          params: { query: { ...filters, limit: PAGE_SIZE, ...(pageParam && { cursor: pageParam }) } },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
  });

export const alertQuery = (id: string) =>
  queryOptions({
    queryKey: ['alert', id],
    queryFn: () => unwrap<Alert>(api.GET('/api/alerts/{id}', { params: { path: { id } } })),
  });

export const reviewAlert = (id: string, body: ReviewBody) =>
  unwrap<Alert>(api.POST('/api/alerts/{id}/review', { params: { path: { id } }, body }));

/** Where an evidence item of an alert is, or undefined while the worker has not stored it. */
export function evidenceUrl(alert: Alert, kind: EvidenceItem['kind']): string | undefined {
  const item = alert.evidence.find((candidate) => candidate.kind === kind);
  return item && `/api/evidence/${item.observationId}/${kind}`;
}

/** Every alert that is in the cache, newest first. */
export function knownAlerts(queryClient: QueryClient): Alert[] {
  const queues = queryClient.getQueriesData<InfiniteData<AlertPage>>({ queryKey: alertsKey });
  const alerts = queues.flatMap(([, queue]) => queue?.pages ?? []).flatMap((page) => page.alerts);
  const unique = new Map(alerts.map((alert) => [alert.id, alert]));
  return [...unique.values()].sort((a, b) => b.raisedAt.localeCompare(a.raisedAt));
}
