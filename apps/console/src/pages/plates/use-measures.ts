import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.ts';

/** Distances, speeds and costs in words. */
export function useMeasures() {
  const { t } = useTranslation();
  const format = useFormat();
  return {
    distance: (metres: number) =>
      metres < 1000
        ? t('plates.compare.metres', { value: format.number(metres) })
        : t('plates.compare.kilometres', { value: format.number(metres / 1000, metres < 100_000 ? 1 : 0) }),
    speed: (kmh: number) => t('plates.compare.kmh', { value: format.number(kmh) }),
    cost: (cost: number) => format.number(cost, 2),
    seconds: (seconds: number) => format.span(seconds * 1000),
  };
}
