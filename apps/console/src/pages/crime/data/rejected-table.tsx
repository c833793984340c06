import type { RejectedLine } from '@amaan/contracts/crime/import-batch';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../format/use-format.ts';
import classes from './data.module.css';

/** Lines that were not kept, or would not be, each with its reason. */
export function RejectedTable({ lines, all }: { lines: readonly RejectedLine[]; all: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <section aria-labelledby="rejected-lines">
      <h2 id="rejected-lines">
        {all > lines.length
          ? t('crimeData.rejectedFirst', { shown: format.number(lines.length), all: format.number(all) })
          : t('crimeData.rejectedAll')}
      </h2>
      <div className={classes.scroll}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th>{t('crimeData.line')}</th>
              <th>{t('crimeData.why')}</th>
              <th>{t('crimeData.value')}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map(({ line, code, value }) => (
              <tr key={`${line} ${code}`}>
                <td>{format.number(line)}</td>
                <td data-wrap>{t(`crimeData.rejection.${code}`)}</td>
                <td>
                  <bdi className="mono">{value}</bdi>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
