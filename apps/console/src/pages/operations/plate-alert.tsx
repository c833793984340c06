import type { Alert } from '@amaan/contracts/alert';
import { useTranslation } from 'react-i18next';
import { evidenceUrl } from '../../api/alerts.ts';
import { PlateText } from '../../components/plate-text.tsx';
import { PlateCrop } from '../../picture/plate-crop.tsx';
import { ReadingFacts, useVehicleWords } from '../plates/sighting-facts.tsx';
import { CloneFacts } from './clone-facts.tsx';
import { HotlistFacts } from './hotlist-facts.tsx';
import { NextCameras } from './next-cameras.tsx';
import classes from './plate-alert.module.css';
import type { PlateRead } from './plate-read.ts';

/** What the alert of a plate says beyond its picture: the crop, why it matched, and where the vehicle can be next. */
export function PlateAlert({ alert, read }: { alert: Alert; read: PlateRead }) {
  const { t } = useTranslation();
  const words = useVehicleWords();
  const { cause } = alert;
  return (
    <div className={classes.panel}>
      <section className={classes.block} aria-label={t('plates.alert.plate')}>
        <div className={classes.plate}>
          <PlateText text={read.reading.text} large />
          <span className={`${classes.facts} quiet`}>
            <ReadingFacts reading={read.reading} />
            <span>{words(read.vehicle)}</span>
          </span>
        </div>
        <div className={classes.crop}>
          <PlateCrop url={evidenceUrl(alert, 'plate-crop')} text={read.reading.text} size="large" />
        </div>
      </section>
      {cause.kind === 'hotlist' && <HotlistFacts hit={cause.hit} />}
      {cause.kind === 'clone' && <CloneFacts alert={alert} read={read} suspicion={cause.suspicion} />}
      {(cause.kind === 'hotlist' || cause.kind === 'clone') && <NextCameras alert={alert} />}
    </div>
  );
}
