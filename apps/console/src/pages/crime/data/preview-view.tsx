import type { ImportPreview } from '@amaan/contracts/crime/import-batch';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../format/use-format.ts';
import classes from './data.module.css';
import { RejectedTable } from './rejected-table.tsx';

/** What a file's first rows would become: which columns are read, what is odd, and which lines would not be kept. */
export function PreviewView({ preview, stale }: { preview: ImportPreview; stale: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { columns, hints, rows, rejected, seen, good, offences } = preview;
  return (
    <div className={classes.form} aria-busy={stale} style={stale ? { opacity: 0.6 } : undefined}>
      <section aria-labelledby="preview-columns">
        <h2 id="preview-columns">{t('crimeData.columns')}</h2>
        <p className="prose quiet">{t('crimeData.columnsHint')}</p>
        <ul className={classes.columns}>
          {columns.map(({ name, uses, personal }) => (
            <li
              key={name}
              className={classes.column}
              data-used={uses.length > 0 || undefined}
              data-personal={personal || undefined}
            >
              <bdi className="mono">{name}</bdi>{' '}
              <span className="quiet">
                {personal
                  ? t('crimeData.personal')
                  : uses.length > 0
                    ? format.list(uses.map((use) => t(`crimeData.use.${use}`)))
                    : t('crimeData.notRead')}
              </span>
            </li>
          ))}
        </ul>
      </section>
      {hints.length > 0 && (
        <ul className={classes.hints}>
          {hints.map((hint) => (
            <li key={hint}>
              <IconAlertTriangle size={16} aria-hidden="true" /> {t(`crimeData.hint.${hint}`)}
            </li>
          ))}
        </ul>
      )}
      {seen > 0 && <p>{t('crimeData.goodOf', { good: format.number(good), seen: format.number(seen) })}</p>}
      {rows.length > 0 && (
        <section aria-labelledby="preview-rows">
          <h2 id="preview-rows">{t('crimeData.firstRows')}</h2>
          <div className={classes.scroll}>
            <table className={classes.table}>
              <thead>
                <tr>
                  <th>{t('crimeData.line')}</th>
                  <th>{t('crimeData.use.offence')}</th>
                  <th>{t('crimeData.use.from')}</th>
                  <th>{t('crimeData.use.until')}</th>
                  <th>{t('crimeData.position')}</th>
                </tr>
              </thead>
              <tbody>
                {rows.slice(0, 8).map(({ line, offence, from, until, position }) => (
                  <tr key={line}>
                    <td>{format.number(line)}</td>
                    <td data-wrap>
                      <bdi>{offence}</bdi>
                    </td>
                    <td>{format.dateTime(from)}</td>
                    <td>{until === from ? t('crimeData.exact') : format.dateTime(until)}</td>
                    <td className="ltr mono">
                      {position[0].toFixed(5)}, {position[1].toFixed(5)}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </section>
      )}
      {offences.length > 0 && (
        <section aria-labelledby="preview-offences">
          <h2 id="preview-offences">{t('crimeData.offencesFound')}</h2>
          <ul className={classes.columns}>
            {offences.slice(0, 24).map(({ offence, kind, officerInitiated, victimSensitive }) => (
              <li key={offence} className={classes.column}>
                <bdi>{offence}</bdi>{' '}
                <span className="quiet">
                  {format.list([
                    t(`crime.kind.${kind}`),
                    ...(officerInitiated ? [t('crimeData.officerInitiated')] : []),
                    ...(victimSensitive ? [t('crimeData.victimSensitive')] : []),
                  ])}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {rejected.length > 0 && <RejectedTable lines={rejected.slice(0, 20)} all={rejected.length} />}
    </div>
  );
}
