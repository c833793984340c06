import type { ForecastResult } from '@amaan/contracts/crime/forecast';
import { Button, useComputedColorScheme } from '@mantine/core';
import { IconCircleCheck, IconHandStop } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../../access.ts';
import { SimulatedMark } from '../../../components/status-marks.tsx';
import { useFormat } from '../../../format/use-format.ts';
import { forecastFeatures } from '../layers/cell-features.ts';
import { useCrimeLooks } from '../layers/use-crime-looks.ts';
import { MapPicture, type PictureSite } from '../picture/map-picture.tsx';
import type { ResultDetails } from '../run/use-analysis.ts';
import { CalibrationTable } from './calibration-table.tsx';
import classes from './forecasts.module.css';
import { ScoreChart } from './score-chart.tsx';
import { ScoreTable } from './score-table.tsx';

const OPACITY = 0.9;

/** First whether it may be planned with, and why; then the cells; then how it and the naive ones did before. */
export function ForecastView({
  result,
  details,
  site,
}: {
  result: ForecastResult;
  details: ResultDetails;
  site: PictureSite;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const may = useMay();
  const looks = useCrimeLooks(useComputedColorScheme());
  const features = useMemo(() => forecastFeatures(result), [result]);
  const { offered, reason, horizon, expected, evaluation, ratio, ratioInterval, patrolEffect } = result;
  const days = t('crime.between', { from: format.date(horizon.from), to: format.date(horizon.until) });
  const verdict = t(`crimeForecasts.verdict.${reason}`);
  return (
    <section className={classes.view}>
      <div className={classes.verdict} data-offered={offered || undefined} role="status">
        {offered ? (
          <IconCircleCheck size={28} aria-hidden="true" />
        ) : (
          <IconHandStop size={28} aria-hidden="true" />
        )}
        <div>
          <h1>{verdict}</h1>
          <p className="quiet">
            {ratio !== null && ratioInterval !== null && evaluation !== null
              ? t('crimeForecasts.ratio', {
                  ratio: format.number(ratio, 2),
                  low: format.number(ratioInterval[0], 2),
                  high: format.number(ratioInterval[1], 2),
                  baseline: t(`crimeForecasts.surface.${evaluation.strongest}`),
                })
              : t('crimeForecasts.notTried')}
          </p>
        </div>
        {details.simulated && <SimulatedMark />}
        {offered && may('crime-plan.propose') && (
          <Button
            size="xs"
            renderRoot={(props) => <Link to="/crime/plans" search={{ forecast: details.id }} {...props} />}
          >
            {t('crimeForecasts.plan')}
          </Button>
        )}
      </div>
      <MapPicture
        site={site}
        details={details}
        name={`${site.name}-forecast`}
        title={t('crimeForecasts.finding', {
          cells: format.number(expected.length),
          share: format.number(result.areaFraction * 100, 1),
          days,
          expected: format.number(
            expected.reduce((sum, one) => sum + one, 0),
            1,
          ),
          total: format.number(result.expectedTotal, 1),
        })}
        subtitle={verdict}
        legends={[
          {
            ...{ title: t('crimeForecasts.legend'), opacity: OPACITY, form: 'marks' },
            entries: [{ swatch: looks.forecast.marked!, label: t('crimeForecasts.marked', { days }) }],
          },
        ]}
        formats={['geojson', 'csv']}
        layers={[{ id: 'forecast', form: 'areas', opacity: OPACITY, features, looks: looks.forecast }]}
        describe={(_, place) =>
          t('crimeForecasts.cell', {
            rank: format.number(place + 1),
            expected: format.number(expected[place] ?? 0, 2),
          })
        }
      >
        {evaluation !== null && (
          <>
            <ScoreChart evaluation={evaluation} marks={details.simulated ? <SimulatedMark /> : undefined} />
            <ScoreTable evaluation={evaluation} />
            <CalibrationTable score={evaluation.model} />
          </>
        )}
        {patrolEffect !== null && (
          <p className="prose quiet">
            {t(patrolEffect.corrected ? 'crimeForecasts.patrolCorrected' : 'crimeForecasts.patrolKnown', {
              ratio: format.number(patrolEffect.ratioPerHour, 3),
              low: format.number(patrolEffect.interval[0], 3),
              high: format.number(patrolEffect.interval[1], 3),
            })}
          </p>
        )}
      </MapPicture>
    </section>
  );
}
