import type { CorridorMeasures, CorridorTravelTimes } from '@amaan/contracts/traffic/api-corridor';
import { Button, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { EChartsCoreOption } from 'echarts/core';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { askCorridorTravelTimes } from '../../../api/traffic.ts';
import { Chart } from '../../../components/chart.tsx';
import { ProblemLine } from '../../../components/problem-notice.tsx';
import { useFormat } from '../../../format/use-format.ts';
import { isPurposeShort } from '../travel/asked-fields.tsx';
import { spreadOverTime } from '../travel/spread-over-time.ts';
import classes from './corridors.module.css';

const STEP_MINUTES = 15;

/** How long vehicles took from stop to stop, where plate cameras stand at both: asked with a purpose, on record. */
export function PlateTimes({ measures, from, to }: { measures: CorridorMeasures; from: string; to: string }) {
  const { t } = useTranslation();
  const [purpose, setPurpose] = useState('');
  const [tried, setTried] = useState(false);
  const ask = useMutation({
    mutationFn: () =>
      askCorridorTravelTimes(measures.corridor.id, {
        ...{ from, to, stepMinutes: STEP_MINUTES, purpose: purpose.trim(), mostMinutes: 60 },
      }),
  });
  return (
    <details className={classes.panel}>
      <summary>{t('traffic.corridor.plateTimes')}</summary>
      <form
        className={classes.stack}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (!isPurposeShort(purpose)) ask.mutate();
        }}
      >
        <p className="prose quiet">{t('travel.hint')}</p>
        <Textarea
          size="xs"
          label={t('travel.purpose')}
          description={t('travel.purposeHint')}
          value={purpose}
          maxLength={500}
          autosize
          dir="auto"
          error={tried && isPurposeShort(purpose) && t('travel.needsPurpose')}
          onChange={({ currentTarget }) => setPurpose(currentTarget.value)}
        />
        <ProblemLine error={ask.error} />
        <Button type="submit" size="xs" variant="default" loading={ask.isPending}>
          {t('travel.ask')}
        </Button>
      </form>
      {ask.data && <LegTimes found={ask.data} measures={measures} from={from} to={to} />}
    </details>
  );
}

function LegTimes({
  found: { legs },
  measures,
  from,
  to,
}: {
  found: CorridorTravelTimes;
  measures: CorridorMeasures;
  from: string;
  to: string;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const name = t('traffic.axis.minutes');
  const begin = Math.floor(Date.parse(from) / (STEP_MINUTES * 60_000)) * STEP_MINUTES * 60_000;
  const named = legs.map(({ intervals }, index) => ({
    leg: `${measures.stops[index]?.approach ?? ''} → ${measures.stops[index + 1]?.approach ?? ''}`,
    intervals,
    steps: spreadOverTime(intervals, begin, Date.parse(to), STEP_MINUTES * 60_000),
  }));
  const key = JSON.stringify(
    named.map(({ leg, steps }) => ({
      name: leg,
      data: steps.map(({ at, row }) => [at, row === null ? null : row.medianSeconds / 60]),
    })),
  );
  const option = useCallback(
    (): EChartsCoreOption => ({
      legend: { show: true },
      xAxis: { type: 'time' },
      yAxis: { type: 'value', name, min: 0 },
      series: (JSON.parse(key) as object[]).map((series) => ({
        ...series,
        ...{ type: 'line', connectNulls: false, symbolSize: 4 },
      })),
    }),
    [key, name],
  );
  const all = named.flatMap(({ leg, intervals }) => intervals.map((interval) => ({ leg, interval })));
  const longest = all.toSorted((a, b) => b.interval.medianSeconds - a.interval.medianSeconds)[0];
  if (longest === undefined) return <p className="quiet">{t('travel.tooFewHint')}</p>;
  return (
    <>
      <Chart
        title={`${longest.leg}: ${t('travel.finding', {
          most: format.span(longest.interval.medianSeconds * 1000),
          at: format.dateTime(longest.interval.from),
          count: longest.interval.vehicles,
        })}`}
        option={option}
        height={200}
        table={{
          columns: [t('traffic.approach'), t('traffic.from'), t('traffic.axis.vehicles'), t('travel.median')],
          rows: all.map(({ leg, interval }) => [
            leg,
            format.dateTime(interval.from),
            interval.vehicles,
            interval.medianSeconds,
          ]),
        }}
      />
      <p className="quiet">{t('travel.fewLeftOut')}</p>
    </>
  );
}
