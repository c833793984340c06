import type { AlertCause } from '@amaan/contracts/alert';
import type { Sighting } from '@amaan/contracts/plates/sighting';
import { Button, Select, Skeleton } from '@mantine/core';
import { IconFilterOff, IconPlayerPause, IconPlayerPlay, IconScan } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../../access.ts';
import { alertsQuery } from '../../../api/alerts.ts';
import { camerasQuery } from '../../../api/cameras.ts';
import { READS_SHOWN, readsQuery } from '../../../api/plates.ts';
import { EmptyNotice } from '../../../components/empty-notice.tsx';
import { ProblemNotice } from '../../../components/problem-notice.tsx';
import { useFormat } from '../../../format/use-format.ts';
import { PlatesFrame } from '../plates-frame.tsx';
import { VehicleFilters } from '../vehicle-filters.tsx';
import { ReadRow } from './read-row.tsx';
import classes from './reads-page.module.css';
import { LEAST_CONFIDENCES, type ReadsSearch, readFiltersOf } from './reads-search.ts';

const route = getRouteApi('/shell/plates/reads');

/** What the cameras read now; it grows by itself until one pauses it. */
export function ReadsPage() {
  return (
    <PlatesFrame>
      <ReadsView />
    </PlatesFrame>
  );
}

function ReadsView() {
  const { t } = useTranslation();
  const format = useFormat();
  const { site, ...search } = route.useSearch();
  const navigate = route.useNavigate();
  const { data: cameras = [] } = useQuery(camerasQuery);
  const { data: reads, error, refetch } = useQuery(readsQuery(readFiltersOf(search, site)));
  const causes = useCauses();
  /** What was there when one paused. */
  const [held, setHeld] = useState<readonly Sighting[] | null>(null);
  const shown = held ?? reads;
  const arrived = held === null ? 0 : newerThan(reads ?? [], held);
  const change = (changes: { [Key in keyof ReadsSearch]: ReadsSearch[Key] | undefined }) => {
    setHeld(null);
    void navigate({ search: (before) => ({ ...before, ...changes }) as ReadsSearch, replace: true });
  };
  const narrowed = Object.values(search).some((value) => value !== undefined);
  const clear = () => change({ camera: undefined, class: undefined, colour: undefined, least: undefined });

  return (
    <div className={classes.page}>
      <search className={classes.bar} aria-label={t('plates.nav.reads')}>
        <h1>{t('plates.nav.reads')}</h1>
        <div className={classes.filters}>
          <Select
            size="xs"
            clearable
            searchable
            limit={50}
            label={t('alerts.camera')}
            placeholder={t('plates.anyCamera')}
            value={search.camera ?? null}
            onChange={(camera) => change({ camera: camera ?? undefined })}
            data={cameras.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <VehicleFilters value={search} onChange={(chosen) => change(chosen as ReadsSearch)} />
          <Select
            size="xs"
            clearable
            label={t('plates.reads.leastConfidence')}
            placeholder={t('plates.reads.anyConfidence')}
            value={search.least ?? null}
            onChange={(least) => change({ least: (least as ReadsSearch['least'] | null) ?? undefined })}
            data={LEAST_CONFIDENCES.map((value) => ({ value, label: confidenceLabel(value) }))}
          />
        </div>
        <Button
          size="xs"
          variant="default"
          disabled={reads === undefined}
          leftSection={
            held === null ? (
              <IconPlayerPause size={16} aria-hidden="true" />
            ) : (
              <IconPlayerPlay size={16} aria-hidden="true" />
            )
          }
          onClick={() => setHeld(held === null ? (reads ?? []) : null)}
        >
          {held === null ? t('plates.reads.pause') : t('plates.reads.resume')}
        </Button>
      </search>
      <div className={`${classes.line} quiet`} role="status">
        {held === null ? (
          <>
            <span>{t('plates.reads.hint')}</span>
            <span className={classes.grow} />
            {shown !== undefined && shown.length >= READS_SHOWN && (
              <span>{t('plates.reads.newest', { count: READS_SHOWN })}</span>
            )}
          </>
        ) : (
          <strong>{t('plates.reads.paused', { count: arrived })}</strong>
        )}
      </div>
      {error && !shown ? (
        <ProblemNotice error={error} onRetry={() => void refetch()} />
      ) : shown === undefined ? (
        <ReadsSkeleton />
      ) : shown.length === 0 ? (
        narrowed ? (
          <EmptyNotice
            icon={<IconFilterOff />}
            title={t('plates.reads.emptyFiltered')}
            action={
              <Button variant="default" onClick={clear}>
                {t('plates.reads.clear')}
              </Button>
            }
          />
        ) : (
          <EmptyNotice
            icon={<IconScan />}
            title={t('plates.reads.empty')}
            hint={t('plates.reads.emptyHint')}
          />
        )
      ) : (
        <ul className={classes.list}>
          {shown.map((read) => (
            <ReadRow key={read.id} read={read} cause={causes.get(read.id)} />
          ))}
        </ul>
      )}
    </div>
  );

  function confidenceLabel(value: string): string {
    const number = format.confidence(Number(value));
    const word = value === '0.9' ? 'certain' : value === '0.7' ? 'likely' : 'possible';
    return t(`confidence.${word}`, { value: number });
  }
}

/** How many reads came after the newest of those that are held. */
function newerThan(reads: readonly Sighting[], held: readonly Sighting[]): number {
  const known = new Set(held.map(({ id }) => id));
  const newest = held[0]?.capturedAt ?? '';
  return reads.filter(({ id, capturedAt }) => capturedAt >= newest && !known.has(id)).length;
}

/** Why reads raised alerts, by the observation's identifier; empty for who may not read alerts. */
function useCauses(): ReadonlyMap<string, AlertCause> {
  const may = useMay();
  const { data } = useInfiniteQuery({ ...alertsQuery({}), enabled: may('alert.read') });
  return useMemo(
    () =>
      new Map(
        (data?.pages ?? [])
          .flatMap(({ alerts }) => alerts)
          .map(({ observation, cause }) => [observation.id, cause] as const),
      ),
    [data],
  );
}

function ReadsSkeleton() {
  const { t } = useTranslation();
  return (
    <ul className={classes.list} aria-label={t('app.loading')} aria-busy="true">
      {Array.from({ length: 8 }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the placeholders are all alike and never move.
        <li key={index} className={classes.read}>
          <Skeleton width={112} height={44} />
          <Skeleton height={20} width="70%" />
          <Skeleton height={14} width="80%" />
          <Skeleton height={14} width="60%" />
        </li>
      ))}
    </ul>
  );
}
