import type { DensityResult } from '@amaan/contracts/crime/analysis-result';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../format/use-format.ts';

/** What a density says, in one sentence. */
export function useDensityWords(): (result: DensityResult) => string {
  const { t } = useTranslation();
  const format = useFormat();
  return ({ raster: { maximum }, bandwidthMetres, unit }) =>
    t(unit === 'per-km-road' ? 'crimeMap.roadDensityFinding' : 'crimeMap.densityFinding', {
      most: format.number(maximum, maximum < 10 ? 2 : 0),
      bandwidth: format.number(bandwidthMetres),
    });
}
