import { CHART_STEPS, CHARTED, RULE_SETS } from '@amaan/contracts/service/control-chart';
import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import {
  callPerformanceQuery,
  controlChartQuery,
  type ServiceSelection,
} from '../../../api/service-calls.ts';
import { ProblemNotice } from '../../../components/problem-notice.tsx';
import { Choice, phasesOf, usePhaseName } from './choices.tsx';
import { ControlChartFigure } from './control-chart-figure.tsx';
import classes from './performance.module.css';
import type { PerformanceSearch } from './performance-search.ts';

const EVERYWHERE = '';

/** A control chart: whether the service changed, or only wandered as it always does. */
export function ChartView({
  selection,
  search,
  onChange,
}: {
  selection: ServiceSelection;
  search: PerformanceSearch;
  onChange: (change: PerformanceSearch) => void;
}) {
  const { t } = useTranslation();
  const phaseName = usePhaseName();
  const { of = 'calls', charted = 'within-target', step = 'day', rules = 'nelson', station } = search;
  const phases = phasesOf(of);
  const phase =
    phases.find((one) => one === search.phase) ?? (of === 'calls' ? 'arrival' : 'acknowledgement');
  const chosen = of === 'calls' && station !== undefined ? { ...selection, station } : selection;
  const { data, error, refetch } = useQuery(controlChartQuery(chosen, { of, charted, phase, step, rules }));
  const { data: all } = useQuery(callPerformanceQuery(selection));
  const stations = all?.stations ?? [];
  return (
    <>
      <p className="prose quiet">{t('service.chart.hint')}</p>
      <div className={classes.choices}>
        <Choice
          label={t('service.of')}
          value={of}
          data={(['calls', 'alerts'] as const).map((value) => ({ value, label: t(`service.${value}`) }))}
          onChange={(value) => onChange({ of: value })}
        />
        <Choice
          label={t('service.chart.charted')}
          value={charted}
          data={CHARTED.map((value) => ({ value, label: t(`service.charted.${value}`) }))}
          onChange={(value) => onChange({ charted: value })}
        />
        {charted !== 'volume' && (
          <Choice
            label={t('service.phaseLabel')}
            value={phase}
            data={phases.map((value) => ({ value, label: phaseName(of, value) }))}
            onChange={(value) => onChange({ phase: value })}
          />
        )}
        <Choice
          label={t('service.chart.step')}
          value={step}
          data={CHART_STEPS.map((value) => ({ value, label: t(`service.step.${value}`) }))}
          onChange={(value) => onChange({ step: value })}
        />
        <Choice
          label={t('service.chart.rules')}
          value={rules}
          data={RULE_SETS.map((value) => ({ value, label: t(`service.rules.${value}`) }))}
          onChange={(value) => onChange({ rules: value })}
        />
        {of === 'calls' && stations.length > 0 && (
          <Choice
            label={t('service.station')}
            value={station ?? EVERYWHERE}
            data={[
              { value: EVERYWHERE, label: t('service.allStations') },
              ...stations.map((value) => ({ value, label: value })),
            ]}
            onChange={(value) =>
              onChange({ station: value === EVERYWHERE ? undefined : value } as PerformanceSearch)
            }
          />
        )}
      </div>
      {error && !data ? (
        <ProblemNotice error={error} onRetry={() => void refetch()} />
      ) : data === undefined ? (
        <Skeleton height={360} />
      ) : (
        <section className={classes.panel}>
          <ControlChartFigure chart={data} />
        </section>
      )}
    </>
  );
}
