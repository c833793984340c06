import type { AlertCause } from '@amaan/contracts/alert';
import type { Sighting } from '@amaan/contracts/plates/sighting';
import { IconSearch } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../../access.ts';
import { sightingImageUrl } from '../../../api/plates.ts';
import { LinkIcon } from '../../../components/link-button.tsx';
import { Mark } from '../../../components/mark.tsx';
import { SightingPlate } from '../../../components/plate-text.tsx';
import { SimulatedMark } from '../../../components/status-marks.tsx';
import { RelativeTime } from '../../../format/relative-time.tsx';
import { PlateCrop } from '../../../picture/plate-crop.tsx';
import { ReadingFacts, useVehicleWords } from '../sighting-facts.tsx';
import classes from './reads-page.module.css';

/** One read: the crop beside the text, how sure, what vehicle, where and when, and what is remarkable. */
export const ReadRow = memo(function ReadRow({
  read,
  cause,
}: {
  read: Sighting;
  cause: AlertCause | undefined;
}) {
  const { t } = useTranslation();
  const may = useMay();
  const words = useVehicleWords();
  const plate = read.corrected ?? read.reading.text;
  return (
    <li className={classes.read}>
      <span className={classes.crop}>
        <PlateCrop url={sightingImageUrl(read, 'crop')} text={plate} />
      </span>
      <span className={classes.stack}>
        <span>
          <SightingPlate sighting={read} />
        </span>
        {read.simulated && (
          <span>
            <SimulatedMark />
          </span>
        )}
      </span>
      <span className={`${classes.stack} ${classes.vehicle}`}>
        <span>{words(read.vehicle)}</span>
        <span className={`${classes.facts} quiet`}>
          <ReadingFacts reading={read.reading} />
        </span>
        <ReadFlag cause={cause} suspicious={read.suspicion !== undefined} />
      </span>
      <span className={`${classes.stack} ${classes.where}`}>
        <Link to="/cameras/$cameraId" params={{ cameraId: read.cameraId }} className={classes.camera}>
          <bdi>{read.cameraName}</bdi>
        </Link>
        <span className="quiet">
          <RelativeTime instant={read.capturedAt} />
        </span>
      </span>
      {(may('plate.search') || may('purpose.state')) && (
        <LinkIcon
          className={classes.open ?? ''}
          variant="default"
          size={36}
          to="/plates/search"
          search={{ plate }}
          aria-label={`${t('plates.reads.open')}: ${plate}`}
          title={t('plates.reads.open')}
        >
          <IconSearch size={18} aria-hidden="true" />
        </LinkIcon>
      )}
    </li>
  );
});

function ReadFlag({ cause, suspicious }: { cause: AlertCause | undefined; suspicious: boolean }) {
  const { t } = useTranslation();
  return (
    <>
      {cause?.kind === 'hotlist' && (
        <Mark shape="triangle" tone="critical">
          {t('plates.flag.hotlist', { name: cause.hit.hotlistName })}
        </Mark>
      )}
      {(suspicious || cause?.kind === 'clone') && (
        <Mark shape="diamond" tone="high">
          {t('plates.flag.clone')}
        </Mark>
      )}
    </>
  );
}
