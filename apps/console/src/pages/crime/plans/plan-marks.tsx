import type { PlanState } from '@amaan/contracts/crime/deployment-plan';
import { useTranslation } from 'react-i18next';
import { Mark, type Shape, type Tone } from '../../../components/mark.tsx';

const MARKS: Record<PlanState, { shape: Shape; tone: Tone }> = {
  proposed: { shape: 'circle', tone: 'low' },
  approved: { shape: 'square', tone: 'good' },
  rejected: { shape: 'square', tone: 'quiet' },
};

export function PlanStateMark({ state }: { state: PlanState }) {
  const { t } = useTranslation();
  return <Mark {...MARKS[state]}>{t(`crimePlans.state.${state}`)}</Mark>;
}
