import type { ViolationCaseState } from '@amaan/contracts/violations/violation-case';
import { useTranslation } from 'react-i18next';
import { Mark, type Shape, type Tone } from '../../../components/mark.tsx';

/** A case for its second look has the mark of any other: who gives it must not know that there was a first. */
const STATE_MARKS: Record<ViolationCaseState, { shape: Shape; tone: Tone }> = {
  'for-review': { shape: 'circle', tone: 'low' },
  'second-look': { shape: 'circle', tone: 'low' },
  held: { shape: 'triangle', tone: 'high' },
  confirmed: { shape: 'diamond', tone: 'medium' },
  rejected: { shape: 'square', tone: 'quiet' },
};

/** How far people have come with a case. */
export function CaseStateMark({ state }: { state: ViolationCaseState }) {
  const { t } = useTranslation();
  return <Mark {...STATE_MARKS[state]}>{t(`violations.review.states.${state}`)}</Mark>;
}
