import { csvText } from '@amaan/contracts/csv-text';
import type { TravelTimes } from '@amaan/contracts/traffic/api-travel-times';
import { Button, Select } from '@mantine/core';
import { IconClockPlay, IconDownload } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { EChartsCoreOption } from 'echarts/core';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { camerasQuery } from '../../../api/cameras.ts';
import { askTravelTimes, travelRecordsQuery } from '../../../api/traffic.ts';
import { Chart } from '../../../components/chart.tsx';
import type { ChartTheme } from '../../../components/chart-theme.ts';
import { EmptyNotice } from '../../../components/empty-notice.tsx';
import { ProblemLine } from '../../../components/problem-notice.tsx';
import { SimulatedMark } from '../../../components/status-marks.tsx';
import { saveCsv } from '../../../csv/save-csv.ts';
import { useFormat } from '../../../format/use-format.ts';
import { AskedFields, newAsked, problemOfAsked } from './asked-fields.tsx';
import { spreadOverTime } from './spread-over-time.ts';
import classes from './travel.module.css';

/** How long vehicles took from one plate camera to another. */
export function TravelTimesView() {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const { data: cameras = [] } = useQuery(camerasQuery);
  const [asked, setAsked] = useState(() => newAsked(Date.now()));
  const [from, setFrom] = useState<string | null>(null);
  const [to, setTo] = useState<string | null>(null);
  const [tried, setTried] = useState(false);
  const problem = from === null || to === null || from === to ? 'travel.needsCameras' : problemOfAsked(asked);
  const ask = useMutation({
    mutationFn: () =>
      askTravelTimes({
        ...{ fromCameraId: from!, toCameraId: to!, mostMinutes: 60 },
        ...{
          from: asked.from!,
          to: asked.to!,
          stepMinutes: asked.stepMinutes,
          purpose: asked.purpose.trim(),
        },
      }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: travelRecordsQuery.queryKey }),
  });
  const choices = cameras.map(({ id, name }) => ({ value: id, label: name }));
  const simulated = cameras.some((one) => one.simulated && (one.id === from || one.id === to));
  return (
    <>
      <form
        className={classes.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (problem === null) ask.mutate();
        }}
      >
        <div className={classes.fields}>
          <Select
            size="xs"
            searchable
            limit={100}
            label={t('travel.fromCamera')}
            value={from}
            data={choices}
            onChange={setFrom}
          />
          <Select
            size="xs"
            searchable
            limit={100}
            label={t('travel.toCamera')}
            value={to}
            data={choices}
            onChange={setTo}
          />
        </div>
        <AskedFields value={asked} onChange={setAsked} />
        {tried && problem !== null && <p role="alert">{t(problem)}</p>}
        <ProblemLine error={ask.error} />
        <Button type="submit" size="xs" loading={ask.isPending}>
          {t('travel.ask')}
        </Button>
      </form>
      {ask.data && (
        <TimesResult
          times={ask.data}
          range={{ from: ask.data.intervals[0]?.from ?? asked.from!, to: asked.to! }}
          stepMinutes={asked.stepMinutes}
          simulated={simulated}
        />
      )}
    </>
  );
}

function TimesResult({
  times,
  range,
  stepMinutes,
  simulated,
}: {
  times: TravelTimes;
  range: { from: string; to: string };
  stepMinutes: number;
  simulated: boolean;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const { intervals, metres } = times;
  const name = t('traffic.axis.minutes');
  const p85 = t('travel.p85');
  const spread = spreadOverTime(
    intervals,
    Date.parse(range.from),
    Date.parse(range.to),
    stepMinutes * 60_000,
  );
  const key = JSON.stringify(spread);
  const option = useCallback(
    (theme: ChartTheme): EChartsCoreOption => {
      const all = JSON.parse(key) as typeof spread;
      const line = (data: (number | null)[][]) => ({
        type: 'line',
        connectNulls: false,
        symbolSize: 4,
        data,
      });
      const minutes = (seconds: number | undefined) => (seconds === undefined ? null : seconds / 60);
      return {
        legend: { show: true },
        xAxis: { type: 'time' },
        yAxis: { type: 'value', name, min: 0 },
        series: [
          { ...line(all.map(({ at, row }) => [at, minutes(row?.medianSeconds)])), name: t('travel.median') },
          {
            ...line(all.map(({ at, row }) => [at, minutes(row?.p85Seconds)])),
            name: p85,
            lineStyle: { type: 'dashed', color: theme.series[1] },
          },
        ],
      };
    },
    [key, name, p85, t],
  );
  if (intervals.length === 0)
    return <EmptyNotice icon={<IconClockPlay />} title={t('travel.tooFew')} hint={t('travel.tooFewHint')} />;
  const longest = intervals.toSorted((a, b) => b.medianSeconds - a.medianSeconds)[0]!;
  return (
    <section className={classes.panel}>
      <Chart
        title={t('travel.finding', {
          most: format.span(longest.medianSeconds * 1000),
          at: format.dateTime(longest.from),
          count: longest.vehicles,
        })}
        option={option}
        marks={simulated ? <SimulatedMark /> : undefined}
        table={{
          columns: [t('traffic.from'), t('traffic.axis.vehicles'), t('travel.median'), t('travel.p15'), p85],
          rows: intervals.map((one) => [
            format.dateTime(one.from),
            one.vehicles,
            one.medianSeconds,
            one.p15Seconds,
            one.p85Seconds,
          ]),
        }}
      />
      <p className="quiet">
        {metres !== null && `${t('travel.metres', { km: format.number(metres / 1000, 2) })} `}
        {t('travel.fewLeftOut')}
      </p>
      <Button
        size="xs"
        variant="default"
        leftSection={<IconDownload size={16} aria-hidden="true" />}
        onClick={() =>
          saveCsv(
            'travel-times.csv',
            csvText(
              ['simulated', 'from', 'to', 'vehicles', 'median_s', 'p15_s', 'p85_s'],
              intervals.map((one) =>
                [
                  ...[simulated ? 'SIMULATED' : '', one.from, one.to, one.vehicles],
                  ...[one.medianSeconds, one.p15Seconds, one.p85Seconds],
                ].map(String),
              ),
            ),
          )
        }
      >
        {t('traffic.csv')}
      </Button>
    </section>
  );
}
