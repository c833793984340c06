import type { RiskLevel, RiskView } from '@amaan/contracts/governance/risk';
import { useTranslation } from 'react-i18next';
import { Mark, type Shape, type Tone } from '../../../components/mark.tsx';
import { useFormat } from '../../../format/use-format.ts';

const LEVEL_MARKS: Record<RiskLevel, { shape: Shape; tone: Tone }> = {
  acceptable: { shape: 'circle', tone: 'good' },
  tolerable: { shape: 'triangle', tone: 'high' },
  unacceptable: { shape: 'square', tone: 'critical' },
};

export function RiskLevelMark({ level, score }: { level: RiskLevel; score: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Mark
      {...LEVEL_MARKS[level]}
    >{`${t(`risks.level.${level}`)} · ${t('risks.score', { score: format.number(score) })}`}</Mark>
  );
}

/** What remains of a risk, and what is late. */
export function RiskFacts({ view: { inherent, residual, overdue, lateActions } }: { view: RiskView }) {
  const { t } = useTranslation();
  return (
    <>
      <RiskLevelMark {...(residual ?? inherent)} />
      {residual === null && <span className="quiet">{t('risks.notJudged')}</span>}
      {overdue && (
        <Mark shape="square" tone="critical">
          {t('risks.overdue')}
        </Mark>
      )}
      {lateActions > 0 && (
        <Mark shape="triangle" tone="high">
          {t('risks.lateActions', { count: lateActions })}
        </Mark>
      )}
    </>
  );
}
