import type { Alert } from '@amaan/contracts/alert';
import { observedIn } from '@amaan/contracts/observed';
import type { MaskedEvidenceKind } from '@amaan/contracts/redaction/unmasking';
import type { SceneRule } from '@amaan/contracts/scene-rule';
import { SegmentedControl, Skeleton, Switch } from '@mantine/core';
import { IconPhotoOff } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { evidenceUrl } from '../../api/alerts.ts';
import { BrightnessSlider } from '../../components/brightness-slider.tsx';
import { EmptyNotice } from '../../components/empty-notice.tsx';
import { ObjectBoxes } from '../../picture/object-boxes.tsx';
import { PictureStage, type StageSize } from '../../picture/picture-stage.tsx';
import { RuleShape } from '../../picture/rule-shape.tsx';
import { ZoomFrame } from '../../picture/zoom-frame.tsx';
import { MaskedFrame } from '../../unmasking/masked-frame.tsx';
import { SourceNotice } from '../../unmasking/source-notice.tsx';
import { useMaskedSource } from '../../unmasking/use-masked-source.ts';
import classes from './evidence-viewer.module.css';

type Kind = MaskedEvidenceKind;

const KINDS: readonly Kind[] = ['picture', 'clip', 'model-frame'];

/** The stored evidence of an alert, with what the model and the rule say drawn over it. */
export function EvidenceViewer({ alert, rule }: { alert: Alert; rule: SceneRule | undefined }) {
  const { t } = useTranslation();
  const [kind, setKind] = useState<Kind>('picture');
  const [boxes, setBoxes] = useState(true);
  const [brightness, setBrightness] = useState(1);
  const url = evidenceUrl(alert, kind);
  const seen = observedIn(alert.observation);

  const overlay = ({ width, height }: StageSize) =>
    boxes && (
      <>
        {rule && <RuleShape rule={rule} width={width} height={height} />}
        <ObjectBoxes objects={[seen]} width={width} height={height} subject />
      </>
    );
  return (
    <section className={classes.viewer} aria-label={t('evidence.view')}>
      <div className={classes.bar}>
        <SegmentedControl
          size="xs"
          aria-label={t('evidence.view')}
          value={kind}
          onChange={(value) => setKind(value as Kind)}
          data={KINDS.map((value) => ({ value, label: t(`evidence.${value}`) }))}
        />
        <Switch
          size="xs"
          label={t('evidence.boxes')}
          checked={boxes}
          onChange={({ currentTarget }) => setBoxes(currentTarget.checked)}
        />
        <BrightnessSlider className={classes.brightness} value={brightness} onChange={setBrightness} />
      </div>
      {url === undefined ? (
        <PictureStage ratio={16 / 9}>
          <div className={classes.missing}>
            <EmptyNotice
              icon={<IconPhotoOff />}
              title={
                alert.simulated
                  ? t('evidence.simulated')
                  : kind === 'clip'
                    ? t('evidence.clipMissing')
                    : t('evidence.pending')
              }
            />
          </div>
        </PictureStage>
      ) : (
        <MaskedFrame
          key={url}
          subject={{ kind: 'evidence', observationId: alert.observation.id, evidence: kind }}
          url={url}
        >
          {(shown) =>
            kind === 'clip' ? (
              <Clip key={shown} url={shown} overlay={overlay} brightness={brightness} />
            ) : (
              <Still key={shown} url={shown} alert={alert} overlay={overlay} brightness={brightness} />
            )
          }
        </MaskedFrame>
      )}
      {kind === 'clip' && url !== undefined && <p className="quiet">{t('evidence.boxMoment')}</p>}
    </section>
  );
}

interface MediaProps {
  readonly url: string;
  readonly overlay: (size: StageSize) => React.ReactNode;
  readonly brightness: number;
}

function Still({ url, overlay, brightness, alert }: MediaProps & { alert: Alert }) {
  const { t } = useTranslation();
  const [ratio, setRatio] = useState<number | null>(null);
  const source = useMaskedSource(url);
  const isShown = source.state.kind === 'shown';
  const { class: seen } = observedIn(alert.observation);
  const alt = t('evidence.alt', {
    object:
      seen === null && alert.observation.kind === 'traffic-incident'
        ? t('traffic.lane')
        : t(`object.${seen ?? 'plate'}`),
    camera: alert.cameraName,
  });
  return (
    <ZoomFrame>
      <PictureStage ratio={ratio ?? 16 / 9} overlay={ratio === null || !isShown ? undefined : overlay}>
        {ratio === null && isShown && <Skeleton className={classes.loading} />}
        <SourceNotice source={source} />
        <img
          key={source.attempt}
          hidden={!isShown}
          src={url}
          alt={alt}
          style={{ filter: `brightness(${brightness})` }}
          onLoad={({ currentTarget }) => setRatio(currentTarget.naturalWidth / currentTarget.naturalHeight)}
          onError={source.onError}
        />
      </PictureStage>
    </ZoomFrame>
  );
}

/** The seconds around the alert, over and over, without sound. */
function Clip({ url, overlay, brightness }: MediaProps) {
  const { t } = useTranslation();
  const [ratio, setRatio] = useState(16 / 9);
  const source = useMaskedSource(url);
  const isShown = source.state.kind === 'shown';
  return (
    <PictureStage ratio={ratio} overlay={isShown ? overlay : undefined}>
      <SourceNotice source={source} />
      <video
        key={source.attempt}
        hidden={!isShown}
        src={url}
        autoPlay
        loop
        muted
        playsInline
        controls
        disablePictureInPicture
        controlsList="nodownload noremoteplayback"
        aria-label={t('evidence.clip')}
        style={{ filter: `brightness(${brightness})` }}
        onLoadedMetadata={({ currentTarget }) =>
          setRatio(currentTarget.videoWidth / currentTarget.videoHeight)
        }
        onError={source.onError}
      />
    </PictureStage>
  );
}
