import { useTranslation } from 'react-i18next';
import { Mark, type Shape, type Tone } from '../../../components/mark.tsx';
import type { en } from '../../../messages/en.ts';

export type FlowStatus = keyof typeof en.incidents.status;

const MARKS: Record<FlowStatus, { shape: Shape; tone: Tone }> = {
  open: { shape: 'triangle', tone: 'high' },
  investigating: { shape: 'triangle', tone: 'medium' },
  resolved: { shape: 'diamond', tone: 'low' },
  closed: { shape: 'circle', tone: 'good' },
  dismissed: { shape: 'square', tone: 'quiet' },
  analysed: { shape: 'diamond', tone: 'medium' },
  corrected: { shape: 'diamond', tone: 'low' },
  done: { shape: 'diamond', tone: 'low' },
  effective: { shape: 'circle', tone: 'good' },
  planned: { shape: 'diamond', tone: 'quiet' },
  running: { shape: 'triangle', tone: 'medium' },
  reported: { shape: 'diamond', tone: 'low' },
  cancelled: { shape: 'square', tone: 'quiet' },
  prepared: { shape: 'diamond', tone: 'medium' },
  held: { shape: 'diamond', tone: 'low' },
  received: { shape: 'triangle', tone: 'high' },
  'in-hand': { shape: 'triangle', tone: 'medium' },
  answered: { shape: 'diamond', tone: 'low' },
};

export function FlowStatusMark({ status }: { status: string }) {
  const { t } = useTranslation();
  const known = status as FlowStatus;
  return <Mark {...MARKS[known]}>{t(`incidents.status.${known}`)}</Mark>;
}
