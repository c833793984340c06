import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { assessmentsQuery } from '../../../api/assessments.ts';
import classes from '../../../components/records/records.module.css';

/** The impact assessments that speak of a risk. */
export function LinkedAssessments({ ids }: { ids: readonly string[] }) {
  const { t } = useTranslation();
  const { data } = useQuery({ ...assessmentsQuery, enabled: ids.length > 0 });
  const linked = (data ?? []).filter(({ record }) => ids.includes(record.id));
  if (linked.length === 0) return null;
  return (
    <section className={classes.block}>
      <h3>{t('risks.field.assessments')}</h3>
      <ul className={classes.plain}>
        {linked.map(({ record: { id, number, title } }) => (
          <li key={id}>
            <Link to="/governance/assessments" search={{ id } as never}>
              <span className="mono ltr">{number}</span> <bdi>{title}</bdi>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
