import { useTranslation } from 'react-i18next';
import type { en } from '../../messages/en.ts';
import { Mark, type Shape, type Tone } from '../mark.tsx';

export type RecordStatus = keyof typeof en.documents.status;

const MARKS: Record<RecordStatus, { shape: Shape; tone: Tone }> = {
  draft: { shape: 'diamond', tone: 'quiet' },
  submitted: { shape: 'diamond', tone: 'low' },
  approved: { shape: 'circle', tone: 'good' },
  rejected: { shape: 'triangle', tone: 'high' },
  superseded: { shape: 'square', tone: 'quiet' },
  withdrawn: { shape: 'square', tone: 'quiet' },
  open: { shape: 'triangle', tone: 'high' },
  reopened: { shape: 'triangle', tone: 'high' },
  treated: { shape: 'diamond', tone: 'low' },
  accepted: { shape: 'circle', tone: 'good' },
  closed: { shape: 'circle', tone: 'good' },
  investigating: { shape: 'triangle', tone: 'medium' },
  resolved: { shape: 'diamond', tone: 'low' },
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

/** The state of a record of any kind. */
export function RecordStatusMark({ status }: { status: string }) {
  const { t } = useTranslation();
  const known = status as RecordStatus;
  return <Mark {...MARKS[known]}>{t(`documents.status.${known}`)}</Mark>;
}
