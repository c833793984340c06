import { Button, Skeleton } from '@mantine/core';
import { IconFileDownload, IconFileText } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { weeklyReportAddress, weeklyReportsQuery } from '../../../api/service-calls.ts';
import { EmptyNotice } from '../../../components/empty-notice.tsx';
import { ProblemNotice } from '../../../components/problem-notice.tsx';
import { useFormat } from '../../../format/use-format.ts';
import { FailedReports } from './failed-reports.tsx';
import classes from './performance.module.css';
import { ReportWeek } from './report-week.tsx';

/** The weekly reports, to download, and those that could not be made. */
export function ReportsView() {
  const { t } = useTranslation();
  const format = useFormat();
  const { data, error, refetch } = useQuery(weeklyReportsQuery);
  if (error && !data) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Skeleton height={240} />;
  return (
    <>
      <p className="prose quiet">{t('service.reports.hint', { next: format.dateTime(data.nextAt) })}</p>
      {data.failed.length > 0 && <FailedReports failed={data.failed} />}
      {data.reports.length === 0 ? (
        <EmptyNotice
          icon={<IconFileText />}
          title={t('service.reports.none')}
          hint={t('service.reports.noneHint')}
        />
      ) : (
        <section className={`${classes.panel} ${classes.parts}`}>
          <table className={classes.table}>
            <thead>
              <tr>
                <th scope="col">{t('service.reports.week')}</th>
                <th scope="col">{t('service.reports.of')}</th>
                <th scope="col">{t('service.alerts')}</th>
                <th scope="col">{t('service.calls')}</th>
                <th scope="col">{t('service.reports.made')}</th>
                <th scope="col">{t('service.reports.file')}</th>
              </tr>
            </thead>
            <tbody>
              {data.reports.map(({ id, siteName, alerts, calls, madeAt, ...week }) => (
                <tr key={id}>
                  <th scope="row">
                    <ReportWeek {...week} />
                  </th>
                  <td>{siteName === null ? t('service.reports.allSites') : <bdi>{siteName}</bdi>}</td>
                  <td className="ltr">{format.number(alerts)}</td>
                  <td className="ltr">{format.number(calls)}</td>
                  <td>
                    <bdi>{format.dateTime(madeAt)}</bdi>
                  </td>
                  <td>
                    <Button
                      component="a"
                      href={weeklyReportAddress(id)}
                      download
                      size="compact-sm"
                      variant="default"
                      leftSection={<IconFileDownload size={16} aria-hidden="true" />}
                    >
                      {t('service.reports.download')}
                    </Button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </>
  );
}
