import type { LaneEntry } from '@amaan/contracts/traffic/api-lanes';
import { Button, Skeleton, TextInput } from '@mantine/core';
import { IconRoad, IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../../access.ts';
import { camerasQuery } from '../../../api/cameras.ts';
import { lanesQuery } from '../../../api/traffic.ts';
import { EmptyNotice } from '../../../components/empty-notice.tsx';
import { ProblemNotice } from '../../../components/problem-notice.tsx';
import { SimulatedMark } from '../../../components/status-marks.tsx';
import { RelativeTime } from '../../../format/relative-time.tsx';
import { CalibrationMark } from '../parts/calibration-mark.tsx';
import { TrafficFrame } from '../traffic-frame.tsx';
import classes from './lanes.module.css';

const route = getRouteApi('/shell/traffic/lanes');
/** So many cameras are shown at first. */
const SHOWN_FIRST = 60;

/** Cameras that measure traffic, and those on which one may draw lanes. */
export function LanesPage() {
  return (
    <TrafficFrame>
      <LanesView />
    </TrafficFrame>
  );
}

function LanesView() {
  const { t } = useTranslation();
  const may = useMay();
  const { site, q = '' } = route.useSearch();
  const navigate = route.useNavigate();
  const { data: lanes, error, refetch } = useQuery(lanesQuery(site));
  const { data: cameras = [] } = useQuery(camerasQuery);
  const [all, setAll] = useState(false);
  if (error && !lanes) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  if (lanes === undefined)
    return (
      <div className={classes.page}>
        <Skeleton height={32} width={320} />
        <Skeleton height={320} />
      </div>
    );
  const wanted = q.toLowerCase();
  const matches = (text: string) => text.toLowerCase().includes(wanted);
  const measured = [...Map.groupBy(lanes, ({ cameraId }) => cameraId).values()].filter(
    (of) =>
      matches(of[0]!.cameraName) ||
      of.some(({ laneName, approach }) => matches(laneName) || matches(approach)),
  );
  const without = cameras.filter(
    ({ id, name, siteId }) =>
      !lanes.some(({ cameraId }) => cameraId === id) &&
      matches(name) &&
      (site === undefined || siteId === site),
  );
  const shown = all ? measured : measured.slice(0, SHOWN_FIRST);
  return (
    <div className={classes.page}>
      <div className={classes.heading}>
        <h1>{t('traffic.nav.lanes')}</h1>
        <TextInput
          size="xs"
          aria-label={t('traffic.find')}
          placeholder={t('traffic.find')}
          leftSection={<IconSearch size={16} aria-hidden="true" />}
          value={q}
          onChange={({ currentTarget: { value } }) =>
            void navigate({
              search: ({ q: _, ...before }) => ({ ...before, ...(value !== '' && { q: value }) }),
              replace: true,
            })
          }
        />
      </div>
      {measured.length === 0 && (
        <EmptyNotice
          icon={<IconRoad />}
          title={t(wanted === '' ? 'traffic.noLanes' : 'traffic.noLanesFound')}
          hint={t('traffic.noLanesHint')}
        />
      )}
      <ul className={classes.cameras}>
        {shown.map((of) => (
          <CameraCard key={of[0]!.cameraId} lanes={of} />
        ))}
      </ul>
      {shown.length < measured.length && (
        <Button size="xs" variant="default" onClick={() => setAll(true)}>
          {t('traffic.showAll', { count: measured.length })}
        </Button>
      )}
      {may('traffic.change') && without.length > 0 && (
        <details className={classes.without}>
          <summary>{t('traffic.withoutLanes', { count: without.length })}</summary>
          <ul className={classes.names}>
            {without.slice(0, 200).map(({ id, name }) => (
              <li key={id}>
                <Link to="/traffic/lanes/$cameraId/view" params={{ cameraId: id }} className={classes.link}>
                  <bdi>{name}</bdi>
                </Link>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

function CameraCard({ lanes }: { lanes: readonly LaneEntry[] }) {
  const { t } = useTranslation();
  const [first] = lanes;
  if (!first) return null;
  const { cameraId, cameraName, calibration, simulated, lastMeasuredAt } = first;
  return (
    <li>
      <Link to="/traffic/lanes/$cameraId" params={{ cameraId }} className={classes.card}>
        <strong>
          <bdi>{cameraName}</bdi>
        </strong>
        <span className="quiet">
          {t('traffic.laneCount', { count: lanes.length })}
          {' · '}
          {[...new Set(lanes.map(({ approach }) => approach))].map((approach) => (
            <bdi key={approach} className={classes.approach}>
              {approach}
            </bdi>
          ))}
        </span>
        <span className={classes.marks}>
          <CalibrationMark state={calibration} />
          {simulated && <SimulatedMark />}
          <span className="quiet">
            {lastMeasuredAt === null ? (
              t('traffic.neverMeasured')
            ) : (
              <>
                {t('traffic.lastMeasured')} <RelativeTime instant={lastMeasuredAt} />
              </>
            )}
          </span>
        </span>
      </Link>
    </li>
  );
}
