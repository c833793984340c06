import type { PublicMonth } from '@amaan/contracts/public-register';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.ts';
import classes from './public-register-page.module.css';

/** What a system reported month by month; small counts are withheld, and the reader is told so. */
export function PublicResults({ months }: { months: readonly PublicMonth[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (months.length === 0) return <p className="quiet">{t('publicRegister.noMonths')}</p>;
  const withheld = t('publicRegister.withheld');
  return (
    <div className={classes.results}>
      <table>
        <caption>{t('publicRegister.results')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('publicRegister.month')}</th>
            <th scope="col">{t('publicRegister.alerts')}</th>
            <th scope="col">{t('publicRegister.confirmed')}</th>
            <th scope="col">{t('publicRegister.rejected')}</th>
            <th scope="col">{t('publicRegister.undecided')}</th>
          </tr>
        </thead>
        <tbody>
          {months.map((month) => (
            <tr key={month.month}>
              <th scope="row" className="ltr">
                {month.month}
              </th>
              <td>{month.alerts === null ? withheld : format.number(month.alerts)}</td>
              {month.state === 'published' ? (
                <>
                  <td>{format.number(month.confirmed)}</td>
                  <td>{format.number(month.rejected)}</td>
                  <td>{format.number(month.undecided)}</td>
                </>
              ) : (
                <td colSpan={3} className="quiet">
                  {withheld}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="quiet">{t('publicRegister.withheldHint')}</p>
    </div>
  );
}
