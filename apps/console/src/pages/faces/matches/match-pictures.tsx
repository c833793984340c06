import type { FaceMatch } from '@amaan/contracts/faces/matches/face-match';
import { Skeleton, Slider } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { faceMatchPictureUrl } from '../../../api/face-matches.ts';
import overlay from '../../../picture/overlay.module.css';
import { PictureStage } from '../../../picture/picture-stage.tsx';
import { ZoomFrame } from '../../../picture/zoom-frame.tsx';
import { FacePicture } from './face-picture.tsx';
import { matchPlace } from './match-place.ts';
import classes from './matches.module.css';

/** The face and the enrolled picture beside each other at the same size. */
export function MatchPictures({ match }: { match: FaceMatch }) {
  const { t } = useTranslation();
  const [brightness, setBrightness] = useState(1);
  return (
    <section className={classes.pictures}>
      <div className={classes.pair}>
        <FacePicture
          url={faceMatchPictureUrl(match.id, 'crop')}
          title={t('faces.matches.face')}
          alt={
            match.search === null
              ? t('faces.matches.faceAlt', { camera: matchPlace(match) })
              : t('faces.matches.broughtAlt')
          }
          brightness={brightness}
        />
        <FacePicture
          url={match.enrolledPicture ? faceMatchPictureUrl(match.id, 'enrolled') : null}
          title={t('faces.matches.enrolled')}
          alt={t('faces.matches.enrolledAlt')}
          missing={t('faces.matches.enrolledGone')}
          brightness={brightness}
        />
      </div>
      <div className={classes.below}>
        <span className="quiet">{t('faces.matches.loadedNote')}</span>
        <div className={classes.brightness} dir="ltr">
          <Slider
            size="sm"
            thumbLabel={t('faces.matches.brightness')}
            label={t('faces.matches.brightness')}
            min={0.5}
            max={3}
            step={0.1}
            value={brightness}
            onChange={setBrightness}
          />
        </div>
      </div>
    </section>
  );
}

/** What the camera saw, with the face marked. */
export function ContextPicture({ match }: { match: FaceMatch }) {
  const { t } = useTranslation();
  const [ratio, setRatio] = useState<number | null>(null);
  const [failed, setFailed] = useState(false);
  const [x, y, w, h] = match.box;
  return (
    <figure className={classes.context}>
      <figcaption>
        {t(match.search === null ? 'faces.matches.context' : 'faces.matches.broughtContext')}
      </figcaption>
      {failed ? (
        <p className={classes.missing}>{t('faces.matches.pictureMissing')}</p>
      ) : (
        <ZoomFrame>
          <PictureStage
            ratio={ratio ?? 16 / 9}
            overlay={({ width, height }) => {
              const box = { x: x * width, y: y * height, width: w * width, height: h * height, rx: 2 };
              return (
                ratio !== null && (
                  <g className={overlay.objects} data-subject>
                    <rect className={overlay.halo} {...box} />
                    <rect className={overlay.box} {...box} />
                  </g>
                )
              );
            }}
          >
            {ratio === null && <Skeleton className={classes.loading} />}
            <img
              src={faceMatchPictureUrl(match.id, 'picture')}
              alt={
                match.search === null
                  ? t('faces.matches.contextAlt', { camera: matchPlace(match) })
                  : t('faces.matches.broughtContext')
              }
              onLoad={({ currentTarget }) =>
                setRatio(currentTarget.naturalWidth / currentTarget.naturalHeight)
              }
              onError={() => setFailed(true)}
            />
          </PictureStage>
        </ZoomFrame>
      )}
    </figure>
  );
}
