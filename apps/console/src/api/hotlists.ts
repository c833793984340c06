import type {
  Hotlist,
  HotlistEntry,
  HotlistEntryInput,
  HotlistImport,
  HotlistInput,
} from '@amaan/contracts/plates/hotlist';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import { call, pathWith } from './call.ts';

export const hotlistsQuery = queryOptions({
  queryKey: ['hotlists'],
  queryFn: () => call<Hotlist[]>('GET', '/api/hotlists'),
});

export const hotlistQuery = (id: string) =>
  queryOptions({
    queryKey: ['hotlists', id],
    queryFn: () => call<Hotlist>('GET', `/api/hotlists/${id}`),
  });

export type HotlistBody = z.input<typeof HotlistInput> & { readonly siteId?: string | null };

export const createHotlist = (body: HotlistBody) => call<Hotlist>('POST', '/api/hotlists', body);

export const changeHotlist = (id: string, body: HotlistBody) =>
  call<Hotlist>('PUT', `/api/hotlists/${id}`, body);

export const closeHotlist = (id: string) => call<Hotlist>('POST', `/api/hotlists/${id}/close`);

export interface EntryFilters {
  readonly state?: HotlistEntry['state'];
  readonly search?: string;
}

const ENTRIES_PER_PAGE = 50;

/** The entries of a list, page by page; a list may have a million. */
export const entriesQuery = (hotlistId: string, filters: EntryFilters) =>
  infiniteQueryOptions({
    queryKey: ['hotlists', hotlistId, 'entries', filters],
    queryFn: ({ pageParam }) =>
      call<HotlistEntry[]>(
        'GET',
        pathWith(`/api/hotlists/${hotlistId}/entries`, {
          ...filters,
          limit: ENTRIES_PER_PAGE,
          after: pageParam,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => (page.length < ENTRIES_PER_PAGE ? null : page.at(-1)?.id),
  });

export const addEntry = (hotlistId: string, body: z.input<typeof HotlistEntryInput>) =>
  call<HotlistEntry>('POST', `/api/hotlists/${hotlistId}/entries`, body);

export const removeEntry = (hotlistId: string, entryId: string) =>
  call<null>('DELETE', `/api/hotlists/${hotlistId}/entries/${entryId}`);

export const decideEntry = (
  hotlistId: string,
  entryId: string,
  body: { readonly decision: 'approved' | 'refused'; readonly note: string },
) => call<HotlistEntry>('POST', `/api/hotlists/${hotlistId}/entries/${entryId}/decision`, body);

export const importEntries = (hotlistId: string, csv: string, signal: AbortSignal) =>
  call<HotlistImport>('POST', `/api/hotlists/${hotlistId}/import`, csv, { type: 'text/csv', signal });
