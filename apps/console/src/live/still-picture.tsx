import type { Camera } from '@amaan/contracts/camera';
import { useInterval } from '@mantine/hooks';
import { IconMask } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { cameraPictureUrl } from '../api/cameras.ts';
import classes from './live-video.module.css';

/** As long as the server keeps a picture. */
const EVERY_SECONDS = 5;

/** In the place of a masked live view that this machine cannot make as well: its newest picture, every few seconds. */
export function StillPicture({ camera }: { camera: Camera }) {
  const { t } = useTranslation();
  const [count, setCount] = useState(0);
  const [failed, setFailed] = useState(false);
  useInterval(() => setCount((before) => before + 1), EVERY_SECONDS * 1_000, { autoInvoke: true });
  return (
    <>
      <img
        className={classes.still}
        src={`${cameraPictureUrl(camera.id)}?at=${count}`}
        alt={t('live.label', { name: camera.name })}
        hidden={failed}
        onLoad={() => setFailed(false)}
        onError={() => setFailed(true)}
      />
      {failed && (
        <div className={classes.notice} role="status">
          {t('live.refused.MASKING_NOT_AVAILABLE')}
        </div>
      )}
      <p className={classes.view} dir="auto">
        <IconMask size={14} aria-hidden="true" />
        {t('live.still', { seconds: EVERY_SECONDS })}
      </p>
    </>
  );
}
