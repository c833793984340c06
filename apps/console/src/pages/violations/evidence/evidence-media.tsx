import type { ViolationCaseView } from '@amaan/contracts/violations/violation-case';
import { SegmentedControl, Skeleton } from '@mantine/core';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { caseEvidenceUrl } from '../../../api/violations.ts';
import { useFormat } from '../../../format/use-format.ts';
import { PictureStage, type StageSize } from '../../../picture/picture-stage.tsx';
import { ZoomFrame } from '../../../picture/zoom-frame.tsx';
import { SourceNotice } from '../../../unmasking/source-notice.tsx';
import { useMaskedSource } from '../../../unmasking/use-masked-source.ts';
import { suspicionOf } from '../parts/suspicion-of.ts';
import classes from './case-evidence.module.css';
import { isAtLine, takenAt } from './moments-of.ts';

/** One of the two pictures, with what is drawn over it; its time stands below it. */
export function EvidencePicture({
  violationCase,
  kind,
  brightness,
  overlay,
}: {
  violationCase: ViolationCaseView;
  kind: 'entry' | 'exit';
  brightness: number;
  overlay: (size: StageSize) => ReactNode;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const [ratio, setRatio] = useState<number | null>(null);
  const suspicion = suspicionOf(violationCase);
  const at = takenAt(suspicion, kind);
  const name = isAtLine(suspicion.violation)
    ? t(`violations.evidence.${kind}`)
    : t(`violations.evidence.${kind}Plain`);
  const url = caseEvidenceUrl(violationCase.id, kind);
  const source = useMaskedSource(url);
  const isShown = source.state.kind === 'shown';
  return (
    <figure className={classes.picture}>
      <ZoomFrame>
        <PictureStage ratio={ratio ?? 16 / 9} overlay={ratio === null || !isShown ? undefined : overlay}>
          {ratio === null && isShown && <Skeleton className={classes.loading} />}
          <SourceNotice source={source} />
          <img
            key={source.attempt}
            hidden={!isShown}
            src={url}
            alt={t('violations.evidence.alt', { moment: name })}
            style={{ filter: `brightness(${brightness})` }}
            onLoad={({ currentTarget }) => setRatio(currentTarget.naturalWidth / currentTarget.naturalHeight)}
            onError={source.onError}
          />
        </PictureStage>
      </ZoomFrame>
      <figcaption>
        <span>{name}</span>
        {at !== null && (
          <time className="quiet" dateTime={at}>
            <bdi>{format.exact(at)}</bdi>
          </time>
        )}
      </figcaption>
    </figure>
  );
}

const SPEEDS = [1, 0.5, 0.25] as const;

/** The seconds around the violation, over and over, without sound; slower where somebody looks closely. */
export function EvidenceClip({
  violationCase,
  brightness,
  overlay,
}: {
  violationCase: ViolationCaseView;
  brightness: number;
  overlay: (size: StageSize) => ReactNode;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const video = useRef<HTMLVideoElement>(null);
  const [ratio, setRatio] = useState(16 / 9);
  const [speed, setSpeed] = useState<number>(1);
  const url = caseEvidenceUrl(violationCase.id, 'clip');
  const source = useMaskedSource(url);
  const isShown = source.state.kind === 'shown';
  useEffect(() => {
    if (video.current) video.current.playbackRate = speed;
  }, [speed]);
  return (
    <figure className={classes.picture}>
      <PictureStage ratio={ratio} overlay={isShown ? overlay : undefined}>
        <SourceNotice source={source} />
        <video
          ref={video}
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
          aria-label={t('violations.evidence.clip')}
          style={{ filter: `brightness(${brightness})` }}
          onLoadedMetadata={({ currentTarget }) => {
            currentTarget.playbackRate = speed;
            setRatio(currentTarget.videoWidth / currentTarget.videoHeight);
          }}
          onError={source.onError}
        />
      </PictureStage>
      <figcaption>
        <SegmentedControl
          size="xs"
          aria-label={t('violations.review.speedOfClip')}
          value={String(speed)}
          onChange={(value) => setSpeed(Number(value))}
          data={SPEEDS.map((value) => ({ value: String(value), label: `${format.number(value, 2)}×` }))}
        />
        <span className="quiet">{t('violations.evidence.clipHint')}</span>
      </figcaption>
    </figure>
  );
}
