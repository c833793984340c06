import { type ControlOverview, STANDARDS } from '@amaan/contracts/governance/control';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../format/use-format.ts';
import { useLocalText } from '../../../format/use-local-text.ts';
import { ControlStatusMark } from './control-status-mark.tsx';
import classes from './controls.module.css';
import { STANDARD_NAMES } from './standard-names.ts';

/** The statement of applicability of both standards, made to be printed. */
export function StatementTable({ overview: { controls, evaluatedAt } }: { overview: ControlOverview }) {
  const { t } = useTranslation();
  const local = useLocalText();
  const format = useFormat();
  return (
    <div className={classes.statement}>
      <p className="prose">{t('controls.statementHint', { when: format.dateTime(evaluatedAt) })}</p>
      {STANDARDS.map((standard) => (
        <table key={standard}>
          <caption>{STANDARD_NAMES[standard]}</caption>
          <thead>
            <tr>
              <th>{t('controls.column.id')}</th>
              <th>{t('controls.column.wording')}</th>
              <th>{t('controls.column.applicable')}</th>
              <th>{t('controls.column.justification')}</th>
              <th>{t('controls.column.owner')}</th>
              <th>{t('controls.column.implementation')}</th>
              <th>{t('controls.column.status')}</th>
            </tr>
          </thead>
          <tbody>
            {controls
              .filter((control) => control.standard === standard)
              .map(({ id, wording, statement, status, record }) => (
                <tr key={id}>
                  <td className="mono ltr">{id}</td>
                  <td>{local(wording)}</td>
                  <td>{t(`controls.applicability.${statement.applicability}`)}</td>
                  <td dir="auto">{statement.justification}</td>
                  <td dir="auto">{statement.owner ?? '–'}</td>
                  <td>{record === null ? '–' : t(`controls.implementation.${statement.implementation}`)}</td>
                  <td>
                    <ControlStatusMark status={status} />
                  </td>
                </tr>
              ))}
          </tbody>
        </table>
      ))}
    </div>
  );
}
