import { Button, SegmentedControl, Switch } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../../access.ts';
import { performanceQuery } from '../../../api/performance.ts';
import { SimulatedMark } from '../../../components/status-marks.tsx';
import { GovernanceFrame } from '../governance-frame.tsx';
import { ChartView } from './chart-view.tsx';
import { FiguresView } from './figures-view.tsx';
import { LeagueView } from './league-view.tsx';
import classes from './performance.module.css';
import { PERIODS, type PerformanceSearch, VIEWS } from './performance-search.ts';
import { QualityView } from './quality-view.tsx';
import { ReportsView } from './reports-view.tsx';
import { SourcesView } from './sources-view.tsx';
import { TargetsDialog } from './targets-dialog.tsx';

const route = getRouteApi('/shell/governance/performance');

/** How fast the authority itself answers: by city, shift and station, never by person. */
export function PerformancePage() {
  const { t } = useTranslation();
  const may = useMay();
  const search = route.useSearch();
  const { view = 'figures', source } = search;
  // What changed in a day cannot be seen in a day.
  const days = search.days ?? (view === 'chart' ? 90 : view === 'figures' ? 7 : 30);
  const simulated = source === 'simulated';
  const navigate = route.useNavigate();
  const { data } = useQuery(performanceQuery(days, simulated));
  const [changing, setChanging] = useState(false);
  const change = (more: PerformanceSearch) =>
    void navigate({ search: (before) => ({ ...before, ...more }), replace: true });
  const selection = { days, simulated };
  const isOfTime = view !== 'sources' && view !== 'reports';
  return (
    <GovernanceFrame
      title={t('performance.title')}
      hint={t('service.hint')}
      actions={
        data !== undefined &&
        may('monitoring.change') && (
          <Button variant="default" onClick={() => setChanging(true)}>
            {t('performance.change')}
          </Button>
        )
      }
    >
      <nav className={classes.views} aria-label={t('service.views')}>
        {VIEWS.map((name) => (
          <Link
            key={name}
            to="/governance/performance"
            className={classes.view}
            activeOptions={{ exact: true, includeSearch: true }}
            aria-current={name === view ? 'page' : undefined}
            search={{
              ...(search.days !== undefined && { days: search.days }),
              ...(source !== undefined && { source }),
              ...(name !== 'figures' && { view: name }),
            }}
          >
            {t(`service.view.${name}`)}
          </Link>
        ))}
      </nav>
      {isOfTime && (
        <div className={classes.bar}>
          <div className={classes.periods}>
            <SegmentedControl
              aria-label={t('performance.period')}
              value={String(days)}
              data={PERIODS.map((count) => ({
                value: String(count),
                label: t('performance.days', { count }),
              }))}
              onChange={(value) => change({ days: PERIODS.find((one) => String(one) === value) ?? 7 })}
            />
          </div>
          <Switch
            label={t('service.simulated')}
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
      )}
      {view === 'figures' && <FiguresView selection={selection} />}
      {view === 'chart' && <ChartView selection={selection} search={search} onChange={change} />}
      {view === 'league' && <LeagueView selection={selection} search={search} onChange={change} />}
      {view === 'quality' && <QualityView selection={selection} />}
      {view === 'sources' && <SourcesView />}
      {view === 'reports' && <ReportsView />}
      {changing && data !== undefined && (
        <TargetsDialog settings={data.settings} onClose={() => setChanging(false)} />
      )}
    </GovernanceFrame>
  );
}
