import { LEAGUE_OF, type LeagueTable } from '@amaan/contracts/service/league-table';
import { leagueWords } from '@amaan/contracts/service/league-words';
import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { leagueQuery, type ServiceSelection } from '../../../api/service-calls.ts';
import { Chart } from '../../../components/chart.tsx';
import type { ChartTheme } from '../../../components/chart-theme.ts';
import { intervalChart } from '../../../components/interval-chart.ts';
import { ProblemNotice } from '../../../components/problem-notice.tsx';
import { SimulatedMark } from '../../../components/status-marks.tsx';
import { useFormat } from '../../../format/use-format.ts';
import { useLocalText } from '../../../format/use-local-text.ts';
import { FigureText } from '../monitoring/figure-text.tsx';
import { Choice, phasesOf, usePhaseName } from './choices.tsx';
import classes from './performance.module.css';
import type { PerformanceSearch } from './performance-search.ts';
import { inMilliseconds } from './service-figure.ts';

/** Cities or stations in order, and how little of the order is certain. */
export function LeagueView({
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
  const { of = 'calls', figure = 'median' } = search;
  const phases = phasesOf(of);
  const phase =
    phases.find((one) => one === search.phase) ?? (of === 'calls' ? 'arrival' : 'acknowledgement');
  const by = of === 'alerts' ? 'site' : (search.by ?? 'site');
  const { data, error, refetch } = useQuery(leagueQuery(selection, { of, figure, phase, by }));
  return (
    <>
      <p className="prose quiet">{t('service.league.hint')}</p>
      <div className={classes.choices}>
        <Choice
          label={t('service.of')}
          value={of}
          data={(['calls', 'alerts'] as const).map((value) => ({ value, label: t(`service.${value}`) }))}
          onChange={(value) => onChange({ of: value })}
        />
        <Choice
          label={t('service.league.figure')}
          value={figure}
          data={LEAGUE_OF.map((value) => ({ value, label: t(`service.charted.${value}`) }))}
          onChange={(value) => onChange({ figure: value })}
        />
        <Choice
          label={t('service.phaseLabel')}
          value={phase}
          data={phases.map((value) => ({ value, label: phaseName(of, value) }))}
          onChange={(value) => onChange({ phase: value })}
        />
        {of === 'calls' && (
          <Choice
            label={t('service.league.by')}
            value={by}
            data={(['site', 'station'] as const).map((value) => ({ value, label: t(`service.by.${value}`) }))}
            onChange={(value) => onChange({ by: value })}
          />
        )}
      </div>
      {error && !data ? (
        <ProblemNotice error={error} onRetry={() => void refetch()} />
      ) : data === undefined ? (
        <Skeleton height={360} />
      ) : (
        <League table={data} />
      )}
    </>
  );
}

function League({ table }: { table: LeagueTable }) {
  const { t } = useTranslation();
  const format = useFormat();
  const local = useLocalText();
  const isMedian = table.figure === 'median';
  const name = t(`service.axis.${table.figure}`);
  const known = table.rows.flatMap(({ figure, station, siteName, bestRank, worstRank }) =>
    figure.state === 'known' ? [{ ...figure, label: station ?? siteName, bestRank, worstRank }] : [],
  );
  const key = JSON.stringify({ known, name, scale: isMedian ? 1 : 100 });
  const option = useCallback(
    (theme: ChartTheme) => {
      const drawn = JSON.parse(key) as { known: typeof known; name: string; scale: number };
      const points = drawn.known.map(({ value, low, high }, at) => ({
        ...{ at, value: value * drawn.scale, low: low * drawn.scale, high: high * drawn.scale },
      }));
      return {
        ...intervalChart(theme, drawn.name, points),
        xAxis: { type: 'category', data: drawn.known.map(({ label }) => label) },
        yAxis: { type: 'value', name: drawn.name, scale: true },
      };
    },
    [key],
  );
  const rank = (best: number | null, worst: number | null) =>
    best === null || worst === null
      ? '–'
      : best === worst
        ? format.number(best)
        : `${format.number(best)}–${format.number(worst)}`;
  return (
    <>
      <section className={classes.panel}>
        <Chart
          title={local(leagueWords(table))}
          option={option}
          marks={table.simulated ? <SimulatedMark /> : undefined}
          table={{
            columns: [
              t('service.league.ranks'),
              t('service.league.name'),
              name,
              t('monitoring.axis.interval'),
            ],
            rows: known.map(({ label, value, low, high, bestRank, worstRank }) => [
              ...[rank(bestRank, worstRank), label, value],
              `${format.number(low, 2)} – ${format.number(high, 2)}`,
            ]),
          }}
        />
      </section>
      <section className={`${classes.panel} ${classes.parts}`}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t('service.league.ranks')}</th>
              <th scope="col">{t('service.league.name')}</th>
              <th scope="col">{name}</th>
            </tr>
          </thead>
          <tbody>
            {table.rows.map(({ siteId, siteName, station, figure, bestRank, worstRank }) => (
              <tr key={`${siteId} ${station}`}>
                <td className="ltr">{rank(bestRank, worstRank)}</td>
                <th scope="row">
                  <bdi>{station ?? siteName}</bdi>
                </th>
                <td>
                  <FigureText
                    figure={isMedian ? inMilliseconds(figure) : figure}
                    unit={isMedian ? 'milliseconds' : 'share'}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        <p className={`${classes.notes} quiet`}>{t('service.league.method')}</p>
      </section>
    </>
  );
}
