import type { ImpactLevel, ScoredImpact } from '@amaan/contracts/governance/impact-assessment';
import { useTranslation } from 'react-i18next';
import { Mark, type Shape, type Tone } from '../../../components/mark.tsx';
import classes from '../../../components/records/records.module.css';
import { useLocalText } from '../../../format/use-local-text.ts';

const LEVEL_MARKS: Record<ImpactLevel, { shape: Shape; tone: Tone }> = {
  low: { shape: 'diamond', tone: 'low' },
  moderate: { shape: 'square', tone: 'medium' },
  high: { shape: 'triangle', tone: 'high' },
  'very-high': { shape: 'circle', tone: 'critical' },
};

export function ImpactLevelMark({ level }: { level: ImpactLevel }) {
  const { t } = useTranslation();
  return <Mark {...LEVEL_MARKS[level]}>{t(`assessments.level.${level}`)}</Mark>;
}

/** A level with the steps that led to it. */
export function ImpactLevelNote({ score: { level, why } }: { score: ScoredImpact }) {
  const local = useLocalText();
  return (
    <div>
      <ImpactLevelMark level={level} />
      <ul className={classes.why}>
        {why.map((reason) => (
          <li key={reason.en}>{local(reason)}</li>
        ))}
      </ul>
    </div>
  );
}
