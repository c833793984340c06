import type { ViolationCaseState, ViolationCaseSummary } from '@amaan/contracts/violations/violation-case';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { ComponentProps } from 'react';
import { violationCasesQuery } from '../../../api/violations.ts';
import type { PagedItems } from '../../../components/paged-items.tsx';
import type { CaseView } from './case-search.ts';

const STATES: Record<CaseView, ViolationCaseState> = {
  waiting: 'for-review',
  held: 'held',
  confirmed: 'confirmed',
  rejected: 'rejected',
};

interface CaseQueue {
  readonly query: ComponentProps<typeof PagedItems>['query'];
  readonly cases: readonly ViolationCaseSummary[];
  readonly counts: Partial<Record<CaseView, number>> | undefined;
}

/**
 * The cases of a view. What waits is for its first and for its second look together, by when it came, so that nobody
 * knows which of the two they give.
 */
export function useCaseQueue(view: CaseView, site: string | undefined): CaseQueue {
  const ofSite = site === undefined ? {} : { siteId: site };
  const own = view === 'waiting' ? ({ unanswered: 'true' } as const) : {};
  const first = useInfiniteQuery(violationCasesQuery({ state: STATES[view], ...ofSite, ...own }));
  const second = useInfiniteQuery({
    ...violationCasesQuery({ state: 'second-look', ...ofSite, unanswered: 'true' }),
    enabled: view === 'waiting',
  });
  const queries = view === 'waiting' ? [first, second] : [first];
  const pages = queries.flatMap(({ data }) => data?.pages ?? []);
  const cases = pages.flatMap((page) => page.cases);
  const latest = pages[0]?.counts;
  return {
    query: {
      error: queries.find(({ error }) => error !== null)?.error ?? null,
      isPending: queries.some(({ isPending }) => isPending),
      hasNextPage: queries.some(({ hasNextPage }) => hasNextPage),
      isFetchingNextPage: queries.some(({ isFetchingNextPage }) => isFetchingNextPage),
      refetch: () => Promise.all(queries.map((query) => query.refetch())) as never,
      fetchNextPage: () =>
        Promise.all(
          queries.filter(({ hasNextPage }) => hasNextPage).map((query) => query.fetchNextPage()),
        ) as never,
    },
    cases: view === 'waiting' ? cases.toSorted((a, b) => a.openedAt.localeCompare(b.openedAt)) : cases,
    counts: latest && { waiting: latest['for-review'] + latest['second-look'], held: latest.held },
  };
}
