import type { SurfaceScore } from '@amaan/contracts/crime/forecast';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../format/use-format.ts';
import classes from './forecasts.module.css';

/** Whether as many incidents came as were expected, from the cells of the highest risk down. */
export function CalibrationTable({ score: { calibration } }: { score: SurfaceScore }) {
  const { t } = useTranslation();
  const format = useFormat();
  const shares = [0, ...calibration.groups.map(({ untilShare }) => untilShare)];
  const share = (value: number) => format.number(value * 100, 1);
  return (
    <section aria-labelledby="forecast-calibration">
      <h2 id="forecast-calibration">{t('crimeForecasts.calibration')}</h2>
      <p className="prose quiet">{t('crimeForecasts.calibrationHint')}</p>
      <div className={classes.scroll}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th>{t('crimeForecasts.column.cells')}</th>
              <th>{t('crimeForecasts.column.expectedCount')}</th>
              <th>{t('crimeForecasts.column.observed')}</th>
              <th>{t('crimeForecasts.column.ratio')}</th>
              <th>{t('crimeForecasts.column.interval')}</th>
            </tr>
          </thead>
          <tbody>
            {calibration.groups.map(({ untilShare, expected, observed, ratio, interval }, at) => {
              const off = interval !== null && (interval[0] > 1 || interval[1] < 1);
              return (
                <tr key={untilShare} data-off={off || undefined}>
                  <th scope="row">
                    <bdi dir="ltr">
                      {share(shares[at]!)} – {share(untilShare)} %
                    </bdi>
                  </th>
                  <td>{format.number(expected, 1)}</td>
                  <td>{format.number(observed, 1)}</td>
                  <td>
                    {ratio === null ? '–' : format.number(ratio, 2)} {off && t('crimeForecasts.off')}
                  </td>
                  <td>
                    {interval !== null && (
                      <bdi dir="ltr">
                        {format.number(interval[0], 2)} – {format.number(interval[1], 2)}
                      </bdi>
                    )}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </section>
  );
}
