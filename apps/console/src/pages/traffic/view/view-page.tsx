import { Button, Skeleton } from '@mantine/core';
import { IconArrowLeft, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../../access.ts';
import { ApiProblem } from '../../../api/api-problem.ts';
import { camerasQuery } from '../../../api/cameras.ts';
import { cameraTrafficQuery } from '../../../api/traffic.ts';
import { ProblemNotice } from '../../../components/problem-notice.tsx';
import { SimulatedMark } from '../../../components/status-marks.tsx';
import { useFormat } from '../../../format/use-format.ts';
import { Standing } from '../lanes/camera-lanes-page.tsx';
import page from '../lanes/lanes.module.css';
import { CalibrationMark } from '../parts/calibration-mark.tsx';
import { TrafficFrame } from '../traffic-frame.tsx';
import { RemoveViewDialog } from './remove-view-dialog.tsx';
import classes from './view-editor.module.css';
import { ViewEditor } from './view-editor.tsx';

const route = getRouteApi('/shell/traffic/lanes/$cameraId/view');

/** Lanes and calibration of one camera, drawn on its picture, and all their versions. */
export function ViewPage() {
  return (
    <TrafficFrame>
      <ViewOfCamera />
    </TrafficFrame>
  );
}

function ViewOfCamera() {
  const { t } = useTranslation();
  const format = useFormat();
  const may = useMay();
  const [removing, setRemoving] = useState(false);
  const { cameraId } = route.useParams();
  const cameras = useQuery(camerasQuery);
  const traffic = useQuery(cameraTrafficQuery(cameraId));
  const camera = cameras.data?.find(({ id }) => id === cameraId);
  const error =
    traffic.error ??
    cameras.error ??
    (cameras.data && !camera ? new ApiProblem(404, 'CAMERA_NOT_FOUND', '') : null);
  if (!camera || !traffic.data)
    return error ? (
      <ProblemNotice error={error} onRetry={() => void traffic.refetch()} />
    ) : (
      <div className={page.page}>
        <Skeleton height={32} width={320} />
        <Skeleton height={420} />
      </div>
    );
  const { view, calibration, history } = traffic.data;
  return (
    <div className={page.page}>
      <Link to="/traffic/lanes/$cameraId" params={{ cameraId }} className={page.back}>
        <IconArrowLeft size={16} className="mirrored" aria-hidden="true" />
        <bdi>{camera.name}</bdi>
      </Link>
      <header className={page.heading}>
        <h1>{t('traffic.view.title')}</h1>
        <CalibrationMark state={calibration.state} />
        {camera.simulated && <SimulatedMark />}
        <span className={page.grow} />
        {view !== null && may('traffic.change') && (
          <Button
            size="xs"
            variant="default"
            leftSection={<IconTrash size={16} aria-hidden="true" />}
            onClick={() => setRemoving(true)}
          >
            {t('traffic.view.remove')}
          </Button>
        )}
      </header>
      <Standing traffic={traffic.data} />
      {/* A new version, saved here or elsewhere, is what one goes on from. */}
      <ViewEditor key={view?.version ?? 0} camera={camera} traffic={traffic.data} />
      {removing && view !== null && (
        <RemoveViewDialog camera={camera} version={view.version} onClose={() => setRemoving(false)} />
      )}
      {history.length > 0 && (
        <section className={classes.history}>
          <h2>{t('traffic.view.history')}</h2>
          <ol className={classes.list}>
            {history.map(({ version, at, byName, note, lanes, calibrated, retiredAt }) => (
              <li key={version} className={classes.version}>
                <strong>{t('traffic.view.version', { version })}</strong>
                <span>
                  {format.dateTime(at)} <bdi>{byName}</bdi>
                </span>
                <span className="quiet">
                  {t('traffic.laneCount', { count: lanes })} ·{' '}
                  {t(calibrated ? 'traffic.view.calibrated' : 'traffic.view.uncalibrated')}
                </span>
                <span>{retiredAt === null && t('traffic.view.inForce')}</span>
                {note !== '' && <bdi className="quiet">{note}</bdi>}
              </li>
            ))}
          </ol>
        </section>
      )}
    </div>
  );
}
