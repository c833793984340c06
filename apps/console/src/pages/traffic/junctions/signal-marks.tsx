import type { JunctionSummary } from '@amaan/contracts/traffic/junction-record';
import type { SignalMode } from '@amaan/contracts/traffic/signal-decision';
import { useTranslation } from 'react-i18next';
import { Mark, type Shape, type Tone } from '../../../components/mark.tsx';

const MODES: Record<SignalMode, { shape: Shape; tone: Tone }> = {
  observe: { shape: 'circle', tone: 'quiet' },
  advise: { shape: 'diamond', tone: 'low' },
  control: { shape: 'square', tone: 'good' },
};

/** How far signal control goes at a junction. */
export function ModeMark({ mode }: { mode: SignalMode }) {
  const { t } = useTranslation();
  return <Mark {...MODES[mode]}>{t(`signals.mode.${mode}`)}</Mark>;
}

/** How a junction stands, the worst first. */
export type JunctionStanding =
  | 'contradiction'
  | 'silent'
  | 'fallback'
  | 'problem'
  | 'wave'
  | 'controlled'
  | 'fine';

export function standingOf({
  contradictions,
  live,
  mode,
}: Pick<JunctionSummary, 'contradictions' | 'live' | 'mode'>): JunctionStanding {
  if (contradictions.length > 0) return 'contradiction';
  if (live === null) return 'silent';
  if (live.waveId !== null) return 'wave';
  if (live.problem !== null) return 'problem';
  if (mode !== 'control') return 'fine';
  return live.state.source === 'controller' ? 'controlled' : 'fallback';
}

const STANDINGS: Record<JunctionStanding, { shape: Shape; tone: Tone }> = {
  contradiction: { shape: 'triangle', tone: 'critical' },
  silent: { shape: 'diamond', tone: 'quiet' },
  fallback: { shape: 'triangle', tone: 'high' },
  problem: { shape: 'triangle', tone: 'high' },
  wave: { shape: 'diamond', tone: 'critical' },
  controlled: { shape: 'circle', tone: 'good' },
  fine: { shape: 'circle', tone: 'good' },
};

export function StandingMark({
  junction,
}: {
  junction: Pick<JunctionSummary, 'contradictions' | 'live' | 'mode'>;
}) {
  const { t } = useTranslation();
  const standing = standingOf(junction);
  return <Mark {...STANDINGS[standing]}>{t(`signals.standing.${standing}`)}</Mark>;
}
