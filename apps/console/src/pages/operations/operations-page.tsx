import { IconPointer } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Navigate } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import { useMay } from '../../access.ts';
import { alertsQuery } from '../../api/alerts.ts';
import { EmptyNotice } from '../../components/empty-notice.tsx';
import { useListKeys } from '../../components/use-list-keys.ts';
import { PurposeGate } from '../purpose/purpose-gate.tsx';
import { AlertDetail } from './alert-detail.tsx';
import { AlertFiltersBar } from './alert-filters-bar.tsx';
import { AlertQueue } from './alert-queue.tsx';
import { type AlertSearch, filtersOf } from './alert-search.ts';
import { OperationsFrame } from './operations-frame.tsx';
import classes from './operations-page.module.css';

const route = getRouteApi('/shell/operations');

/** The alerts; for an investigator only while it is on record what they are read for. */
export function OperationsPage() {
  const may = useMay();
  // Who only reads tickets begins with them.
  if (!may('alert.read') && !may('purpose.state') && may('civic.read'))
    return <Navigate to="/operations/places" replace />;
  return (
    <OperationsFrame>
      <PurposeGate>
        <AlertsView />
      </PurposeGate>
    </OperationsFrame>
  );
}

/** The alert queue at the start side, what is open at the end side; the address holds both. */
function AlertsView() {
  const { t } = useTranslation();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const queue = useInfiniteQuery(alertsQuery(filtersOf(search)));
  const alerts = useMemo(
    () =>
      (queue.data?.pages ?? [])
        .flatMap((page) => page.alerts)
        .filter(({ siteId }) => search.site === undefined || siteId === search.site),
    [queue.data, search.site],
  );

  const change = useCallback(
    (changes: { [Key in keyof AlertSearch]: AlertSearch[Key] | undefined }) =>
      void navigate({ search: (before) => ({ ...before, ...changes }) as AlertSearch, replace: true }),
    [navigate],
  );
  const open = useCallback((id: string | undefined) => change({ alert: id }), [change]);

  /** The alert that a person wants next after deciding one. */
  const openAfter = useCallback(
    (id: string) => {
      if (search.state !== 'new') return;
      const at = alerts.findIndex((alert) => alert.id === id);
      open((alerts[at + 1] ?? alerts[at - 1])?.id);
    },
    [alerts, open, search.state],
  );

  useListKeys(alerts, search.alert, open);

  return (
    <div className={classes.page} data-open={search.alert !== undefined || undefined}>
      <section className={classes.list} aria-label={t('alerts.list')}>
        <h1 className={classes.title}>{t('alerts.title')}</h1>
        <AlertFiltersBar search={search} counts={queue.data?.pages[0]?.counts} onChange={change} />
        <AlertQueue queue={queue} alerts={alerts} search={search} onClear={change} />
      </section>
      <section className={classes.detail} aria-live="off">
        {search.alert === undefined ? (
          <EmptyNotice
            icon={<IconPointer />}
            title={t('alerts.choose')}
            action={
              <p className={classes.keys}>
                <Trans i18nKey="alerts.keys" components={{ k: <kbd /> }} />
              </p>
            }
          />
        ) : (
          <AlertDetail
            key={search.alert}
            id={search.alert}
            onDecided={openAfter}
            onClose={() => open(undefined)}
          />
        )}
      </section>
    </div>
  );
}
