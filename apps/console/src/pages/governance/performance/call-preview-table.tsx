import type { CallPreview } from '@amaan/contracts/service/call-import';
import { CALL_FIELDS, CALL_TIMES } from '@amaan/contracts/service/emergency-call';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../format/use-format.ts';
import classes from './performance.module.css';

const SHOWN = 5;
const TIMES: readonly string[] = [...CALL_TIMES, 'saidAt'];

/** The first calls as they would be kept, and which columns stay unread. */
export function CallPreviewTable({ preview }: { preview: CallPreview }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { calls, good, refusedCount, unread } = preview;
  const fields = CALL_FIELDS.filter((field) => calls.some((call) => call.fields[field] !== undefined));
  return (
    <section className={`${classes.panel} ${classes.parts}`}>
      <p>{t('service.import.seen', { good: format.number(good), refused: format.number(refusedCount) })}</p>
      {unread.length > 0 && (
        <p className="quiet">
          {t('service.import.unreadColumns')} <bdi>{unread.join(', ')}</bdi>
        </p>
      )}
      {calls.length > 0 && (
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t('service.import.line')}</th>
              {fields.map((field) => (
                <th key={field} scope="col">
                  {t(`service.field.${field}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {calls.slice(0, SHOWN).map(({ line, fields: read }) => (
              <tr key={line}>
                <td className="ltr">{line}</td>
                {fields.map((field) => {
                  const value = read[field];
                  const isTime = TIMES.includes(field) && typeof value === 'string';
                  return (
                    <td key={field}>
                      <bdi>{isTime ? format.dateTime(value) : (value ?? '–')}</bdi>
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
