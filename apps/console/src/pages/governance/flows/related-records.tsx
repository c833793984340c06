import type { RecordInFlow } from '@amaan/contracts/governance/record-step';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { RecordStatusMark } from '../../../components/records/record-status-mark.tsx';
import classes from '../../../components/records/records.module.css';

/** Where each kind is read. */
const PLACES = {
  incident: '/governance/incidents',
  nonconformity: '/governance/incidents',
  'corrective-action': '/governance/incidents',
  concern: '/governance/concerns',
  audit: '/governance/audits',
} as const;

/** The records that name this one, or that it names, each with a way there. */
export function RelatedRecords({ related }: { related: RecordInFlow['related'] }) {
  const { t } = useTranslation();
  if (related.length === 0) return null;
  return (
    <section className={classes.block}>
      <h3>{t('incidents.related')}</h3>
      <ul className={classes.plain}>
        {related.map(({ id, kind, number, title, status }) => {
          const to = PLACES[kind as keyof typeof PLACES];
          const name = (
            <>
              <span className="mono ltr">{number}</span> <bdi>{title}</bdi>
            </>
          );
          return (
            <li key={id}>
              {to === undefined ? (
                name
              ) : (
                <Link
                  to={to}
                  search={to === '/governance/incidents' ? ({ kind, id } as never) : ({ id } as never)}
                  className={classes.link}
                >
                  {name}
                </Link>
              )}{' '}
              <RecordStatusMark status={status} />
            </li>
          );
        })}
      </ul>
    </section>
  );
}
