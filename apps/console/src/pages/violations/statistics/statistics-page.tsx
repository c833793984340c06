import type { ViolationStatistics } from '@amaan/contracts/violations/violation-figures';
import { Skeleton, TextInput } from '@mantine/core';
import { IconReportAnalytics } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../../access.ts';
import { violationStatisticsQuery } from '../../../api/violation-figures.ts';
import { EmptyNotice } from '../../../components/empty-notice.tsx';
import { ProblemNotice } from '../../../components/problem-notice.tsx';
import { ViolationsFrame } from '../violations-frame.tsx';
import { CountChart } from './count-chart.tsx';
import { type FigureSearch, figureMonths, instantsOf } from './figure-search.ts';
import { IntakePanel } from './intake-panel.tsx';
import { MonthChart } from './month-chart.tsx';
import { CancellationChart } from './rate-chart.tsx';
import { ReviewerTable } from './reviewer-table.tsx';
import classes from './statistics.module.css';
import { addedUp, byMonth, sum } from './sum-figures.ts';

const route = getRouteApi('/shell/violations/statistics');

/** What came of what was suspected: challans and how many were wrong, what was dropped, and who judged how well. */
export function StatisticsPage() {
  return (
    <ViolationsFrame>
      <StatisticsView />
    </ViolationsFrame>
  );
}

function StatisticsView() {
  const { t } = useTranslation();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const [now] = useState(() => Date.now());
  const months = figureMonths(search, now);
  const instants = instantsOf(months);
  const may = useMay();
  const readsFigures = may('violation-figures.read');
  const { data, error, refetch } = useQuery({
    ...violationStatisticsQuery(months),
    enabled: readsFigures,
  });
  const change = (changes: FigureSearch) =>
    void navigate({ search: (before) => ({ ...before, ...changes }), replace: true });
  return (
    <div className={classes.page}>
      <header className={classes.heading}>
        <h1>{t('violationFigures.title')}</h1>
        {(['from', 'to'] as const).map((end) => (
          <TextInput
            key={end}
            type="month"
            size="xs"
            aria-label={t(`violationFigures.${end}`)}
            value={months[end]}
            onChange={({ currentTarget: { value } }) => value !== '' && change({ ...months, [end]: value })}
          />
        ))}
        <p className="prose quiet">{t('violationFigures.hint')}</p>
      </header>
      {!readsFigures ? null : error && !data ? (
        <ProblemNotice error={error} onRetry={() => void refetch()} />
      ) : data === undefined ? (
        <>
          <Skeleton height={280} />
          <Skeleton height={200} />
        </>
      ) : (
        <ChallanFigures statistics={data} />
      )}
      {may('violation-intake.read') && <IntakePanel {...instants} />}
      <ReviewerTable {...instants} />
    </div>
  );
}

function ChallanFigures({ statistics }: { statistics: ViolationStatistics }) {
  const { t } = useTranslation();
  const { rows, byKind } = statistics;
  const months = byMonth(rows);
  const issued = sum(months, (month) => month.issued);
  if (issued === 0 && months.every(({ cancelled }) => cancelled === 0))
    return (
      <EmptyNotice
        icon={<IconReportAnalytics />}
        title={t('violationFigures.none')}
        hint={t('violationFigures.noneHint')}
      />
    );
  const causes = addedUp(rows.map(({ byCause }) => byCause));
  const gaps = addedUp(rows.map((row) => row.gaps));
  const kinds = byKind.filter((each) => each.issued > 0).toSorted((a, b) => b.issued - a.issued);
  const [cause, gap, kind] = [causes[0], gaps[0], kinds[0]];
  return (
    <>
      <MonthChart months={months} />
      <div className={classes.charts}>
        <CancellationChart {...statistics} />
        {cause === undefined ? (
          <p className="quiet">{t('violationFigures.causesNone')}</p>
        ) : (
          <CountChart
            title={t('violationFigures.causesFound', {
              cause: t(`challans.causes.${cause.name}`),
              count: cause.count,
              all: sum(causes, ({ count }) => count),
            })}
            name={t('violationFigures.cause')}
            bars={causes.map(({ name, count }) => ({ name: t(`challans.causes.${name}`), count }))}
          />
        )}
        {kind !== undefined && (
          <CountChart
            title={t('violationFigures.kindsFound', {
              kind: t(`violations.kind.${kind.kind}`),
              count: kind.issued,
              all: sum(kinds, (each) => each.issued),
            })}
            name={t('violationFigures.kind')}
            bars={kinds.map((each) => ({ name: t(`violations.kind.${each.kind}`), count: each.issued }))}
          />
        )}
        {gap === undefined ? (
          <p className="quiet">{t('violationFigures.gapsNone')}</p>
        ) : (
          <CountChart
            title={t('violationFigures.gapsFound', {
              count: sum(gaps, ({ count }) => count),
              reason: t(`violationFigures.gaps.${gap.name}`),
            })}
            name={t('violationFigures.gap')}
            bars={gaps.map(({ name, count }) => ({ name: t(`violationFigures.gaps.${name}`), count }))}
          />
        )}
      </div>
    </>
  );
}
