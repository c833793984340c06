import { Button, Skeleton } from '@mantine/core';
import type { UseInfiniteQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ProblemNotice } from './problem-notice.tsx';

/** A list that comes page by page: what went wrong, what is being loaded, that there is none, or the items and more. */
export function PagedItems<Item>({
  query,
  items,
  empty,
  more,
  children,
}: {
  query: Pick<
    UseInfiniteQueryResult,
    'error' | 'isPending' | 'hasNextPage' | 'isFetchingNextPage' | 'refetch' | 'fetchNextPage'
  >;
  items: readonly Item[];
  empty: ReactNode;
  /** On the button for the next page. */
  more: string;
  children: (item: Item) => ReactNode;
}) {
  if (query.error && items.length === 0)
    return <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />;
  if (query.isPending)
    return (
      <>
        <Skeleton height={84} />
        <Skeleton height={84} />
      </>
    );
  if (items.length === 0) return empty;
  return (
    <>
      {items.map(children)}
      {query.hasNextPage && (
        <Button
          size="xs"
          variant="default"
          loading={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          {more}
        </Button>
      )}
    </>
  );
}
