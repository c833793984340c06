import type { Figure } from '@amaan/contracts/monitoring';
import { SegmentedControl } from '@mantine/core';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Chart } from '../../../components/chart.tsx';
import type { ChartTheme } from '../../../components/chart-theme.ts';
import { intervalChart } from '../../../components/interval-chart.ts';
import { useFormat } from '../../../format/use-format.ts';
import { inUnit } from '../../governance/monitoring/figure-text.tsx';
import classes from './reports.module.css';

/** A part of what was searched, and how often it was wrong there. */
export interface RatedPart {
  readonly name: string;
  readonly perAlert: Figure;
  readonly perFace: Figure;
}

/** More would lie on each other; the table has all of them. */
const MOST_PARTS = 20;
/** So long a name still fits under its point. */
const LONGEST_NAME = 18;

/** Error rates with their intervals, per decided alert or per searched face. */
export function RateChart({
  parts,
  title: titleOf,
}: {
  parts: readonly RatedPart[];
  /** The finding, in one sentence. */
  title: (per: 'alert' | 'face') => string;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const [per, setPer] = useState<'alert' | 'face'>('alert');
  const unit = per === 'alert' ? 'share' : 'rare-share';
  const axis = t(per === 'alert' ? 'faceReports.axisAlert' : 'faceReports.axisFace');
  const figureOf = ({ perAlert, perFace }: RatedPart) => (per === 'alert' ? perAlert : perFace);
  const known = parts.flatMap((part) => {
    const figure = figureOf(part);
    return figure.state === 'known' ? [{ name: part.name, figure }] : [];
  });
  const drawn = known.slice(0, MOST_PARTS);
  const key = JSON.stringify(drawn);
  const option = useCallback(
    (theme: ChartTheme) => {
      const all = JSON.parse(key) as typeof drawn;
      return {
        ...intervalChart(
          theme,
          axis,
          all.map(({ figure }, at) => ({
            at,
            value: figure.value * 100,
            low: figure.low * 100,
            high: figure.high * 100,
          })),
        ),
        xAxis: {
          type: 'category',
          data: all.map(({ name }) =>
            name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME - 1)}…` : name,
          ),
        },
        yAxis: { type: 'value', name: axis, min: 0 },
      };
    },
    [key, axis],
  );
  const percent = (value: number) => inUnit(format, unit, value);
  const title = titleOf(per);
  return (
    <div className={classes.chart}>
      <SegmentedControl
        size="xs"
        className={classes.choice ?? ''}
        aria-label={t('faceReports.per')}
        value={per}
        data={[
          { value: 'alert', label: t('faceReports.perAlert') },
          { value: 'face', label: t('faceReports.perFace') },
        ]}
        onChange={(value) => setPer(value === 'face' ? 'face' : 'alert')}
      />
      {drawn.length === 0 ? (
        <p className="quiet">
          {title} {t('faceReports.noChart')}
        </p>
      ) : (
        <Chart
          title={title}
          option={option}
          table={{
            columns: [t('faceReports.part'), axis, t('monitoring.axis.interval'), t('monitoring.axis.count')],
            rows: known.map(({ name, figure }) => [
              name,
              percent(figure.value),
              `${percent(figure.low)} – ${percent(figure.high)}`,
              figure.count,
            ]),
          }}
        />
      )}
      {known.length > drawn.length && (
        <p className="quiet">{t('faceReports.chartPart', { shown: drawn.length, count: known.length })}</p>
      )}
    </div>
  );
}
