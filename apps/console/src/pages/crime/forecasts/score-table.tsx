import type { ForecastResult } from '@amaan/contracts/crime/forecast';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../format/use-format.ts';
import classes from './forecasts.module.css';

/** How the forecast and the naive ones did on periods that they had not seen. */
export function ScoreTable({ evaluation }: { evaluation: NonNullable<ForecastResult['evaluation']> }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { model, baselines, strongest, origins, incidents, outside } = evaluation;
  const first = origins.at(-1);
  return (
    <section aria-labelledby="forecast-scores">
      <h2 id="forecast-scores">{t('crimeForecasts.scores')}</h2>
      <p className="prose quiet">
        {t('crimeForecasts.triedOn', {
          count: origins.length,
          // The latest stands first.
          from: first === undefined ? '' : format.date(first),
          incidents: format.number(incidents),
          outside: format.number(outside),
        })}
      </p>
      <div className={classes.scroll}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th>{t('crimeForecasts.column.surface')}</th>
              <th>{t('crimeForecasts.column.hitRate')}</th>
              <th title={t('crimeForecasts.paiHint')}>PAI</th>
              <th>{t('crimeForecasts.column.interval')}</th>
              <th title={t('crimeForecasts.peiHint')}>PEI</th>
              <th>{t('crimeForecasts.column.expected')}</th>
            </tr>
          </thead>
          <tbody>
            {[model, ...baselines].map(({ name, hitRate, pai, paiInterval, pei, calibration }) => (
              <tr key={name} data-own={name === 'model' || undefined}>
                <th scope="row">
                  {t(`crimeForecasts.surface.${name}`)}{' '}
                  {name === strongest && <span className="quiet">{t('crimeForecasts.strongest')}</span>}
                </th>
                <td>{format.percent(hitRate)} %</td>
                <td>{format.number(pai, 1)}</td>
                <td>
                  <bdi dir="ltr">
                    {format.number(paiInterval[0], 1)} – {format.number(paiInterval[1], 1)}
                  </bdi>
                </td>
                <td>{format.number(pei, 2)}</td>
                <td>
                  {t('crimeForecasts.expectedObserved', {
                    expected: format.number(calibration.expected),
                    observed: format.number(calibration.observed),
                  })}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
