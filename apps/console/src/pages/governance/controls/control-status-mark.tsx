import type { ControlStatus, DocumentEvidence } from '@amaan/contracts/governance/control';
import { useTranslation } from 'react-i18next';
import { Mark, type Shape, type Tone } from '../../../components/mark.tsx';

const MARKS: Record<ControlStatus, { shape: Shape; tone: Tone }> = {
  holds: { shape: 'circle', tone: 'good' },
  attention: { shape: 'triangle', tone: 'high' },
  contradicts: { shape: 'square', tone: 'critical' },
  planned: { shape: 'diamond', tone: 'low' },
  'no-evidence': { shape: 'diamond', tone: 'quiet' },
  'not-applicable': { shape: 'circle', tone: 'quiet' },
};

export function ControlStatusMark({ status }: { status: ControlStatus }) {
  const { t } = useTranslation();
  return <Mark {...MARKS[status]}>{t(`controls.status.${status}`)}</Mark>;
}

const DOCUMENT_MARKS: Record<DocumentEvidence['state'], { shape: Shape; tone: Tone }> = {
  current: { shape: 'circle', tone: 'good' },
  due: { shape: 'triangle', tone: 'high' },
  overdue: { shape: 'square', tone: 'critical' },
  unowned: { shape: 'square', tone: 'critical' },
  'not-approved': { shape: 'diamond', tone: 'quiet' },
};

export function DocumentStateMark({ state }: { state: DocumentEvidence['state'] }) {
  const { t } = useTranslation();
  return <Mark {...DOCUMENT_MARKS[state]}>{t(`controls.documents.state.${state}`)}</Mark>;
}
