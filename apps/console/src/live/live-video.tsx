import type { Camera } from '@amaan/contracts/camera';
import { useDocumentVisibility, useIntersection } from '@mantine/hooks';
import { type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../format/use-format.ts';
import { useNow } from '../format/use-now.ts';
import { ObjectBoxes } from '../picture/object-boxes.tsx';
import { PictureStage, type StageSize } from '../picture/picture-stage.tsx';
import classes from './live-video.module.css';
import { StillPicture } from './still-picture.tsx';
import { type LiveState, useLiveStream } from './use-live-stream.ts';
import { ViewMark } from './view-mark.tsx';

/**
 * The live picture of a camera with its objects drawn in step. Says in words why there is no picture, and
 * is disconnected while nobody can see it.
 */
export function LiveVideo({
  camera,
  boxes = true,
  labels = true,
  fill = false,
  overlay,
  layer,
}: {
  camera: Camera;
  boxes?: boolean;
  labels?: boolean;
  /** Fits into the parent's height as well as its width. */
  fill?: boolean;
  /** More to draw, for example rules. */
  overlay?: (size: StageSize) => ReactNode;
  /** What can be clicked on the picture. */
  layer?: ((size: StageSize) => ReactNode) | undefined;
}) {
  const { t } = useTranslation();
  const video = useRef<HTMLVideoElement>(null);
  const { ref: frame, entry } = useIntersection({ threshold: 0.05 });
  const pageVisible = useDocumentVisibility() !== 'hidden';
  const watchable = !camera.simulated && camera.status?.state !== 'stopped';
  const inSight = (entry?.isIntersecting ?? false) && pageVisible;
  const { state, objects, masked, behind } = useLiveStream(
    camera.id,
    video,
    watchable && inSight,
    camera.status?.state === 'live',
  );
  const [ratio, setRatio] = useState(ratioOf(camera));
  const playing = state.kind === 'playing' && inSight;
  const isFull = state.kind === 'refused' && state.code === 'MASKING_FULL' && inSight && watchable;

  return (
    <div ref={frame} className={classes.live} data-fill={fill || undefined}>
      <PictureStage
        ratio={ratio}
        fill={fill}
        layer={layer}
        overlay={({ width, height }) => (
          <>
            {overlay?.({ width, height })}
            {boxes && playing && (
              <ObjectBoxes objects={objects} width={width} height={height} labels={labels} />
            )}
          </>
        )}
      >
        <video
          ref={video}
          muted
          playsInline
          disablePictureInPicture
          aria-label={t('live.label', { name: camera.name })}
          onResize={({ currentTarget: { videoWidth, videoHeight } }) => {
            if (videoWidth > 0) setRatio(videoWidth / videoHeight);
          }}
        />
        {boxes && playing && behind && camera.status?.inferenceDenied === null && (
          <p className={classes.behind} role="status" dir="auto">
            {t('live.behind')}
          </p>
        )}
        {playing && masked !== null && <ViewMark masked={masked} />}
        {isFull && <StillPicture camera={camera} />}
        {!playing && !isFull && (
          <div className={classes.notice} data-lasting={camera.simulated || undefined} role="status">
            <NoPicture camera={camera} state={state} inSight={inSight} />
          </div>
        )}
      </PictureStage>
    </div>
  );
}

function ratioOf({ status }: Camera): number {
  return status && status.height > 0 ? status.width / status.height : 16 / 9;
}

/** Why there is no picture: the camera's own trouble first, then the connection's. */
function NoPicture({ camera, state, inSight }: { camera: Camera; state: LiveState; inSight: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow('second');
  if (camera.simulated) return t('live.simulated');
  if (!inSight) return t('live.paused');
  if (camera.status?.error) return <bdi>{camera.status.error.message}</bdi>;
  if (camera.status?.state === 'stopped') return t('live.stopped');
  if (camera.status?.state === 'connecting') return t('live.waiting');
  switch (state.kind) {
    case 'no-mse':
      return t('live.noMse');
    case 'unsupported':
      return t('live.unsupported', { codec: state.mimeType });
    case 'refused':
      return t(`live.refused.${state.code}`);
    case 'ended':
      return t('live.ended', { reason: state.reason });
    case 'lost':
      return t('live.reconnecting', {
        seconds: format.number(Math.max(0, Math.ceil((state.retryAt - now) / 1_000))),
      });
    default:
      return t('live.connecting');
  }
}
