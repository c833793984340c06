import type { WhatIfFigure, WhatIfResult } from '@amaan/contracts/traffic/what-if';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { Chart } from '../../../components/chart.tsx';
import type { ChartTheme } from '../../../components/chart-theme.ts';
import { intervalChart } from '../../../components/interval-chart.ts';
import { useFormat } from '../../../format/use-format.ts';
import classes from './what-if.module.css';

/** What each controller made of the same demand, with 95 % intervals over the seeds. */
export function WhatIfResults({ results }: { results: readonly WhatIfResult[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const name = t('traffic.axis.delay');
  const words = results.map(({ controller }) => t(`signals.controller.${controller}`));
  const key = JSON.stringify(results.map(({ delay }, at) => ({ delay, word: words[at] })));
  const option = useCallback(
    (theme: ChartTheme) => {
      const all = JSON.parse(key) as { delay: WhatIfFigure; word: string }[];
      return {
        ...intervalChart(
          theme,
          name,
          all.map(({ delay: { mean, low, high } }, at) => ({
            ...{ at, value: mean, low: low ?? mean, high: high ?? mean },
          })),
        ),
        xAxis: { type: 'category', data: all.map(({ word }) => word) },
        yAxis: { type: 'value', name, min: 0 },
      };
    },
    [key, name],
  );
  const write = (figure: WhatIfFigure | null, digits = 1) =>
    figure === null
      ? '–'
      : figure.low === null || figure.high === null
        ? format.number(figure.mean, digits)
        : `${format.number(figure.mean, digits)} (${format.number(figure.low, digits)} – ${format.number(figure.high, digits)})`;
  return (
    <>
      <section className={classes.panel}>
        <Chart
          title={useFinding(results)}
          option={option}
          table={{
            columns: [t('signals.controllerLabel'), name, t('whatIf.difference')],
            rows: results.map(({ delay, delayDifference }, at) => [
              words[at]!,
              write(delay),
              write(delayDifference),
            ]),
          }}
        />
      </section>
      <div className={classes.scroll}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t('signals.controllerLabel')}</th>
              <th scope="col">{t('traffic.axis.delay')}</th>
              <th scope="col">{t('whatIf.difference')}</th>
              <th scope="col">{t('whatIf.waiting')}</th>
              <th scope="col">{t('whatIf.stops')}</th>
              <th scope="col">{t('whatIf.queue')}</th>
              <th scope="col">{t('whatIf.vehicles')}</th>
              <th scope="col">{t('whatIf.unfinished')}</th>
            </tr>
          </thead>
          <tbody>
            {results.map((one, at) => (
              <tr key={one.controller}>
                <th scope="row">{words[at]}</th>
                <td className="ltr">{write(one.delay)}</td>
                <td className="ltr">{write(one.delayDifference)}</td>
                <td className="ltr">{write(one.waiting)}</td>
                <td className="ltr">{write(one.stops, 2)}</td>
                <td className="ltr">{write(one.queue)}</td>
                <td className="ltr">{format.number(one.vehicles)}</td>
                <td className="ltr">{format.number(one.unfinished, 1)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="quiet">{t('whatIf.intervals')}</p>
    </>
  );
}

/** Whether one is better than the first, as far as its interval allows to say so. */
function useFinding(results: readonly WhatIfResult[]): string {
  const { t } = useTranslation();
  const format = useFormat();
  const [base, ...others] = results;
  const best = others
    .filter(({ delayDifference }) => delayDifference !== null)
    .toSorted((a, b) => a.delayDifference!.mean - b.delayDifference!.mean)[0];
  if (!base || !best?.delayDifference) return t('whatIf.noFinding');
  const { mean, low, high } = best.delayDifference;
  const parts = {
    best: t(`signals.controller.${best.controller}`),
    base: t(`signals.controller.${base.controller}`),
    seconds: format.number(Math.abs(mean), 1),
  };
  if (low === null || high === null || (low <= 0 && high >= 0)) return t('whatIf.unsure', parts);
  return t(mean < 0 ? 'whatIf.better' : 'whatIf.worse', parts);
}
