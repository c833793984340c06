import type { TrendSeries } from '@amaan/contracts/crime/analysis-result';
import type { IncidentKind } from '@amaan/contracts/crime/incident';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../format/use-format.ts';
import { trendWord } from './trend-word.ts';

export interface TrendWords {
  /** Name of a series. */
  readonly name: (series: Pick<TrendSeries, 'offenceKind'>) => string;
  /** What a series says, in one sentence. */
  readonly finding: (series: TrendSeries, alpha: number) => string;
  /** Change per year with its interval, `−12 % (−18 to −5)`; a dash where it is not known. */
  readonly yearly: (series: Pick<TrendSeries, 'yearly'>) => string;
}

export function useTrendWords(): TrendWords {
  const { t } = useTranslation();
  const format = useFormat();
  const signed = new Intl.NumberFormat(format.locale, {
    maximumFractionDigits: 0,
    signDisplay: 'exceptZero',
  });
  // As one piece from left to right: a sign before a number would come to stand behind it in Urdu.
  const percent = (factor: number) => `\u2066${signed.format((factor - 1) * 100)}\u2069`;
  const name: TrendWords['name'] = ({ offenceKind }) =>
    offenceKind === null ? t('crimeTrends.all') : t(`crime.kind.${offenceKind as IncidentKind}`);
  return {
    name,
    yearly: ({ yearly }) =>
      yearly === null
        ? '–'
        : t('crimeTrends.yearly', {
            change: percent(yearly.factor),
            low: percent(yearly.low),
            high: percent(yearly.high),
          }),
    finding: (series, alpha) => {
      const { yearly } = series;
      const word = trendWord(series, alpha);
      return t(`crimeTrends.finding.${word}`, {
        name: name(series),
        change: yearly === null ? '' : format.percent(Math.abs(yearly.factor - 1)),
        low: yearly === null ? '' : percent(yearly.low),
        high: yearly === null ? '' : percent(yearly.high),
      });
    },
  };
}
