import type { SystemDetails } from '@amaan/contracts/api/system-details';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../../access.ts';
import { DemoMark } from '../../../components/status-marks.tsx';
import { useFormat } from '../../../format/use-format.ts';
import { Block, Section } from './section.tsx';
import classes from './system.module.css';

type LinkedRecord = SystemDetails['risks'][number];

/** What people have written about the system: assessments, risks and incidents, each with its link. */
export function RecordsSection({ details }: { details: SystemDetails }) {
  const { t } = useTranslation();
  const may = useMay();
  const lists = [
    {
      title: t('governance.nav.assessments'),
      to: '/governance/assessments',
      records: details.assessments,
      needs: 'record.read',
    },
    {
      title: t('governance.nav.risks'),
      to: '/governance/risks',
      records: details.risks,
      needs: 'record.read',
    },
    {
      title: t('governance.nav.incidents'),
      to: '/governance/incidents',
      records: details.incidents,
      needs: 'incident.read',
    },
  ] as const;
  return (
    <Section title={t('lifecycle.records')}>
      <div className={classes.columns}>
        {lists.map(({ title, to, records, needs }) => (
          <Block key={to} title={title}>
            {records.length === 0 && <p className="quiet">{t('lifecycle.noRecords')}</p>}
            <ul className={classes.plain}>
              {records.map((record) => (
                <li key={record.id} className={classes.record}>
                  {may(needs) ? (
                    <Link to={to} search={{ id: record.id }}>
                      <bdi>{record.number}</bdi>
                    </Link>
                  ) : (
                    <bdi>{record.number}</bdi>
                  )}
                  <span dir="auto">{record.title}</span>
                  <RecordDates record={record} />
                </li>
              ))}
            </ul>
          </Block>
        ))}
      </div>
    </Section>
  );
}

function RecordDates({ record: { status, expiresAt, reviewAt, demo } }: { record: LinkedRecord }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <span className={`quiet ${classes.dates}`}>
      <bdi>{status}</bdi>
      {expiresAt && ` · ${t('lifecycle.endsOn', { date: format.date(expiresAt) })}`}
      {reviewAt && ` · ${t('lifecycle.reviewOn', { date: format.date(reviewAt) })}`} {demo && <DemoMark />}
    </span>
  );
}
