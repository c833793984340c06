import type { CallPart } from '@amaan/contracts/service/call-performance';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../format/use-format.ts';
import { FigureText } from '../monitoring/figure-text.tsx';
import classes from './performance.module.css';
import { inMilliseconds } from './service-figure.ts';

const SHOWN = ['dispatch', 'arrival', 'closure'] as const;

/** Every city with its shifts and stations: the median of each phase, and how many were reached in time. */
export function CallTable({ parts }: { parts: readonly CallPart[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <section className={`${classes.panel} ${classes.parts}`}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('performance.site')}</th>
            <th scope="col">{t('service.part')}</th>
            <th scope="col">{t('service.calls')}</th>
            {SHOWN.map((phase) => (
              <th key={phase} scope="col">
                {t(`service.phase.${phase}`)}
              </th>
            ))}
            <th scope="col">{t('service.arrivedInTime')}</th>
          </tr>
        </thead>
        <tbody>
          {parts.map(({ siteId, siteName, station, shift, calls, phases }) => {
            const of = (name: string) => phases.find(({ phase }) => phase === name)!;
            const isWhole = station === null && shift === null;
            return (
              <tr key={`${siteId} ${station} ${shift}`} data-whole={isWhole || undefined}>
                <th scope="row">{isWhole ? siteName : ''}</th>
                <td>
                  <bdi>{station ?? shift ?? t('service.whole')}</bdi>
                </td>
                <td className="ltr">{format.number(calls)}</td>
                {SHOWN.map((phase) => (
                  <td key={phase}>
                    <FigureText figure={inMilliseconds(of(phase).median)} unit="milliseconds" />
                  </td>
                ))}
                <td>
                  <FigureText figure={of('arrival').withinTarget} unit="share" />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
