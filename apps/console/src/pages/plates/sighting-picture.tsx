import type { Sighting } from '@amaan/contracts/plates/sighting';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ObjectBoxes } from '../../picture/object-boxes.tsx';
import { PictureStage } from '../../picture/picture-stage.tsx';
import { ZoomFrame } from '../../picture/zoom-frame.tsx';
import classes from './sighting-detail.module.css';

/** The picture around a plate with the vehicle's box drawn; says so where none was kept. */
export function SightingPicture({
  url,
  sighting,
}: {
  url: string | undefined;
  sighting: Pick<Sighting, 'reading' | 'corrected' | 'cameraName' | 'vehicle'>;
}) {
  const { t } = useTranslation();
  const [ratio, setRatio] = useState<number | null>(null);
  const [failed, setFailed] = useState(false);
  if (url === undefined || failed) return <div className={classes.missing}>{t('plates.noCrop')}</div>;
  const { vehicle } = sighting;
  const overlay =
    vehicle.box === null || ratio === null
      ? undefined
      : (size: { width: number; height: number }) => (
          <ObjectBoxes
            {...size}
            objects={[{ class: vehicle.class, confidence: vehicle.classConfidence, box: vehicle.box! }]}
            labels={false}
            subject
          />
        );
  return (
    <div className={classes.picture}>
      <ZoomFrame>
        <PictureStage ratio={ratio ?? 16 / 9} overlay={overlay}>
          <img
            src={url}
            alt={t('plates.pictureAlt', {
              plate: sighting.corrected ?? sighting.reading.text,
              camera: sighting.cameraName,
            })}
            onLoad={({ currentTarget }) => setRatio(currentTarget.naturalWidth / currentTarget.naturalHeight)}
            onError={() => setFailed(true)}
          />
        </PictureStage>
      </ZoomFrame>
    </div>
  );
}
