import type { FaceReport } from '@amaan/contracts/faces/matches/face-report';
import { Button, SegmentedControl, Skeleton, Switch, TextInput } from '@mantine/core';
import { IconDownload, IconLock, IconReportAnalytics } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../../access.ts';
import { faceReportQuery } from '../../../api/face-reports.ts';
import { EmptyNotice } from '../../../components/empty-notice.tsx';
import { ProblemNotice } from '../../../components/problem-notice.tsx';
import { SimulatedMark } from '../../../components/status-marks.tsx';
import { saveCsv } from '../../../csv/save-csv.ts';
import { FacesFrame } from '../faces-frame.tsx';
import { AuditList } from './audit-list.tsx';
import { reportCsv } from './report-csv.ts';
import { ReportParts } from './report-parts.tsx';
import { REPORT_PERIODS, type ReportSearch, reportDays } from './report-search.ts';
import { ReportTotal } from './report-total.tsx';
import classes from './reports.module.css';

const route = getRouteApi('/shell/faces/reports');

/** How often facial recognition is wrong: by place, list and light from what people decided, by group from audit sets. */
export function ReportsPage() {
  const { t } = useTranslation();
  const may = useMay();
  return (
    <FacesFrame>
      {may('face-report.read') ? (
        <Reports />
      ) : (
        <EmptyNotice
          icon={<IconLock />}
          title={t('faces.nothingForYou')}
          hint={t('faces.nothingForYouHint')}
        />
      )}
    </FacesFrame>
  );
}

function Reports() {
  const { t } = useTranslation();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  // Of the moment when the page was opened: a day that begins meanwhile does not move the figures under the reader.
  const [now] = useState(() => Date.now());
  const { from, to } = reportDays(search, now);
  const simulated = search.source === 'simulated';
  const { data, error, refetch } = useQuery(faceReportQuery(from, to, simulated));
  const change = (changes: { [Key in keyof ReportSearch]: ReportSearch[Key] | undefined }) =>
    void navigate({ search: (before) => ({ ...before, ...changes }) as ReportSearch, replace: true });
  return (
    <div className={classes.page}>
      <header className={classes.heading}>
        <h1>{t('faceReports.title')}</h1>
        {data !== undefined && (
          <Button
            variant="default"
            leftSection={<IconDownload size={16} aria-hidden="true" />}
            onClick={() => saveCsv(`face-errors-${from}-${to}.csv`, reportCsv(data))}
          >
            {t('faceReports.csv')}
          </Button>
        )}
        <p className="prose quiet">{t('faceReports.hint')}</p>
      </header>
      <div className={classes.bar}>
        <SegmentedControl
          className={classes.choice ?? ''}
          aria-label={t('faceReports.period')}
          value={search.from !== undefined && search.to !== undefined ? 'between' : String(search.days ?? 30)}
          data={[
            ...REPORT_PERIODS.map((count) => ({
              value: String(count),
              label: t('performance.days', { count }),
            })),
            { value: 'between', label: t('faceReports.between') },
          ]}
          onChange={(value) =>
            value === 'between'
              ? change({ days: undefined, from, to })
              : change({
                  days: REPORT_PERIODS.find((one) => String(one) === value),
                  from: undefined,
                  to: undefined,
                })
          }
        />
        {search.from !== undefined && search.to !== undefined && (
          <>
            <TextInput
              type="date"
              size="xs"
              label={t('faceReports.from')}
              value={search.from}
              max={search.to}
              onChange={({ currentTarget }) =>
                currentTarget.value !== '' && change({ from: currentTarget.value })
              }
            />
            <TextInput
              type="date"
              size="xs"
              label={t('faceReports.to')}
              value={search.to}
              min={search.from}
              onChange={({ currentTarget }) =>
                currentTarget.value !== '' && change({ to: currentTarget.value })
              }
            />
          </>
        )}
        <Switch
          label={t('faceReports.simulated')}
          checked={simulated}
          onChange={({ currentTarget }) =>
            change({ source: currentTarget.checked ? 'simulated' : undefined })
          }
        />
        {simulated && <SimulatedMark />}
      </div>
      {error && !data ? (
        <ProblemNotice error={error} onRetry={() => void refetch()} />
      ) : data === undefined ? (
        <>
          <Skeleton height={96} />
          <Skeleton height={360} />
          <Skeleton height={160} />
        </>
      ) : (
        <Report report={data} by={search.by ?? 'camera'} onBy={(by) => change({ by })} />
      )}
    </div>
  );
}

function Report({
  report,
  by,
  onBy,
}: {
  report: FaceReport;
  by: NonNullable<ReportSearch['by']>;
  onBy: (by: NonNullable<ReportSearch['by']>) => void;
}) {
  const { t } = useTranslation();
  const { total } = report;
  return (
    <>
      {total.faces === 0 && total.alerts === 0 ? (
        <EmptyNotice
          icon={<IconReportAnalytics />}
          title={t('faceReports.none')}
          hint={t('faceReports.noneHint')}
        />
      ) : (
        <>
          <ReportTotal total={total} />
          <ReportParts report={report} by={by} onBy={onBy} />
        </>
      )}
      <AuditList audits={report.audits} />
    </>
  );
}
