import type { LevelOfService } from '@amaan/contracts/traffic/lane-measures';
import { useTranslation } from 'react-i18next';
import type { ChartTheme } from '../../../components/chart-theme.ts';
import classes from './level-mark.module.css';

type Tone = 'good' | 'low' | 'medium' | 'high' | 'critical' | 'quiet';

/** How bad a level is: A and B flow, C and D fill up, E is at its limit, F is over it. */
const TONES: Record<LevelOfService, Tone> = {
  A: 'good',
  B: 'good',
  C: 'low',
  D: 'medium',
  E: 'high',
  F: 'critical',
};

const toneOfLevel = (level: LevelOfService | null): Tone => (level === null ? 'quiet' : TONES[level]);

/** The colour of a level on a canvas. */
export const colourOfLevel = (theme: Pick<ChartTheme, Tone>, level: LevelOfService | null): string =>
  theme[toneOfLevel(level)];

/** A level of service: letter, word and colour; a dash where it was not measured. */
export function LevelMark({
  level,
  wordless = false,
}: {
  level: LevelOfService | null;
  /** Where space is tight; the word stays as a tooltip and for screen readers. */
  wordless?: boolean;
}) {
  const { t } = useTranslation();
  const word = t(`traffic.level.${level ?? 'none'}`);
  return (
    <span className={classes.mark} title={t('traffic.levelHint')}>
      <span className={classes.letter} data-tone={toneOfLevel(level)} aria-hidden="true">
        {level ?? '–'}
      </span>
      <span className={wordless ? 'unseen' : undefined}>
        {level === null ? word : t('traffic.levelWord', { level, word })}
      </span>
    </span>
  );
}
