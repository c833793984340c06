import type { PublicTally as Tally } from '@amaan/contracts/public-register';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.ts';
import { useLocalText } from '../../format/use-local-text.ts';
import classes from './public-register-page.module.css';

/** A figure beyond alerts: month by month, or that its system is not in operation. */
export function PublicTally({ name, tally }: { name: string; tally: Tally }) {
  const { t } = useTranslation();
  const format = useFormat();
  const local = useLocalText();
  if (tally.state === 'not-in-operation') return <span>{local(tally.because)}</span>;
  if (tally.months.length === 0) return <span className="quiet">{t('publicRegister.noCounts')}</span>;
  return (
    <div className={classes.results}>
      <table aria-label={name}>
        <thead>
          <tr>
            <th scope="col">{t('publicRegister.month')}</th>
            <th scope="col">{t('publicRegister.count')}</th>
          </tr>
        </thead>
        <tbody>
          {tally.months.map((month) => (
            <tr key={month.month}>
              <th scope="row">
                <span className="ltr">{month.month}</span>
              </th>
              <td>
                {month.state === 'published' ? (
                  format.number(month.count)
                ) : (
                  <span className="quiet">{t('publicRegister.withheld')}</span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
