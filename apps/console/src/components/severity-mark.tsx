import { useTranslation } from 'react-i18next';
import type { en } from '../messages/en.ts';
import { Mark, type Shape, type Tone } from './mark.tsx';

export type Severity = keyof typeof en.incidents.severity;

/** How each severity looks, everywhere. */
export const SEVERITIES: Readonly<Record<Severity, { shape: Shape; tone: Tone }>> = {
  critical: { shape: 'circle', tone: 'critical' },
  high: { shape: 'triangle', tone: 'high' },
  medium: { shape: 'square', tone: 'medium' },
  low: { shape: 'diamond', tone: 'low' },
};

/** How bad an incident is: shape, word and colour. */
export function SeverityMark({ severity }: { severity: Severity }) {
  const { t } = useTranslation();
  return <Mark {...SEVERITIES[severity]}>{t(`incidents.severity.${severity}`)}</Mark>;
}
