import type { FaceMatch } from '@amaan/contracts/faces/matches/face-match';
import { Skeleton } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { faceMatchPictureUrl } from '../../../api/face-matches.ts';
import { BrightnessSlider } from '../../../components/brightness-slider.tsx';
import overlay from '../../../picture/overlay.module.css';
import { PictureStage } from '../../../picture/picture-stage.tsx';
import { ZoomFrame } from '../../../picture/zoom-frame.tsx';
import { MaskedFrame } from '../../../unmasking/masked-frame.tsx';
import { SourceNotice } from '../../../unmasking/source-notice.tsx';
import { useMaskedSource } from '../../../unmasking/use-masked-source.ts';
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
        <BrightnessSlider className={classes.brightness} value={brightness} onChange={setBrightness} />
      </div>
    </section>
  );
}

/** What the camera saw around the face, masked; of a picture that somebody brought all other faces are covered already. */
export function ContextPicture({ match }: { match: FaceMatch }) {
  const { t } = useTranslation();
  const url = faceMatchPictureUrl(match.id, 'picture');
  return (
    <figure className={classes.context}>
      <figcaption>
        {t(match.search === null ? 'faces.matches.context' : 'faces.matches.broughtContext')}
      </figcaption>
      {match.search === null ? (
        <MaskedFrame subject={{ kind: 'face-match', matchId: match.id }} url={url}>
          {(shown) => <MarkedPicture key={shown} url={shown} match={match} />}
        </MaskedFrame>
      ) : (
        <MarkedPicture url={url} match={match} />
      )}
    </figure>
  );
}

/** A picture with the face marked. */
function MarkedPicture({ url, match }: { url: string; match: FaceMatch }) {
  const { t } = useTranslation();
  const [ratio, setRatio] = useState<number | null>(null);
  const source = useMaskedSource(url);
  const isShown = source.state.kind === 'shown';
  const [x, y, w, h] = match.box;
  return (
    <ZoomFrame>
      <PictureStage
        ratio={ratio ?? 16 / 9}
        overlay={({ width, height }) => {
          const box = { x: x * width, y: y * height, width: w * width, height: h * height, rx: 2 };
          return (
            ratio !== null &&
            isShown && (
              <g className={overlay.objects} data-subject>
                <rect className={overlay.halo} {...box} />
                <rect className={overlay.box} {...box} />
              </g>
            )
          );
        }}
      >
        {ratio === null && isShown && <Skeleton className={classes.loading} />}
        <SourceNotice source={source} />
        <img
          key={source.attempt}
          hidden={!isShown}
          src={url}
          alt={
            match.search === null
              ? t('faces.matches.contextAlt', { camera: matchPlace(match) })
              : t('faces.matches.broughtContext')
          }
          onLoad={({ currentTarget }) => setRatio(currentTarget.naturalWidth / currentTarget.naturalHeight)}
          onError={source.onError}
        />
      </PictureStage>
    </ZoomFrame>
  );
}
