import type { CalibrationStanding } from '@amaan/contracts/traffic/api-traffic-view';
import { useTranslation } from 'react-i18next';
import { Mark, type Shape, type Tone } from '../../../components/mark.tsx';

const MARKS: Record<CalibrationStanding['state'], { shape: Shape; tone: Tone }> = {
  none: { shape: 'circle', tone: 'quiet' },
  unwatched: { shape: 'diamond', tone: 'medium' },
  steady: { shape: 'circle', tone: 'good' },
  unclear: { shape: 'diamond', tone: 'medium' },
  moved: { shape: 'triangle', tone: 'critical' },
};

/** How the calibration of a camera stands. */
export function CalibrationMark({ state }: { state: CalibrationStanding['state'] }) {
  const { t } = useTranslation();
  return <Mark {...MARKS[state]}>{t(`traffic.calibration.${state}`)}</Mark>;
}
