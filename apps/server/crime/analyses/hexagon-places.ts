import type { CellSet } from '@amaan/contracts/crime/cell-lattice';
import { hexagonWeights } from '@amaan/crime-analytics/autocorrelation/hexagon-weights';
import type { SpatialWeights } from '@amaan/crime-analytics/autocorrelation/spatial-weights';
import {
  countInHexagons,
  hexagonRing,
  hexagonSpacing,
  hexagonsAround,
  hexagonsInside,
} from '@amaan/crime-analytics/grid/hexagons';
import { projectionOf } from '@amaan/crime-analytics/import/projection';
import type { AnalysisData } from './analysis-data.ts';

/**
 * Hexagons over what is looked at, with their counts and who is near whom: those in station areas where there are any,
 * else those around the incidents.
 * @param distanceMetres Hexagons whose middles are about so far apart are neighbours; the next one always is
 * @throws CrimeAnalyticsError `NO_INCIDENTS`, `AREA_EMPTY`, `GRID_TOO_LARGE`
 */
export function hexagonPlaces(
  { incidents, areas, crs }: AnalysisData,
  resolution: number,
  distanceMetres: number,
): { readonly cells: CellSet; readonly counts: Float64Array; readonly weights: SpatialWeights } {
  const plane = projectionOf(crs);
  const longitude = new Float64Array(incidents.length);
  const latitude = new Float64Array(incidents.length);
  for (let at = 0; at < incidents.length; at += 1)
    [longitude[at], latitude[at]] = plane.inverse(incidents.x[at]!, incidents.y[at]!);
  const steps = Math.max(1, Math.round(distanceMetres / hexagonSpacing(resolution)));
  const hexagons =
    areas.length > 0
      ? hexagonsInside(
          areas.map(({ rings }) => rings),
          resolution,
        )
      : hexagonsAround(longitude, latitude, resolution, steps);
  return {
    cells: {
      shape: 'hexagon',
      resolution,
      cells: [...hexagons.cells],
      rings: hexagons.cells.map(hexagonRing),
    },
    counts: countInHexagons(hexagons, longitude, latitude).counts,
    weights: hexagonWeights(hexagons, steps),
  };
}
