import { useTranslation } from 'react-i18next';
import parts from '../../../components/detail-parts.module.css';
import { Mark } from '../../../components/mark.tsx';
import { useFormat } from '../../../format/use-format.ts';
import type { AuditFile } from './audit-file.ts';
import classes from './reports.module.css';

/** Lines that are named; a file that is wrong throughout says the same again. */
const MOST_BAD = 20;

/** What was read of a file, and which of its lines are wrong and why. */
export function AuditPreview({ file: { groups, bad } }: { file: AuditFile }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <div className={`${parts.wide} ${classes.preview}`}>
      {bad.length > 0 && (
        <section role="alert" aria-label={t('faceReports.audit.bad', { count: bad.length })}>
          <Mark shape="triangle" tone="high">
            {t('faceReports.audit.bad', { count: bad.length })}
          </Mark>
          <ul className={classes.bad}>
            {bad.slice(0, MOST_BAD).map(({ line, text, problem }) => (
              <li key={line}>
                <span>
                  {t('faceReports.audit.line', { line: format.number(line) })}{' '}
                  {t(`faceReports.audit.lineProblem.${problem}`)}
                </span>
                <bdi className="mono quiet" dir="ltr">
                  {text}
                </bdi>
              </li>
            ))}
          </ul>
          {bad.length > MOST_BAD && (
            <p className="quiet">{t('faceReports.audit.badMore', { count: bad.length - MOST_BAD })}</p>
          )}
        </section>
      )}
      {groups.length > 0 && (
        <section
          className={classes.scroll}
          aria-label={t('faceReports.audit.read', { count: groups.length })}
        >
          <p className="quiet">{t('faceReports.audit.read', { count: groups.length })}</p>
          <table className={classes.table}>
            <thead>
              <tr>
                <th scope="col">{t('faceReports.audit.grouping')}</th>
                <th scope="col">{t('faceReports.audit.group')}</th>
                <th scope="col">{t('faceReports.faces')}</th>
                <th scope="col">{t('faceReports.alerts')}</th>
                <th scope="col">{t('faceReports.audit.wrong')}</th>
              </tr>
            </thead>
            <tbody>
              {groups.map(({ grouping, label, faces, alerts, falseAlerts }) => (
                <tr key={`${grouping} ${label}`}>
                  <td>
                    <bdi>{grouping}</bdi>
                  </td>
                  <th scope="row">
                    <bdi>{label}</bdi>
                  </th>
                  <td>{format.number(faces)}</td>
                  <td>{format.number(alerts)}</td>
                  <td>{format.number(falseAlerts)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </div>
  );
}
