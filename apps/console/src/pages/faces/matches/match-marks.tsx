import type { FaceMatchState } from '@amaan/contracts/faces/matches/face-match';
import { useTranslation } from 'react-i18next';
import { Mark, type Shape, type Tone } from '../../../components/mark.tsx';

const STATE_MARKS: Record<FaceMatchState, { shape: Shape; tone: Tone }> = {
  possible: { shape: 'circle', tone: 'low' },
  disputed: { shape: 'diamond', tone: 'medium' },
  confirmed: { shape: 'triangle', tone: 'high' },
  rejected: { shape: 'square', tone: 'quiet' },
};

/** How far people have come with a possible match. */
export function MatchStateMark({ state }: { state: FaceMatchState }) {
  const { t } = useTranslation();
  return <Mark {...STATE_MARKS[state]}>{t(`faces.matches.states.${state}`)}</Mark>;
}
