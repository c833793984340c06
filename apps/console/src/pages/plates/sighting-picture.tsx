import type { Sighting } from '@amaan/contracts/plates/sighting';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ObjectBoxes } from '../../picture/object-boxes.tsx';
import { PictureStage } from '../../picture/picture-stage.tsx';
import { ZoomFrame } from '../../picture/zoom-frame.tsx';
import { MaskedFrame } from '../../unmasking/masked-frame.tsx';
import { SourceNotice } from '../../unmasking/source-notice.tsx';
import { useMaskedSource } from '../../unmasking/use-masked-source.ts';
import classes from './sighting-detail.module.css';

/** The picture around a plate with the vehicle's box drawn; says so where none was kept. */
export function SightingPicture({
  url,
  sighting,
}: {
  url: string | undefined;
  sighting: Pick<Sighting, 'id' | 'reading' | 'corrected' | 'cameraName' | 'vehicle'>;
}) {
  const { t } = useTranslation();
  if (url === undefined) return <div className={classes.missing}>{t('plates.noCrop')}</div>;
  const subject = { kind: 'evidence', observationId: sighting.id, evidence: 'picture' } as const;
  return (
    <MaskedFrame key={url} subject={subject} url={url}>
      {(shown) => <Picture key={shown} url={shown} sighting={sighting} />}
    </MaskedFrame>
  );
}

type PicturedSighting = Parameters<typeof SightingPicture>[0]['sighting'];

function Picture({ url, sighting }: { url: string; sighting: PicturedSighting }) {
  const { t } = useTranslation();
  const [ratio, setRatio] = useState<number | null>(null);
  const source = useMaskedSource(url);
  const isShown = source.state.kind === 'shown';
  const { vehicle } = sighting;
  const overlay =
    vehicle.box === null || ratio === null || !isShown
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
          <SourceNotice source={source} />
          <img
            key={source.attempt}
            hidden={!isShown}
            src={url}
            alt={t('plates.pictureAlt', {
              plate: sighting.corrected ?? sighting.reading.text,
              camera: sighting.cameraName,
            })}
            onLoad={({ currentTarget }) => setRatio(currentTarget.naturalWidth / currentTarget.naturalHeight)}
            onError={source.onError}
          />
        </PictureStage>
      </ZoomFrame>
    </div>
  );
}
