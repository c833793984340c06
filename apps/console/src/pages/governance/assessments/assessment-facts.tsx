import type { AssessmentView } from '@amaan/contracts/governance/impact-assessment';
import { useTranslation } from 'react-i18next';
import { Mark, type Shape, type Tone } from '../../../components/mark.tsx';
import { useFormat } from '../../../format/use-format.ts';
import { ImpactLevelMark } from './impact-level-note.tsx';

const VALIDITY_MARKS: Record<
  Exclude<AssessmentView['validity'], 'not-in-force'>,
  { shape: Shape; tone: Tone }
> = {
  'in-force': { shape: 'circle', tone: 'good' },
  'expires-soon': { shape: 'triangle', tone: 'high' },
  expired: { shape: 'square', tone: 'critical' },
};

/** How long an assessment holds, and its highest level. */
export function AssessmentFacts({ view: { record, validity, level } }: { view: AssessmentView }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <>
      {validity !== 'not-in-force' && record.expiresAt !== null && (
        <Mark {...VALIDITY_MARKS[validity]}>
          {t(`assessments.validity.${validity}`, { date: format.date(record.expiresAt) })}
        </Mark>
      )}
      {level !== null && <ImpactLevelMark level={level} />}
    </>
  );
}
