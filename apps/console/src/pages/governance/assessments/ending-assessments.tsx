import type { AssessmentView } from '@amaan/contracts/governance/impact-assessment';
import { useTranslation } from 'react-i18next';
import classes from '../../../components/records/records.module.css';
import { AssessmentFacts } from './assessment-facts.tsx';

/** Above everything: assessments that have ended or soon will, since their systems stop with them. */
export function EndingAssessments({
  views,
  onSelect,
}: {
  views: readonly AssessmentView[];
  onSelect: (id: string) => void;
}) {
  const { t } = useTranslation();
  const expired = views.filter(({ validity }) => validity === 'expired');
  const ending = [...expired, ...views.filter(({ validity }) => validity === 'expires-soon')];
  if (ending.length === 0) return null;
  return (
    <section
      className={classes.warning}
      {...(expired.length > 0 && { 'data-tone': 'critical' })}
      role={expired.length > 0 ? 'alert' : 'status'}
    >
      <strong>{t('assessments.ending', { count: ending.length })}</strong>
      <ul className={classes.plain}>
        {ending.map((view) => (
          <li key={view.record.id} className={classes.headingLine}>
            <button type="button" className={classes.link} onClick={() => onSelect(view.record.id)}>
              <bdi>{view.record.title}</bdi>
            </button>
            <AssessmentFacts view={view} />
          </li>
        ))}
      </ul>
    </section>
  );
}
