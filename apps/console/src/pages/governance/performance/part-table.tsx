import type { ServicePerformance } from '@amaan/contracts/performance';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../format/use-format.ts';
import { FigureText } from '../monitoring/figure-text.tsx';
import classes from './performance.module.css';
import { inMilliseconds } from './service-figure.ts';

/** Every city with its shifts: the median of each phase. It scrolls by itself where it is too wide. */
export function PartTable({ parts }: { parts: ServicePerformance['parts'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const phases = parts[0]?.phases.map(({ phase }) => phase) ?? [];
  return (
    <section className={`${classes.panel} ${classes.parts}`}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('performance.site')}</th>
            <th scope="col">{t('performance.shift')}</th>
            <th scope="col">{t('performance.alertCount')}</th>
            {phases.map((phase) => (
              <th key={phase} scope="col">
                {t(`performance.phase.${phase}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {parts.map(({ siteId, siteName, shift, alerts, phases: figures }) => (
            <tr key={`${siteId} ${shift}`} data-whole={shift === null ? true : undefined}>
              <th scope="row">{shift === null ? siteName : ''}</th>
              <td>{shift ?? t('performance.allShifts')}</td>
              <td className="ltr">{format.number(alerts)}</td>
              {figures.map(({ phase, median }) => (
                <td key={phase}>
                  <FigureText figure={inMilliseconds(median)} unit="milliseconds" />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
