import type { TrendSeries } from '@amaan/contracts/crime/analysis-result';
import { useTranslation } from 'react-i18next';
import { Mark, type Shape, type Tone } from '../../../components/mark.tsx';
import { useFormat } from '../../../format/use-format.ts';
import classes from './trend-table.module.css';
import { type TrendWord, trendWord } from './trend-word.ts';
import { useTrendWords } from './use-trend-words.ts';

const MARKS: Record<TrendWord, { shape: Shape; tone: Tone }> = {
  rising: { shape: 'triangle', tone: 'high' },
  falling: { shape: 'diamond', tone: 'good' },
  steady: { shape: 'square', tone: 'quiet' },
  unknown: { shape: 'circle', tone: 'quiet' },
};

/** Each kind of offence: change per year with its interval, whether it is more than chance, and when the level changed. */
export function TrendTable({
  series,
  at,
  alpha,
}: {
  series: readonly TrendSeries[];
  at: readonly string[];
  alpha: number;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useTrendWords();
  return (
    <div className={classes.scroll}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('crimeTrends.kind')}</th>
            <th scope="col">{t('crimeTime.incidents')}</th>
            <th scope="col">{t('crimeTrends.perYear')}</th>
            <th scope="col">{t('crimeTrends.verdict')}</th>
            <th scope="col">q</th>
            <th scope="col">{t('crimeTrends.lastChange')}</th>
          </tr>
        </thead>
        <tbody>
          {series.map((one) => {
            const word = trendWord(one, alpha);
            const last = one.changes.at(-1);
            return (
              <tr key={one.offenceKind ?? 'all'}>
                <th scope="row">{words.name(one)}</th>
                <td className="ltr">{format.number(one.counts.reduce((sum, count) => sum + count, 0))}</td>
                <td>{words.yearly(one)}</td>
                <td>
                  <Mark {...MARKS[word]}>{t(`crimeTrends.word.${word}`)}</Mark>
                </td>
                <td className="ltr">{one.yearly === null ? '–' : format.number(one.yearly.q, 3)}</td>
                <td>
                  {last === undefined
                    ? '–'
                    : t('crimeTrends.changed', {
                        at: format.date(at[last.step]!),
                        before: format.number(last.before, 1),
                        after: format.number(last.after, 1),
                      })}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
