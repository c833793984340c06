import type { PhaseFigures, ServicePerformance } from '@amaan/contracts/performance';
import { Button, SegmentedControl, Skeleton, Switch } from '@mantine/core';
import { IconClockHour4 } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../../access.ts';
import { performanceQuery } from '../../../api/performance.ts';
import { EmptyNotice } from '../../../components/empty-notice.tsx';
import { ProblemNotice } from '../../../components/problem-notice.tsx';
import { SimulatedMark } from '../../../components/status-marks.tsx';
import { useFormat } from '../../../format/use-format.ts';
import { GovernanceFrame } from '../governance-frame.tsx';
import { duration, FigureText } from '../monitoring/figure-text.tsx';
import { PartTable } from './part-table.tsx';
import classes from './performance.module.css';
import { PERIODS } from './performance-search.ts';
import { ServiceChart } from './service-chart.tsx';
import { inMilliseconds } from './service-figure.ts';
import { TargetsDialog } from './targets-dialog.tsx';

const route = getRouteApi('/shell/governance/performance');

/** How fast the authority itself answers: by city and shift, never by person. */
export function PerformancePage() {
  const { t } = useTranslation();
  const may = useMay();
  const { days = 7, source } = route.useSearch();
  const simulated = source === 'simulated';
  const navigate = route.useNavigate();
  const { data, error, refetch } = useQuery(performanceQuery(days, simulated));
  const [changing, setChanging] = useState(false);
  return (
    <GovernanceFrame
      title={t('performance.title')}
      hint={t('performance.hint')}
      actions={
        data !== undefined &&
        may('monitoring.change') && (
          <Button variant="default" onClick={() => setChanging(true)}>
            {t('performance.change')}
          </Button>
        )
      }
    >
      <div className={classes.bar}>
        <SegmentedControl
          aria-label={t('performance.period')}
          value={String(days)}
          data={PERIODS.map((count) => ({ value: String(count), label: t('performance.days', { count }) }))}
          onChange={(value) =>
            void navigate({
              search: (before) => ({ ...before, days: PERIODS.find((one) => String(one) === value) ?? 7 }),
            })
          }
        />
        <Switch
          label={t('performance.simulated')}
          checked={simulated}
          onChange={({ currentTarget }) => {
            const wanted = currentTarget.checked;
            void navigate({
              search: ({ source: _, ...before }) => ({
                ...before,
                ...(wanted && { source: 'simulated' as const }),
              }),
            });
          }}
        />
        {simulated && <SimulatedMark />}
      </div>
      {error && !data ? (
        <ProblemNotice error={error} onRetry={() => void refetch()} />
      ) : data === undefined ? (
        <Skeleton height={360} />
      ) : data.alerts === 0 ? (
        <EmptyNotice
          icon={<IconClockHour4 />}
          title={t('performance.none')}
          hint={t('performance.noneHint')}
        />
      ) : (
        <Figures performance={data} />
      )}
      {changing && data !== undefined && (
        <TargetsDialog settings={data.settings} onClose={() => setChanging(false)} />
      )}
    </GovernanceFrame>
  );
}

function Figures({ performance }: { performance: ServicePerformance }) {
  const { t } = useTranslation();
  return (
    <>
      <p className="quiet">{t('performance.alerts', { count: performance.alerts })}</p>
      <div className={classes.phases}>
        {performance.whole.map((figures) => (
          <PhaseCard
            key={figures.phase}
            figures={figures}
            target={performance.settings.targets[figures.phase]}
          />
        ))}
      </div>
      <section className={classes.panel}>
        <ServiceChart performance={performance} />
      </section>
      <PartTable parts={performance.parts} />
    </>
  );
}

function PhaseCard({ figures, target }: { figures: PhaseFigures; target: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { phase, median, p90, withinTarget } = figures;
  return (
    <section className={classes.panel}>
      <h2 title={t(`performance.phaseHint.${phase}`)}>{t(`performance.phase.${phase}`)}</h2>
      <dl className={classes.facts}>
        <dt>{t('performance.median')}</dt>
        <dd>
          <FigureText figure={inMilliseconds(median)} unit="milliseconds" />
        </dd>
        <dt>{t('performance.p90')}</dt>
        <dd>
          <FigureText figure={inMilliseconds(p90)} unit="milliseconds" />
        </dd>
        <dt>{t('performance.withinTarget', { target: duration(format.locale, target * 1000) })}</dt>
        <dd>
          <FigureText figure={withinTarget} unit="share" />
        </dd>
      </dl>
    </section>
  );
}
