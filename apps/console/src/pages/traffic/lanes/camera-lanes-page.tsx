import type { Camera } from '@amaan/contracts/camera';
import type { CameraTraffic } from '@amaan/contracts/traffic/api-traffic-view';
import { Button, Select, Skeleton } from '@mantine/core';
import { IconArrowLeft, IconDownload, IconPencil, IconRoad } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../../access.ts';
import { ApiProblem } from '../../../api/api-problem.ts';
import { camerasQuery } from '../../../api/cameras.ts';
import { cameraTrafficQuery, seriesQuery } from '../../../api/traffic.ts';
import { EmptyNotice } from '../../../components/empty-notice.tsx';
import { LinkButton } from '../../../components/link-button.tsx';
import { ProblemNotice, useCodedSentence } from '../../../components/problem-notice.tsx';
import { CameraMark, SimulatedMark } from '../../../components/status-marks.tsx';
import { saveCsv } from '../../../csv/save-csv.ts';
import { useNow } from '../../../format/use-now.ts';
import { LiveVideo } from '../../../live/live-video.tsx';
import { CalibrationMark } from '../parts/calibration-mark.tsx';
import { ClassChart } from '../parts/class-chart.tsx';
import { IncidentList } from '../parts/incident-list.tsx';
import { LaneShapes } from '../parts/lane-shapes.tsx';
import { MeasureChart } from '../parts/measure-chart.tsx';
import { MEASURES } from '../parts/measures.ts';
import { periodOf } from '../parts/period.ts';
import { PeriodBar } from '../parts/period-bar.tsx';
import { seriesCsv } from '../parts/series-csv.ts';
import { TrafficFrame } from '../traffic-frame.tsx';
import type { LaneSearch } from './lane-search.ts';
import classes from './lanes.module.css';
import { MinuteTable } from './minute-table.tsx';

const route = getRouteApi('/shell/traffic/lanes/$cameraId');
const MINUTE_MS = 60_000;

/** What one camera measures: its last minute lane by lane, and every figure over time. */
export function CameraLanesPage() {
  const { cameraId } = route.useParams();
  const cameras = useQuery(camerasQuery);
  const traffic = useQuery(cameraTrafficQuery(cameraId));
  const camera = cameras.data?.find(({ id }) => id === cameraId);
  const error = traffic.error ?? cameras.error;
  return (
    <TrafficFrame>
      {camera && traffic.data ? (
        <CameraLanes key={cameraId} camera={camera} traffic={traffic.data} />
      ) : error ? (
        <ProblemNotice error={error} onRetry={() => void traffic.refetch()} />
      ) : cameras.data && !camera ? (
        <ProblemNotice error={new ApiProblem(404, 'CAMERA_NOT_FOUND', '')} />
      ) : (
        <div className={classes.page}>
          <Skeleton height={32} width={320} />
          <Skeleton height={360} />
        </div>
      )}
    </TrafficFrame>
  );
}

function CameraLanes({ camera, traffic }: { camera: Camera; traffic: CameraTraffic }) {
  const { t } = useTranslation();
  const may = useMay();
  const { view, calibration } = traffic;
  return (
    <div className={classes.page}>
      <Link to="/traffic/lanes" className={classes.back}>
        <IconArrowLeft size={16} className="mirrored" aria-hidden="true" />
        {t('traffic.nav.lanes')}
      </Link>
      <header className={classes.heading}>
        <h1>
          <bdi>{camera.name}</bdi>
        </h1>
        <CameraMark camera={camera} />
        {view && <CalibrationMark state={calibration.state} />}
        {camera.simulated && <SimulatedMark />}
        <span className={classes.grow} />
        {may('traffic.change') && (
          <LinkButton
            to="/traffic/lanes/$cameraId/view"
            params={{ cameraId: camera.id }}
            size="xs"
            variant="default"
            leftSection={<IconPencil size={16} aria-hidden="true" />}
          >
            {t('traffic.view.open')}
          </LinkButton>
        )}
      </header>
      <Standing traffic={traffic} />
      {view === null ? (
        <EmptyNotice icon={<IconRoad />} title={t('traffic.noView')} hint={t('traffic.noViewHint')} />
      ) : (
        <Measured camera={camera} traffic={traffic} />
      )}
    </div>
  );
}

/** Why nothing, or less than all, is measured. */
export function Standing({ traffic: { stopped, calibration, warnings } }: { traffic: CameraTraffic }) {
  const { t } = useTranslation();
  const sentenceOf = useCodedSentence();
  return (
    <>
      {stopped !== null && (
        <p className={classes.trouble} role="status" dir="auto">
          {t('traffic.stopped', { reason: stopped })}
        </p>
      )}
      {calibration.state === 'moved' && (
        <p className={classes.trouble} role="status">
          {t('traffic.moved', { pixels: Math.round(calibration.drift?.movedPx ?? 0) })}
        </p>
      )}
      {warnings.map((warning) => (
        <p key={`${warning.laneId} ${warning.code}`} className={classes.warning} dir="auto">
          {sentenceOf(warning)}
        </p>
      ))}
    </>
  );
}

function Measured({ camera, traffic }: { camera: Camera; traffic: CameraTraffic }) {
  const { t } = useTranslation();
  const may = useMay();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const now = Math.ceil(useNow('ten-seconds') / MINUTE_MS) * MINUTE_MS;
  const period = periodOf(search, now);
  const { lanes } = traffic.view!;
  const approaches = [...new Set(lanes.map(({ approach }) => approach))];
  // One lane where one is named, else an approach: the first unless the address says another.
  const lane = lanes.find(({ id }) => id === search.lane);
  const approach = lane?.approach ?? approaches.find((name) => name === search.approach) ?? approaches[0]!;
  const { data, error, refetch, isPlaceholderData } = useQuery(
    seriesQuery(camera.id, period, lane ? { laneId: lane.id } : { approach }),
  );
  const series = data?.[0];
  const change = (next: { [Key in keyof LaneSearch]: LaneSearch[Key] | undefined }) =>
    void navigate({ search: (before) => ({ ...before, ...next }) as LaneSearch, replace: true });
  return (
    <>
      <div className={classes.columns}>
        {may('camera.watch') && (
          <div className={classes.picture}>
            <LiveVideo
              camera={camera}
              overlay={(size) => (
                <LaneShapes
                  lanes={lanes.map((one) => ({ ...one, exit: one.exit?.line ?? null }))}
                  size={size}
                  chosen={lane?.id}
                />
              )}
            />
          </div>
        )}
        <MinuteTable
          cameraId={camera.id}
          lanes={lanes}
          onOpen={(id) => change({ lane: id, approach: undefined })}
        />
      </div>
      <PeriodBar search={search} period={period} onChange={change}>
        <Select
          size="xs"
          w={220}
          allowDeselect={false}
          aria-label={t('traffic.subject')}
          value={lane ? `lane ${lane.id}` : `approach ${approach}`}
          data={[
            {
              group: t('traffic.approaches'),
              items: approaches.map((name) => ({ value: `approach ${name}`, label: name })),
            },
            {
              group: t('traffic.lanes'),
              items: lanes.map(({ id, name }) => ({ value: `lane ${id}`, label: name })),
            },
          ]}
          onChange={(value) => {
            if (value?.startsWith('lane ')) change({ lane: value.slice(5), approach: undefined });
            else if (value !== null) change({ lane: undefined, approach: value.slice(9) });
          }}
        />
        <Button
          size="xs"
          variant="default"
          disabled={series === undefined}
          leftSection={<IconDownload size={16} aria-hidden="true" />}
          onClick={() =>
            series &&
            saveCsv(
              `${camera.name} ${series.laneName}.csv`,
              seriesCsv([
                {
                  camera: camera.name,
                  approach: series.approach,
                  lane: lane?.name ?? '',
                  simulated: camera.simulated,
                  points: series.points,
                },
              ]),
            )
          }
        >
          {t('traffic.csv')}
        </Button>
      </PeriodBar>
      {error && !series ? (
        <ProblemNotice error={error} onRetry={() => void refetch()} />
      ) : data === undefined ? (
        <Skeleton height={420} />
      ) : series === undefined || series.points.every(({ figures }) => figures === null) ? (
        <EmptyNotice
          icon={<IconRoad />}
          title={t('traffic.nothingInTime')}
          hint={t('traffic.nothingInTimeHint')}
        />
      ) : (
        <div className={classes.charts} data-stale={isPlaceholderData || undefined}>
          {MEASURES.map((measure) => (
            <section key={measure} className={classes.panel}>
              <MeasureChart
                points={series.points}
                measure={measure}
                marks={camera.simulated ? <SimulatedMark /> : undefined}
              />
            </section>
          ))}
          <section className={classes.panel}>
            <ClassChart points={series.points} />
          </section>
        </div>
      )}
      <IncidentList cameras={[camera.id]} from={period.from} to={period.to} />
    </>
  );
}
