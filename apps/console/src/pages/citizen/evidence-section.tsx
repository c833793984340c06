import type { CaseEvidenceKey } from '@amaan/contracts/violations/violation-case';
import { Button, Loader } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useProblemSentence } from '../../components/problem-notice.tsx';
import { useFormat } from '../../format/use-format.ts';
import { PictureStage, type StageSize } from '../../picture/picture-stage.tsx';
import { ZoomFrame } from '../../picture/zoom-frame.tsx';
import { Passage } from '../violations/evidence/violation-layer.tsx';
import classes from './citizen.module.css';
import type { OpenChallan } from './use-challan.ts';
import { type EvidenceBlob, useEvidenceBlob } from './use-evidence-blob.ts';

/** The pictures, the plate and the clip that the officer saw. */
export function EvidenceSection({ open }: { open: OpenChallan }) {
  const { t } = useTranslation();
  const { evidence } = open.challan;
  const has = (key: CaseEvidenceKey) => evidence.some((item) => item.key === key);
  return (
    <section className={classes.card} aria-labelledby="evidence-title">
      <h2 id="evidence-title">{t('citizen.evidence.title')}</h2>
      <p className="prose">{t(evidence.length === 0 ? 'citizen.evidence.none' : 'citizen.evidence.hint')}</p>
      {(['entry', 'exit'] as const).filter(has).map((key) => (
        <EvidencePicture key={key} open={open} kind={key} />
      ))}
      {has('clip') && <EvidenceClip open={open} />}
      {has('plate') && <EvidencePlate open={open} />}
      {evidence.length > 0 && <p className="quiet">{t('citizen.evidence.way')}</p>}
    </section>
  );
}

function EvidencePicture({ open, kind }: { open: OpenChallan; kind: 'entry' | 'exit' }) {
  const { t } = useTranslation();
  const shown = useEvidenceBlob(open, kind);
  const [ratio, setRatio] = useState<number | null>(null);
  const { found, evidence } = open.challan;
  const { capturedAt = null } = evidence.find(({ key }) => key === kind) ?? {};
  const overlay = (size: StageSize) => <Passage violation={found} box={null} at={capturedAt} size={size} />;
  return (
    <Figure open={open} kind={kind}>
      <ZoomFrame>
        <PictureStage ratio={ratio ?? 16 / 9} overlay={ratio === null ? undefined : overlay}>
          <EvidenceNotice blob={shown} />
          {shown.kind === 'shown' && (
            <img
              src={shown.url}
              alt={t(`citizen.evidence.alt.${kind}`)}
              onLoad={({ currentTarget }) =>
                setRatio(currentTarget.naturalWidth / currentTarget.naturalHeight)
              }
            />
          )}
        </PictureStage>
      </ZoomFrame>
    </Figure>
  );
}

function EvidenceClip({ open }: { open: OpenChallan }) {
  const { t } = useTranslation();
  const shown = useEvidenceBlob(open, 'clip');
  const [ratio, setRatio] = useState(16 / 9);
  return (
    <Figure open={open} kind="clip">
      <PictureStage ratio={ratio}>
        <EvidenceNotice blob={shown} />
        {shown.kind === 'shown' && (
          <video
            src={shown.url}
            loop
            muted
            playsInline
            controls
            disablePictureInPicture
            aria-label={t('citizen.evidence.clip')}
            onLoadedMetadata={({ currentTarget }) =>
              setRatio(currentTarget.videoWidth / currentTarget.videoHeight)
            }
          />
        )}
      </PictureStage>
    </Figure>
  );
}

function EvidencePlate({ open }: { open: OpenChallan }) {
  const { t } = useTranslation();
  const shown = useEvidenceBlob(open, 'plate');
  const [ratio, setRatio] = useState(3);
  return (
    <Figure open={open} kind="plate">
      <PictureStage ratio={ratio}>
        <EvidenceNotice blob={shown} />
        {shown.kind === 'shown' && (
          <img
            src={shown.url}
            alt={t('citizen.evidence.alt.plate', { plate: open.challan.plate })}
            onLoad={({ currentTarget }) => setRatio(currentTarget.naturalWidth / currentTarget.naturalHeight)}
          />
        )}
      </PictureStage>
    </Figure>
  );
}

/** A piece of evidence with its name and time. */
function Figure({ open, kind, children }: { open: OpenChallan; kind: CaseEvidenceKey; children: ReactNode }) {
  const { t } = useTranslation();
  const format = useFormat();
  const item = open.challan.evidence.find(({ key }) => key === kind);
  return (
    <figure className={classes.figure} data-kind={kind}>
      {children}
      <figcaption>
        <span>{t(`citizen.evidence.${kind}`)}</span>
        {item !== undefined && (
          <time className="quiet" dateTime={item.capturedAt}>
            {format.exact(item.capturedAt)}
          </time>
        )}
      </figcaption>
    </figure>
  );
}

/** In the place of a picture that is not there yet, or cannot be shown. */
function EvidenceNotice({ blob }: { blob: EvidenceBlob }) {
  const { t } = useTranslation();
  const sentence = useProblemSentence();
  if (blob.kind === 'shown') return null;
  if (blob.kind !== 'failed')
    return (
      <div className={classes.empty} role="status">
        <Loader size="sm" color="gray" aria-hidden="true" />
        <p>{t(blob.kind === 'under-way' ? 'unmasking.underWay' : 'citizen.evidence.loading')}</p>
      </div>
    );
  return (
    <div className={classes.empty} role="alert">
      <strong>{t('citizen.evidence.gone')}</strong>
      <p>{sentence(blob.error)}</p>
      <Button variant="default" onClick={blob.retry}>
        {t('common.retry')}
      </Button>
    </div>
  );
}
