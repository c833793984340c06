import { Skeleton } from '@mantine/core';
import { IconPhotoOff } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './matches.module.css';

/** A face in a square that is the same for every face, never mirrored and never cut. */
export function FacePicture({
  url,
  title,
  alt,
  missing,
  brightness = 1,
}: {
  /** Null: there is none to show. */
  url: string | null;
  title: string;
  alt: string;
  /** What is said in its place where there is none. */
  missing?: string;
  brightness?: number;
}) {
  const { t } = useTranslation();
  const [state, setState] = useState<'loading' | 'shown' | 'failed'>('loading');
  return (
    <figure className={classes.face}>
      <figcaption dir="auto">{title}</figcaption>
      <div className={classes.square} dir="ltr">
        {url === null || state === 'failed' ? (
          <p className={classes.missing} dir="auto">
            <IconPhotoOff size={24} aria-hidden="true" />
            {missing ?? t('faces.matches.pictureMissing')}
          </p>
        ) : (
          <>
            {state === 'loading' && <Skeleton className={classes.loading} />}
            <img
              src={url}
              alt={alt}
              style={{ filter: `brightness(${brightness})` }}
              onLoad={() => setState('shown')}
              onError={() => setState('failed')}
            />
          </>
        )}
      </div>
    </figure>
  );
}
