import type { ChallanPage } from '@amaan/contracts/violations/api-violation-cases';
import type { ChallanView } from '@amaan/contracts/violations/challan';
import type { ChallanAccount } from '@amaan/contracts/violations/payment';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, unwrap } from './client.ts';
import type { paths } from './schema.generated.ts';

/** Everything about challans, to be read anew when one of them changes. */
export const challansKey = ['challans'];

type ChallanQuery = NonNullable<paths['/api/violations/challans']['get']['parameters']['query']>;

export type ChallanFilters = Pick<ChallanQuery, 'state' | 'kind' | 'number' | 'siteId'>;

/**
 * Challans, newest first; or those of a plate, for which a purpose has to be stated before.
 * @param plate left out: all that the filters leave
 */
export const challansQuery = (filters: ChallanFilters, plate?: string) =>
  infiniteQueryOptions({
    queryKey: [...challansKey, 'list', filters, plate ?? null],
    queryFn: ({ pageParam }) => {
      const cursor = pageParam === '' ? {} : { cursor: pageParam };
      return unwrap<ChallanPage>(
        plate === undefined
          ? api.GET('/api/violations/challans', { params: { query: { ...filters, ...cursor } } })
          : api.GET('/api/violations/challan-search', { params: { query: { plate, ...cursor } } }),
      );
    },
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
  });

export const challanQuery = (id: string) =>
  queryOptions({
    queryKey: [...challansKey, id],
    queryFn: () =>
      unwrap<ChallanView>(api.GET('/api/violations/challans/{id}', { params: { path: { id } } })),
  });

/** What was paid on a challan, and what goes back. */
export const challanAccountQuery = (id: string) =>
  queryOptions({
    queryKey: [...challansKey, id, 'account'],
    queryFn: () =>
      unwrap<ChallanAccount>(api.GET('/api/violations/challans/{id}/account', { params: { path: { id } } })),
  });

/** The notice as PDF, in both languages. */
export const challanNoticeUrl = (id: string) => `/api/violations/challans/${id}/notice`;
