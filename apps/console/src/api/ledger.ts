import type { LedgerHead, LedgerPage, LedgerProof } from '@amaan/contracts/api/ledger-view';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, unwrap } from './client.ts';

export const ledgerHeadQuery = queryOptions({
  queryKey: ['ledger', 'head'],
  queryFn: () => unwrap<LedgerHead>(api.GET('/api/ledger')),
});

export const ledgerEntriesQuery = infiniteQueryOptions({
  queryKey: ['ledger', 'entries'],
  queryFn: ({ pageParam }) =>
    unwrap<LedgerPage>(
      api.GET('/api/ledger/entries', {
        params: { query: { limit: 50, ...(pageParam !== null && { before: pageParam }) } },
      }),
    ),
  initialPageParam: null as number | null,
  getNextPageParam: (page) => page.nextBefore,
});

/** One entry as the server stores it. */
export async function fetchLedgerEntry(index: number) {
  const page = await unwrap<LedgerPage>(
    api.GET('/api/ledger/entries', { params: { query: { before: index + 1, limit: 1 } } }),
  );
  return page.entries[0];
}

export const fetchLedgerProof = (index: number) =>
  unwrap<LedgerProof>(api.GET('/api/ledger/entries/{index}/proof', { params: { path: { index } } }));

export const LEDGER_EXPORT_URL = '/api/ledger/export';
