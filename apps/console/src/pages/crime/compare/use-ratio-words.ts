import type { ComparisonResult } from '@amaan/contracts/crime/analysis-result';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../format/use-format.ts';

type Ratio = Pick<ComparisonResult['total'], 'ratio' | 'low' | 'high'>;

export interface RatioWords {
  /** What all areas together say, in one sentence. */
  readonly total: (total: ComparisonResult['total']) => string;
  readonly area: (area: ComparisonResult['areas'][number]) => string;
  /** `1.21 (1.05–1.40)`; a dash where it cannot be said. */
  readonly interval: (ratio: Ratio) => string;
}

export function useRatioWords(): RatioWords {
  const { t } = useTranslation();
  const format = useFormat();
  const interval = ({ ratio, low, high }: Ratio) =>
    ratio === null
      ? '–'
      : t('crimeCompare.interval', {
          ratio: format.number(ratio, 2),
          low: low === null ? '–' : format.number(low, 2),
          high: high === null ? '–' : format.number(high, 2),
        });
  return {
    interval,
    total: ({ ratio, low, high }) => {
      if (ratio === null || low === null || high === null) return t('crimeCompare.totalUnknown');
      const word = low > 1 ? 'more' : high < 1 ? 'fewer' : 'none';
      return t(`crimeCompare.total.${word}`, {
        change: format.percent(Math.abs(ratio - 1)),
        interval: interval({ ratio, low, high }),
      });
    },
    area: (area) =>
      [
        area.name,
        t(`crimeCompare.change.${area.change}`),
        t('crimeCompare.beforeAfter', {
          before: format.number(area.before),
          after: format.number(area.after),
        }),
        interval(area),
      ]
        .filter((text) => text !== '')
        .join(' · '),
  };
}
