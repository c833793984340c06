import type { Alert } from '@amaan/contracts/alert';
import type { EvidenceItem } from '@amaan/contracts/evidence-item';
import { observedIn } from '@amaan/contracts/observed';
import type { SceneRule } from '@amaan/contracts/scene-rule';
import { SegmentedControl, Skeleton, Slider, Switch } from '@mantine/core';
import { IconPhotoOff } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { evidenceUrl } from '../../api/alerts.ts';
import { EmptyNotice } from '../../components/empty-notice.tsx';
import { ObjectBoxes } from '../../picture/object-boxes.tsx';
import { PictureStage, type StageSize } from '../../picture/picture-stage.tsx';
import { RuleShape } from '../../picture/rule-shape.tsx';
import { ZoomFrame } from '../../picture/zoom-frame.tsx';
import classes from './evidence-viewer.module.css';

type Kind = EvidenceItem['kind'];

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
        <div className={classes.brightness} dir="ltr">
          <Slider
            size="sm"
            thumbLabel={t('evidence.brightness')}
            label={t('evidence.brightness')}
            min={0.5}
            max={3}
            step={0.1}
            value={brightness}
            onChange={setBrightness}
          />
        </div>
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
      ) : kind === 'clip' ? (
        <Clip key={url} url={url} overlay={overlay} brightness={brightness} />
      ) : (
        <Still key={url} url={url} alert={alert} overlay={overlay} brightness={brightness} />
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
  const [failed, setFailed] = useState(false);
  if (failed) {
    return <EmptyNotice icon={<IconPhotoOff />} title={t('evidence.missing')} />;
  }
  const alt = t('evidence.alt', {
    object: t(`object.${observedIn(alert.observation).class ?? 'plate'}`),
    camera: alert.cameraName,
  });
  return (
    <ZoomFrame>
      <PictureStage ratio={ratio ?? 16 / 9} overlay={ratio === null ? undefined : overlay}>
        {ratio === null && <Skeleton className={classes.loading} />}
        <img
          src={url}
          alt={alt}
          style={{ filter: `brightness(${brightness})` }}
          onLoad={({ currentTarget }) => setRatio(currentTarget.naturalWidth / currentTarget.naturalHeight)}
          onError={() => setFailed(true)}
        />
      </PictureStage>
    </ZoomFrame>
  );
}

/** The seconds around the alert, over and over, without sound. */
function Clip({ url, overlay, brightness }: MediaProps) {
  const { t } = useTranslation();
  const [ratio, setRatio] = useState(16 / 9);
  const [failed, setFailed] = useState(false);
  if (failed) return <EmptyNotice icon={<IconPhotoOff />} title={t('evidence.missing')} />;
  return (
    <PictureStage ratio={ratio} overlay={overlay}>
      <video
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
        onError={() => setFailed(true)}
      />
    </PictureStage>
  );
}
