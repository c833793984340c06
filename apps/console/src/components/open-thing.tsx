import { Skeleton } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { BackButton } from './back-button.tsx';
import { ProblemNotice } from './problem-notice.tsx';

/** The open thing of a list: the way back, and it itself, what went wrong, or that it is being loaded. */
export function OpenThing<Thing>({
  query: { data, error, refetch },
  onClose,
  children,
}: {
  query: Pick<UseQueryResult<Thing>, 'data' | 'error' | 'refetch'>;
  onClose: () => void;
  children: (thing: Thing) => ReactNode;
}) {
  return (
    <>
      <BackButton onClick={onClose} />
      {data !== undefined ? (
        children(data)
      ) : error ? (
        <ProblemNotice error={error} onRetry={() => void refetch()} />
      ) : (
        <>
          <Skeleton height={28} width="50%" />
          <Skeleton height={240} />
        </>
      )}
    </>
  );
}
