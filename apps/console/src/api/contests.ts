import type {
  ContestDecisionInput,
  ContestPage,
  ContestState,
  ContestView,
} from '@amaan/contracts/violations/contest';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, unwrap } from './client.ts';

/** Everything about contests, to be read anew when one of them changes. */
export const contestsKey = ['contests'];
/** Citizens send them at any time, and nobody pushes them. */
const AGAIN_MS = 30_000;

export const contestsQuery = (filters: { readonly state: ContestState; readonly siteId?: string }) =>
  infiniteQueryOptions({
    queryKey: [...contestsKey, 'list', filters],
    queryFn: ({ pageParam }) =>
      unwrap<ContestPage>(
        api.GET('/api/violations/contests', {
          params: { query: { ...filters, ...(pageParam && { cursor: pageParam }) } },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
    refetchInterval: AGAIN_MS,
  });

export const contestQuery = (id: string) =>
  queryOptions({
    queryKey: [...contestsKey, id],
    queryFn: () =>
      unwrap<ContestView>(api.GET('/api/violations/contests/{id}', { params: { path: { id } } })),
  });

export const decideContest = (id: string, body: ContestDecisionInput) =>
  unwrap<ContestView>(api.POST('/api/violations/contests/{id}/decision', { params: { path: { id } }, body }));

/** A file that a citizen brought. */
export const contestFileUrl = (contestId: string, fileId: string) =>
  `/api/violations/contests/${contestId}/files/${fileId}`;
