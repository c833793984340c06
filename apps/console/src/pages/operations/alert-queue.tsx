import type { Alert } from '@amaan/contracts/alert';
import { Button, Skeleton } from '@mantine/core';
import { useIntersection } from '@mantine/hooks';
import { IconArrowUp, IconChecks, IconFilterOff } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyNotice } from '../../components/empty-notice.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { AlertCard } from './alert-card.tsx';
import classes from './alert-queue.module.css';
import type { AlertSearch } from './alert-search.ts';
import { useSteadyList } from './use-steady-list.ts';

interface QueueState {
  readonly isPending: boolean;
  readonly error: Error | null;
  readonly hasNextPage: boolean;
  readonly isFetchingNextPage: boolean;
  refetch(): unknown;
  fetchNextPage(): unknown;
}

export function AlertQueue({
  queue,
  alerts,
  search,
  onClear,
}: {
  queue: QueueState;
  alerts: readonly Alert[];
  search: AlertSearch;
  onClear: (changes: { [Key in keyof AlertSearch]: undefined }) => void;
}) {
  const { t } = useTranslation();
  const { list, arrived, toTop } = useSteadyList(alerts);
  const { ref: end, entry } = useIntersection({ rootMargin: '600px' });
  const endInSight = entry?.isIntersecting ?? false;
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = queue;

  useEffect(() => {
    if (endInSight && hasNextPage && !isFetchingNextPage) fetchNextPage();
  }, [endInSight, hasNextPage, isFetchingNextPage, fetchNextPage]);

  useEffect(() => {
    if (search.alert === undefined) return;
    document.getElementById(`alert-${search.alert}`)?.scrollIntoView({ block: 'nearest' });
  }, [search.alert]);

  if (queue.isPending) return <QueueSkeleton />;
  if (queue.error && alerts.length === 0)
    return <ProblemNotice error={queue.error} onRetry={() => queue.refetch()} />;
  if (alerts.length === 0) return <EmptyQueue search={search} onClear={onClear} />;
  return (
    <div className={classes.viewport}>
      {arrived > 0 && (
        <Button className={classes.arrived} size="xs" leftSection={<IconArrowUp size={14} />} onClick={toTop}>
          {t('alerts.arrived', { count: arrived })}
        </Button>
      )}
      <ul ref={list} className={classes.list}>
        {alerts.map((alert) => (
          <AlertCard key={alert.id} alert={alert} open={alert.id === search.alert} />
        ))}
        <li ref={end} className={classes.end}>
          {queue.hasNextPage ? t('app.loading') : t('alerts.end')}
        </li>
      </ul>
    </div>
  );
}

function EmptyQueue({
  search,
  onClear,
}: {
  search: AlertSearch;
  onClear: (changes: { [Key in keyof AlertSearch]: undefined }) => void;
}) {
  const { t } = useTranslation();
  const { state, alert: _alert, ...narrowing } = search;
  if (state === 'new' && Object.values(narrowing).every((value) => value === undefined)) {
    return (
      <EmptyNotice
        icon={<IconChecks />}
        title={t('alerts.emptyNew')}
        hint={t('alerts.emptyNewHint')}
        action={
          <Button component={Link} to="/cameras" variant="default">
            {t('alerts.drawRule')}
          </Button>
        }
      />
    );
  }
  return (
    <EmptyNotice
      icon={<IconFilterOff />}
      title={t('alerts.emptyFiltered')}
      hint={t('alerts.emptyFilteredHint')}
      action={
        <Button
          variant="default"
          onClick={() =>
            onClear({
              priority: undefined,
              camera: undefined,
              from: undefined,
              to: undefined,
              simulated: undefined,
            })
          }
        >
          {t('alerts.clear')}
        </Button>
      }
    />
  );
}

function QueueSkeleton() {
  const { t } = useTranslation();
  return (
    <ul className={classes.list} aria-label={t('app.loading')} aria-busy="true">
      {Array.from({ length: 8 }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the placeholders are all alike and never move.
        <li key={index} className={classes.placeholder}>
          <Skeleton width={112} height={63} />
          <div>
            <Skeleton width="70%" height={14} />
            <Skeleton width="50%" height={12} mt={8} />
          </div>
        </li>
      ))}
    </ul>
  );
}
