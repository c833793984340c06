import type { DensityResult } from '@amaan/contracts/crime/analysis-result';
import { useComputedColorScheme } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../format/use-format.ts';
import { changeColour, cssColour, densityColour } from '../layers/crime-colours.ts';
import type { DrawnLayer } from '../layers/drawn-layer.ts';
import { rasterCorners, rasterPixels, rasterReach } from '../layers/raster-pixels.ts';
import type { Legend } from '../picture/legend.ts';

const STEPS = 13;

export interface DensityPicture {
  readonly drawn: DrawnLayer;
  readonly legend: Legend;
}

/** A density, or how one changed, as a layer of a map with its legend. @param opacity 0–1 */
export function useDensityPicture(result: DensityResult | null, opacity: number): DensityPicture | null {
  const { t } = useTranslation();
  const format = useFormat();
  const ground = useComputedColorScheme();
  const picture = useMemo(
    () =>
      result && {
        pixels: rasterPixels(result.raster, result.unit, ground),
        ...{ columns: result.raster.lattice.columns, rows: result.raster.lattice.rows },
        corners: rasterCorners(result.raster.lattice),
      },
    [result, ground],
  );
  if (result === null || picture === null) return null;
  const { raster, unit } = result;
  const steps = Array.from({ length: STEPS }, (_, step) => step / (STEPS - 1));
  const reach = rasterReach(raster, unit);
  const legend: Legend =
    unit !== 'log-ratio'
      ? {
          ...{
            title: t(unit === 'per-km-road' ? 'crimeMap.roadDensityUnit' : 'crimeMap.densityUnit'),
            opacity,
            form: 'ramp',
          },
          colours: steps.map((share) => cssColour(densityColour(share, ground))),
          ticks: [0, 0.5, 1].map((at) => ({ at, label: format.number(reach * at, reach < 10 ? 2 : 0) })),
        }
      : {
          ...{ title: t('crimeCompare.densityLegend'), opacity, form: 'ramp' },
          colours: steps.map((share) => cssColour(changeColour(2 * share - 1, ground))),
          ticks: [0, 0.5, 1].map((at) => ({
            at,
            label: t('crimeNear.times', { value: format.number(Math.exp((2 * at - 1) * reach), 2) }),
          })),
        };
  return { drawn: { id: 'density', form: 'raster', opacity, ...picture }, legend };
}
