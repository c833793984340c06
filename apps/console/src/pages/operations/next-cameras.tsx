import type { Alert } from '@amaan/contracts/alert';
import { Button, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { camerasQuery } from '../../api/cameras.ts';
import { nextCamerasQuery } from '../../api/plates.ts';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { useFormat } from '../../format/use-format.ts';
import { useNow } from '../../format/use-now.ts';
import type { MapStop } from '../../map/stops-by-place.ts';
import { useMeasures } from '../plates/use-measures.ts';
import classes from './plate-alert.module.css';

const RouteMap = lazy(() =>
  import('../../map/route-map.tsx').then(({ RouteMap }) => ({ default: RouteMap })),
);

/** The soonest ones are what somebody can act on; a mark for each of fifty would cover the map. */
const FIRST_SHOWN = 10;

/** Cameras that the vehicle of an alert can come past next, soonest first, with the earliest times. */
export function NextCameras({ alert }: { alert: Alert }) {
  const { t } = useTranslation();
  const format = useFormat();
  const measures = useMeasures();
  const now = new Date(useNow('second')).toISOString();
  const { data: reachable, error, refetch } = useQuery(nextCamerasQuery(alert.id));
  const [all, setAll] = useState(false);
  const next = useMemo(() => (all ? reachable : reachable?.slice(0, FIRST_SHOWN)), [reachable, all]);
  const { data: cameras } = useQuery(camerasQuery);
  const here = cameras?.find(({ id }) => id === alert.cameraId);
  const stops = useMemo<MapStop[]>(
    () => [
      ...(here?.position
        ? [
            {
              id: here.id,
              position: here.position,
              title: `${t('plates.alert.here')} · ${here.name}`,
              tone: 'critical' as const,
              simulated: here.simulated,
            },
          ]
        : []),
      ...(next ?? []).map(({ cameraId, cameraName, position, earliestAt }, index) => ({
        id: cameraId,
        position,
        number: index + 1,
        title: `${cameraName} · ${format.clock(new Date(earliestAt))}`,
        simulated: alert.simulated,
      })),
    ],
    [here, next, alert.simulated, t, format],
  );
  return (
    <section className={classes.block}>
      <h2>{t('plates.alert.next')}</h2>
      {next === undefined ? (
        error ? (
          <ProblemNotice error={error} onRetry={() => void refetch()} />
        ) : (
          <Skeleton height={260} />
        )
      ) : next.length === 0 ? (
        <p className="quiet">{t('plates.alert.nextNone')}</p>
      ) : (
        <>
          <p className="quiet">{t('plates.alert.nextHint')}</p>
          <div className={classes.map}>
            <Suspense fallback={<Skeleton height="100%" />}>
              <RouteMap stops={stops} label={t('plates.alert.nextMap')} />
            </Suspense>
          </div>
          <ol className={classes.next}>
            {next.map(({ cameraId, cameraName, metres, earliestAt }, index) => (
              <li key={cameraId}>
                <span className={`${classes.number} ltr`}>{format.number(index + 1)}</span>
                <Link to="/cameras/$cameraId" params={{ cameraId }} className={classes.link}>
                  <bdi>{cameraName}</bdi>
                </Link>
                <span className={classes.soonest}>
                  <span className="quiet">{measures.distance(metres)}</span>
                  <time dateTime={earliestAt} title={format.dateTime(earliestAt)}>
                    {t('plates.alert.nextEarliest', { time: format.clock(new Date(earliestAt)) })}
                  </time>
                  {earliestAt < now && <strong>{t('plates.alert.nextPassed')}</strong>}
                </span>
              </li>
            ))}
          </ol>
          {reachable !== undefined && reachable.length > FIRST_SHOWN && (
            <span>
              <Button size="xs" variant="default" aria-expanded={all} onClick={() => setAll(!all)}>
                {all ? t('plates.alert.nextFewer') : t('plates.alert.nextAll', { count: reachable.length })}
              </Button>
            </span>
          )}
        </>
      )}
    </section>
  );
}
