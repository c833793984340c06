import type { Camera } from '@amaan/contracts/camera';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { CameraMark } from '../../components/status-marks.tsx';
import { LiveVideo } from '../../live/live-video.tsx';
import classes from './live-page.module.css';

export function WallTile({ camera, boxes, labels }: { camera: Camera; boxes: boolean; labels: boolean }) {
  const { t } = useTranslation();
  return (
    <li className={classes.tile}>
      <div className={classes.picture}>
        <LiveVideo camera={camera} boxes={boxes} labels={labels} fill />
      </div>
      <Link
        to="/cameras/$cameraId"
        params={{ cameraId: camera.id }}
        className={classes.caption}
        aria-label={t('live.open', { name: camera.name })}
      >
        <bdi className="cut">{camera.name}</bdi>
        <CameraMark camera={camera} />
      </Link>
    </li>
  );
}
