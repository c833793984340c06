import type { Sighting } from '@amaan/contracts/plates/sighting';
import { ActionIcon, Button } from '@mantine/core';
import { IconPencil, IconRoute, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../access.ts';
import { sightingImageUrl, sightingQuery } from '../../api/plates.ts';
import { LinkButton } from '../../components/link-button.tsx';
import { Mark } from '../../components/mark.tsx';
import { PlateText, SightingPlate } from '../../components/plate-text.tsx';
import { Confidence, SimulatedMark } from '../../components/status-marks.tsx';
import { useFormat } from '../../format/use-format.ts';
import { PlateCrop } from '../../picture/plate-crop.tsx';
import { CorrectionDialog } from './correction-dialog.tsx';
import { HoldButton } from './hold-button.tsx';
import classes from './sighting-detail.module.css';
import { useVehicleWords } from './sighting-facts.tsx';
import { SightingPicture } from './sighting-picture.tsx';
import { useFormatName } from './use-format-name.ts';

/** One sighting: crop and picture, what was read, and what a person can do with it. */
export function SightingDetail({ sighting: found, onClose }: { sighting: Sighting; onClose: () => void }) {
  const { t } = useTranslation();
  const formatName = useFormatName();
  const format = useFormat();
  const may = useMay();
  const words = useVehicleWords();
  const [correcting, setCorrecting] = useState(false);
  // What was found stays as it was found; a correction is newer than that.
  const { data: sighting = found } = useQuery({
    ...sightingQuery(found.id, found.capturedAt),
    initialData: found,
    enabled: false,
  });
  const { reading, vehicle } = sighting;
  const plate = sighting.corrected ?? reading.text;
  return (
    <article className={classes.detail} aria-label={plate}>
      <header className={classes.heading}>
        <SightingPlate sighting={sighting} large />
        {sighting.simulated && <SimulatedMark />}
        <span className={classes.grow} />
        <ActionIcon variant="default" size={32} aria-label={t('plates.sighting.close')} onClick={onClose}>
          <IconX size={18} aria-hidden="true" />
        </ActionIcon>
      </header>
      {sighting.suspicion !== undefined && (
        <Mark shape="diamond" tone="high">
          {t('plates.flag.clone')}
        </Mark>
      )}
      <PlateCrop url={sightingImageUrl(sighting, 'crop')} text={plate} size="large" />
      <SightingPicture url={sightingImageUrl(sighting, 'picture')} sighting={sighting} />
      <dl className={classes.facts}>
        <dt>{t('plates.sighting.seen')}</dt>
        <dd>
          <time
            dateTime={sighting.capturedAt}
            title={t('bar.utc', { time: format.utc(sighting.capturedAt) })}
          >
            {format.exact(sighting.capturedAt)}
          </time>
        </dd>
        <dt>{t('plates.sighting.camera')}</dt>
        <dd>
          <Link to="/cameras/$cameraId" params={{ cameraId: sighting.cameraId }} className={classes.link}>
            <bdi>{sighting.cameraName}</bdi>
          </Link>
        </dd>
        <dt>{t('plates.vehicle')}</dt>
        <dd>{words(vehicle)}</dd>
        <dt>{t('plates.sighting.readText')}</dt>
        <dd>
          <PlateText text={reading.text} /> <Confidence value={reading.confidence} />
        </dd>
        <dt>{t('plates.sighting.together')}</dt>
        <dd>
          <Confidence value={sighting.fusedConfidence} />
        </dd>
        <dt>{t('plates.sighting.format')}</dt>
        <dd>
          {formatName(reading.format)}
          {reading.rows === 2 && ` · ${t('plates.rows')}`}
        </dd>
      </dl>
      <div className={classes.buttons}>
        {may('sighting.correct') && (
          <Button
            variant="default"
            leftSection={<IconPencil size={16} aria-hidden="true" />}
            onClick={() => setCorrecting(true)}
          >
            {t('plates.sighting.correct')}
          </Button>
        )}
        {(may('plate.search') || may('purpose.state')) && (
          <LinkButton
            variant="default"
            to="/plates/journey"
            search={{ plate }}
            leftSection={<IconRoute size={16} aria-hidden="true" />}
          >
            {t('plates.sighting.journey')}
          </LinkButton>
        )}
        <HoldButton sighting={sighting} />
      </div>
      {correcting && <CorrectionDialog sighting={sighting} onClose={() => setCorrecting(false)} />}
    </article>
  );
}
