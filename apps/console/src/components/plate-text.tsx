import type { Sighting } from '@amaan/contracts/plates/sighting';
import { useTranslation } from 'react-i18next';
import classes from './plate-text.module.css';

/** A plate's text, in the face of plates and never mirrored. */
export function PlateText({ text, large = false }: { text: string; large?: boolean }) {
  return (
    <span className={`${classes.plate} ltr`} data-large={large || undefined} translate="no">
      {text}
    </span>
  );
}

/** What a sighting's plate says: the correction where there is one, with what was read beside it. */
export function SightingPlate({
  sighting,
  large = false,
}: {
  sighting: Pick<Sighting, 'reading' | 'corrected'>;
  large?: boolean;
}) {
  const { t } = useTranslation();
  const { reading, corrected } = sighting;
  if (corrected === null) return <PlateText text={reading.text} large={large} />;
  return (
    <span className={classes.original}>
      <PlateText text={corrected} large={large} />
      <span className="quiet">
        {t('plates.correctedFrom')} <PlateText text={reading.text} />
      </span>
    </span>
  );
}
