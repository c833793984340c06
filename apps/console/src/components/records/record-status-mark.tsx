import { useTranslation } from 'react-i18next';
import type { en } from '../../messages/en.ts';
import { Mark, type Shape, type Tone } from '../mark.tsx';

type Status = keyof typeof en.documents.status;

const MARKS: Record<Status, { shape: Shape; tone: Tone }> = {
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
  closed: { shape: 'square', tone: 'quiet' },
};

/** The state of an assessment, a risk or a document. */
export function RecordStatusMark({ status }: { status: string }) {
  const { t } = useTranslation();
  const known = status as Status;
  return <Mark {...MARKS[known]}>{t(`documents.status.${known}`)}</Mark>;
}
