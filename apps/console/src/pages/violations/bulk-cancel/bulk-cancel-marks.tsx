import type { BulkCancelState } from '@amaan/contracts/violations/bulk-cancel';
import { useTranslation } from 'react-i18next';
import { Mark, type Shape, type Tone } from '../../../components/mark.tsx';

const STATE_MARKS: Record<BulkCancelState, { shape: Shape; tone: Tone }> = {
  asked: { shape: 'circle', tone: 'low' },
  refused: { shape: 'square', tone: 'quiet' },
  running: { shape: 'diamond', tone: 'medium' },
  done: { shape: 'square', tone: 'good' },
};

/** How far a bulk cancellation has come. */
export function BulkCancelMark({ state }: { state: BulkCancelState }) {
  const { t } = useTranslation();
  return <Mark {...STATE_MARKS[state]}>{t(`bulkCancel.states.${state}`)}</Mark>;
}
