import type { ContestState } from '@amaan/contracts/violations/contest';
import { useTranslation } from 'react-i18next';
import { Mark, type Shape, type Tone } from '../../../components/mark.tsx';
import { useFormat } from '../../../format/use-format.ts';
import { useNow } from '../../../format/use-now.ts';

const STATE_MARKS: Record<ContestState, { shape: Shape; tone: Tone }> = {
  open: { shape: 'circle', tone: 'low' },
  upheld: { shape: 'diamond', tone: 'medium' },
  accepted: { shape: 'square', tone: 'good' },
  lapsed: { shape: 'square', tone: 'suspended' },
  overtaken: { shape: 'square', tone: 'quiet' },
};

export function ContestStateMark({ state }: { state: ContestState }) {
  const { t } = useTranslation();
  return <Mark {...STATE_MARKS[state]}>{t(`contests.states.${state}`)}</Mark>;
}

/** Nearer to its end than this a contest is marked. */
const SOON_MS = 2 * 24 * 60 * 60_000;

/** How much time is left to decide. */
export function DeadlineMark({ decideBy }: { decideBy: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const left = Date.parse(decideBy) - useNow('ten-seconds');
  if (left <= 0)
    return (
      <Mark shape="triangle" tone="critical">
        {t('contests.over')}
      </Mark>
    );
  const text = t('contests.endsIn', { span: format.span(left) });
  return left < SOON_MS ? (
    <Mark shape="triangle" tone="high">
      {text}
    </Mark>
  ) : (
    <span className="quiet">{text}</span>
  );
}
