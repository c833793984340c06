import type { MonitoringDetail } from '@amaan/contracts/monitoring-views';
import { Button, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../../access.ts';
import { type MonitoredPlace, monitoringDetailQuery } from '../../../api/monitoring.ts';
import { ProblemNotice } from '../../../components/problem-notice.tsx';
import { SimulatedMark } from '../../../components/status-marks.tsx';
import { useFormat } from '../../../format/use-format.ts';
import { CalibrationChart, ErrorChart } from './correctness-charts.tsx';
import { DriftChart } from './drift-chart.tsx';
import { FigureText, UNIT_OF_METRIC } from './figure-text.tsx';
import { AlertChart, LatencyChart, VolumeChart } from './hour-charts.tsx';
import { HOUR_CHARTS, HourFigureChart } from './hour-figure-chart.tsx';
import classes from './monitoring.module.css';
import { StateMark } from './pair-list.tsx';
import { ReferenceDialog } from './reference-dialog.tsx';

/** One AI system on one camera group: what it reported, how right it was, and whether anything changed. */
export function MonitoringDetailView({ place }: { place: MonitoredPlace }) {
  const { data: detail, error, refetch } = useQuery(monitoringDetailQuery(place));
  if (error && !detail) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  if (detail === undefined) return <Skeleton height={480} />;
  return (
    <>
      <DetailHeading detail={detail} />
      <div className={classes.charts}>
        {[
          <VolumeChart key="volume" hours={detail.hours} />,
          <LatencyChart key="latency" hours={detail.hours} />,
          <AlertChart key="alerts" hours={detail.hours} overrideRate={detail.overrideRate} />,
          ...HOUR_CHARTS.map((chart) => <HourFigureChart key={chart.of} hours={detail.hours} {...chart} />),
          <CalibrationChart key="calibration" calibration={detail.calibration} />,
          <ErrorChart key="errors" errors={detail.errors} />,
          ...detail.drifts.map((drift) => <DriftChart key={drift.metric} drift={drift} />),
        ].map((chart) => (
          <section key={chart.key} className={classes.panel}>
            {chart}
          </section>
        ))}
      </div>
    </>
  );
}

function DetailHeading({ detail }: { detail: MonitoringDetail }) {
  const { t } = useTranslation();
  const may = useMay();
  const format = useFormat();
  const [pinning, setPinning] = useState(false);
  const { pair, reference } = detail;
  // Those of the rules, and what is known of a week where no enabled rule speaks of it.
  const figures = [
    ...pair.figures,
    { metric: 'override-rate' as const, figure: detail.overrideRate },
    { metric: 'review-time-median' as const, figure: detail.reviewTimeMedian },
  ].filter((one, index, all) => all.findIndex(({ metric }) => metric === one.metric) === index);
  return (
    <section className={classes.panel}>
      <div className={classes.bar}>
        <h2>
          <span className="ltr">{pair.system}</span> · {pair.siteName} · {pair.groupName}
        </h2>
        <StateMark state={pair.state} />
        {pair.simulated && <SimulatedMark />}
      </div>
      {pair.firing.map(({ ruleId, name, since }) => (
        <p key={ruleId} className={classes.firing}>
          {t('monitoring.firingSince', { name, at: format.dateTime(since) })}
        </p>
      ))}
      <ul className={classes.marks}>
        {figures.map(({ metric, figure }) => (
          <li key={metric}>
            <span className="quiet">{t(`monitoring.metric.${metric}`)}: </span>
            <FigureText figure={figure} unit={UNIT_OF_METRIC[metric]} />
          </li>
        ))}
      </ul>
      <div className={classes.bar}>
        <span className="quiet">
          {reference === null
            ? t('monitoring.noReference')
            : t('monitoring.reference', {
                from: format.dateTime(reference.from),
                to: format.dateTime(reference.to),
                name: reference.pinnedBy,
              })}
        </span>
        {may('monitoring.change') && (
          <Button variant="default" size="compact-sm" onClick={() => setPinning(true)}>
            {t('monitoring.pinReference')}
          </Button>
        )}
      </div>
      {pinning && <ReferenceDialog place={pair} onClose={() => setPinning(false)} />}
    </section>
  );
}
