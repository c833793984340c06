import type { FailedReport } from '@amaan/contracts/service/weekly-report';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../../access.ts';
import { Mark } from '../../../components/mark.tsx';
import { useCodedSentence } from '../../../components/problem-notice.tsx';
import { useFormat } from '../../../format/use-format.ts';
import classes from './performance.module.css';
import { ReportWeek } from './report-week.tsx';

/** Reports that are due and could not be made, each with its reason and the incident that tells of it. */
export function FailedReports({ failed }: { failed: readonly FailedReport[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const may = useMay();
  const sentence = useCodedSentence();
  return (
    <ul className={classes.flags} aria-label={t('service.reports.failed')}>
      {failed.map(({ incidentId, siteName, since, retried, code, message, ...report }) => (
        <li key={incidentId} className={classes.panel}>
          <span className={classes.flagHead}>
            <Mark shape="square" tone="medium">
              {t('service.reports.failed')}
            </Mark>
            <strong>
              <ReportWeek {...report} />
            </strong>
            <span>{siteName === null ? t('service.reports.allSites') : <bdi>{siteName}</bdi>}</span>
          </span>
          <p>
            {sentence({ code, message })} {t(`service.reports.${retried ? 'retried' : 'givenUp'}`)}
          </p>
          <span className={`${classes.flagHead} ${classes.notes} quiet`}>
            <span>{t('service.reports.since', { time: format.dateTime(since) })}</span>
            <span className="mono ltr">{code}</span>
            {may('incident.read') && (
              <Link to="/governance/incidents" search={{ kind: 'incident', id: incidentId }}>
                {t('service.reports.incident')}
              </Link>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}
