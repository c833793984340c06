import type { NearRepeatResult } from '@amaan/contracts/crime/analysis-result';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../format/use-format.ts';
import { type KnoxCell, knoxCells } from './knox-cells.ts';
import classes from './knox-table.module.css';

/** Pairs of incidents by how far apart they are in place and time, against what chance would give. */
export function KnoxTable({ result, alpha }: { result: NearRepeatResult; alpha: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { metres, days } = result;
  const band = (ends: readonly (number | null)[], place: number, unit: 'metres' | 'days') => {
    const [end, before] = [ends[place] ?? null, place === 0 ? 0 : (ends[place - 1] ?? 0)];
    if (end === null) return t(`crimeNear.beyond.${unit}`, { value: format.number(before) });
    return t(`crimeNear.band.${unit}`, { from: format.number(before), to: format.number(end) });
  };
  return (
    <figure className={classes.figure}>
      <figcaption>
        <h2>{t('crimeNear.table')}</h2>
        <p className="quiet prose">{t('crimeNear.tableHint', { alpha: format.number(alpha, 2) })}</p>
      </figcaption>
      <div className={classes.scroll}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t('crimeNear.apart')}</th>
              {days.map((_, place) => (
                <th key={days[place] ?? 'beyond'} scope="col">
                  {band(days, place, 'days')}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {knoxCells(result, alpha).map((cells, row) => (
              <tr key={metres[row] ?? 'beyond'}>
                <th scope="row">{band(metres, row, 'metres')}</th>
                {cells.map((cell) => (
                  <Cell key={cell.column} cell={cell} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </figure>
  );
}

function Cell({ cell: { observed, expected, ratio, p, significant } }: { cell: KnoxCell }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <td data-significant={significant || undefined}>
      <strong className="ltr">
        {ratio === null ? '–' : t('crimeNear.times', { value: format.number(ratio, 2) })}
        {significant && (
          <>
            <span aria-hidden="true"> ★</span>
            <span className="unseen">{t('crimeNear.significant')}</span>
          </>
        )}
      </strong>
      <span className="quiet">
        {t('crimeNear.pairs', { observed: format.number(observed), expected: format.number(expected, 1) })}
        {' · '}
        {t('crime.p', { p: format.number(p, 3) })}
      </span>
    </td>
  );
}
