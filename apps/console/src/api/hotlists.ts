import type { Hotlist, HotlistEntry, HotlistImport, HotlistMatching } from '@amaan/contracts/plates/hotlist';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, type BodyOf, unwrap } from './client.ts';
import type { paths } from './schema.generated.ts';

export const hotlistsQuery = queryOptions({
  queryKey: ['hotlists'],
  queryFn: () => unwrap<Hotlist[]>(api.GET('/api/hotlists')),
});

/** Whether reads are held against the lists, and if not, why. */
export const matchingQuery = queryOptions({
  queryKey: ['hotlists', 'matching'],
  queryFn: () => unwrap<HotlistMatching>(api.GET('/api/hotlists/matching')),
  refetchInterval: 30_000,
});

export const hotlistQuery = (id: string) =>
  queryOptions({
    queryKey: ['hotlists', id],
    queryFn: () => unwrap<Hotlist>(api.GET('/api/hotlists/{id}', { params: { path: { id } } })),
  });

/** What a new list is made of. A changed one keeps its kind and site. */
export type HotlistBody = BodyOf<paths['/api/hotlists']['post']>;

export const createHotlist = (body: HotlistBody) => unwrap<Hotlist>(api.POST('/api/hotlists', { body }));

export const changeHotlist = (id: string, body: BodyOf<paths['/api/hotlists/{id}']['put']>) =>
  unwrap<Hotlist>(api.PUT('/api/hotlists/{id}', { params: { path: { id } }, body }));

export const closeHotlist = (id: string) =>
  unwrap<Hotlist>(api.POST('/api/hotlists/{id}/close', { params: { path: { id } } }));

type EntryQuery = NonNullable<paths['/api/hotlists/{id}/entries']['get']['parameters']['query']>;

export type EntryFilters = Pick<EntryQuery, 'state' | 'search'>;

const ENTRIES_PER_PAGE = 50;

/** The entries of a list, page by page; a list may have a million. */
export const entriesQuery = (hotlistId: string, filters: EntryFilters) =>
  infiniteQueryOptions({
    queryKey: ['hotlists', hotlistId, 'entries', filters],
    queryFn: ({ pageParam }) =>
      unwrap<HotlistEntry[]>(
        api.GET('/api/hotlists/{id}/entries', {
          params: {
            path: { id: hotlistId },
            query: { ...filters, limit: ENTRIES_PER_PAGE, ...(pageParam && { after: pageParam }) },
          },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => (page.length < ENTRIES_PER_PAGE ? null : page.at(-1)?.id),
  });

export const addEntry = (hotlistId: string, body: BodyOf<paths['/api/hotlists/{id}/entries']['post']>) =>
  unwrap<HotlistEntry>(api.POST('/api/hotlists/{id}/entries', { params: { path: { id: hotlistId } }, body }));

export const removeEntry = (hotlistId: string, entryId: string) =>
  unwrap<null>(
    api.DELETE('/api/hotlists/{id}/entries/{entryId}', { params: { path: { id: hotlistId, entryId } } }),
  );

export const decideEntry = (
  hotlistId: string,
  entryId: string,
  body: BodyOf<paths['/api/hotlists/{id}/entries/{entryId}/decision']['post']>,
) =>
  unwrap<HotlistEntry>(
    api.POST('/api/hotlists/{id}/entries/{entryId}/decision', {
      params: { path: { id: hotlistId, entryId } },
      body,
    }),
  );

/** Adds the entries of a file, in one transaction. */
export const importEntries = (hotlistId: string, csv: string) =>
  unwrap<HotlistImport>(
    api.POST('/api/hotlists/{id}/import', {
      params: { path: { id: hotlistId } },
      headers: { 'content-type': 'text/csv' },
      body: csv,
      bodySerializer: (text: string) => text,
    }),
  );
