import type {
  PublicViolationMonth,
  PublicViolations as Violations,
} from '@amaan/contracts/violations/violation-figures';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.ts';
import { useLocalText } from '../../format/use-local-text.ts';
import classes from './public-register-page.module.css';

/** Challans issued, contested and taken back, by month, cause and camera; small counts stand together or are withheld. */
export function PublicViolations({ violations }: { violations: Violations }) {
  const { t } = useTranslation();
  const format = useFormat();
  const local = useLocalText();
  if (violations.state === 'not-in-operation') return <p>{local(violations.because)}</p>;
  const { months, suspended } = violations;
  return (
    <div className={classes.results}>
      {months.length === 0 ? (
        <p className="quiet">{t('publicRegister.noCounts')}</p>
      ) : (
        <table>
          <caption>{t('publicRegister.violations.caption')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('publicRegister.month')}</th>
              <th scope="col">{t('publicRegister.violations.issued')}</th>
              <th scope="col">{t('publicRegister.violations.contested')}</th>
              <th scope="col">{t('publicRegister.violations.cancelled')}</th>
            </tr>
          </thead>
          <tbody>
            {months.map((month) => (
              <tr key={month.month}>
                <th scope="row">
                  <span className="ltr">{month.month}</span>
                </th>
                {month.state === 'published' ? (
                  <>
                    <td>{format.number(month.issued)}</td>
                    <td>{format.number(month.contested)}</td>
                    <td>{format.number(month.cancelled)}</td>
                  </>
                ) : (
                  <td colSpan={3} className="quiet">
                    {t('publicRegister.withheld')}
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {months.map(
        (month) =>
          month.state === 'published' && month.issued > 0 && <Month key={month.month} month={month} />,
      )}
      {suspended.length > 0 && (
        <>
          <p>{t('publicRegister.violations.suspended')}</p>
          <ul>
            {suspended.map(({ camera, since }) => (
              <li key={`${camera} ${since}`}>
                {camera}, {format.date(since)}
              </li>
            ))}
          </ul>
        </>
      )}
      <p className="quiet">{t('publicRegister.violations.hint')}</p>
    </div>
  );
}

/** Where the challans of a month came from, why some were taken back, and why no case was made of others. */
function Month({ month }: { month: Extract<PublicViolationMonth, { state: 'published' }> }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <details className={classes.details}>
      <summary>
        <span className="ltr">{month.month}</span>: {t('publicRegister.violations.more')}
      </summary>
      <table>
        <caption>{t('publicRegister.violations.byCamera')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('publicRegister.violations.camera')}</th>
            <th scope="col">{t('publicRegister.violations.issued')}</th>
            <th scope="col">{t('publicRegister.violations.contested')}</th>
            <th scope="col">{t('publicRegister.violations.cancelled')}</th>
          </tr>
        </thead>
        <tbody>
          {month.byCamera.map(({ camera, cameras, issued, contested, cancelled }) => (
            <tr key={camera ?? ''}>
              <th scope="row">{camera ?? t('publicRegister.violations.together', { count: cameras })}</th>
              <td>{format.number(issued)}</td>
              <td>{format.number(contested)}</td>
              <td>{format.number(cancelled)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {month.byCause.length > 0 && (
        <ul>
          {month.byCause.map(({ cause, count }) => (
            <li key={cause}>
              {t(`publicRegister.violations.cause.${cause}`)}: {format.number(count)}
            </li>
          ))}
        </ul>
      )}
      {month.gaps.length > 0 && (
        <p>
          {t('publicRegister.violations.gaps', {
            number: format.number(month.gaps.reduce((sum, { count }) => sum + count, 0)),
          })}
        </p>
      )}
    </details>
  );
}
