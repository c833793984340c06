import type { Sighting } from '@amaan/contracts/plates/sighting';
import { useTranslation } from 'react-i18next';
import { Confidence } from '../../components/status-marks.tsx';
import { useFormatName } from './use-format-name.ts';

/** What the vehicle looks like, in one line. */
export function useVehicleWords(): (vehicle: Sighting['vehicle']) => string {
  const { t } = useTranslation();
  return (vehicle) =>
    [
      vehicle.class === null ? t('plates.unknownVehicle') : t(`object.${vehicle.class}`),
      vehicle.colour !== null && t(`plates.colour.${vehicle.colour}`),
      vehicle.heading !== null && t(`plates.heading.${vehicle.heading}`),
    ]
      .filter((part) => part !== false)
      .join(' · ');
}

/** Confidence, format and rows of a reading, in one line. */
export function ReadingFacts({ reading }: { reading: Sighting['reading'] }) {
  const { t } = useTranslation();
  const formatName = useFormatName();
  return (
    <>
      <Confidence value={reading.confidence} />
      <span>{formatName(reading.format)}</span>
      {reading.rows === 2 && <span>{t('plates.rows')}</span>}
    </>
  );
}
