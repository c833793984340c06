import type { ChallanState } from '@amaan/contracts/violations/challan';
import { useTranslation } from 'react-i18next';
import { Mark, type Shape, type Tone } from '../../../components/mark.tsx';

const STATE_MARKS: Record<ChallanState, { shape: Shape; tone: Tone }> = {
  issued: { shape: 'circle', tone: 'low' },
  contested: { shape: 'diamond', tone: 'suspended' },
  upheld: { shape: 'diamond', tone: 'medium' },
  overdue: { shape: 'triangle', tone: 'high' },
  paid: { shape: 'square', tone: 'good' },
  cancelled: { shape: 'square', tone: 'quiet' },
  lapsed: { shape: 'square', tone: 'quiet' },
  'refund-due': { shape: 'triangle', tone: 'medium' },
  refunded: { shape: 'square', tone: 'good' },
};

/** Where a challan stands. */
export function ChallanStateMark({ state }: { state: ChallanState }) {
  const { t } = useTranslation();
  return <Mark {...STATE_MARKS[state]}>{t(`challans.states.${state}`)}</Mark>;
}
