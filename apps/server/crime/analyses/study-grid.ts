import { boxAround, type CellGrid, gridOver } from '@amaan/crime-analytics/grid/cell-grid';
import type { AnalysisArea, AnalysisData } from './analysis-data.ts';
import { maskedByAreas } from './area-of-cells.ts';

/**
 * Square cells over what is looked at: the station areas where there are any, else the box around the incidents of both
 * periods.
 * @throws CrimeAnalyticsError `NO_INCIDENTS`, `GRID_TOO_LARGE`
 */
export function studyGrid({ areas, incidents, earlier }: AnalysisData, cellMetres: number): CellGrid {
  const box = areas.length > 0 ? boxOfAreas(areas) : boxAround(...placesOf(incidents, earlier));
  return maskedByAreas(gridOver(box, cellMetres), areas);
}

function placesOf(
  incidents: AnalysisData['incidents'],
  earlier: AnalysisData['earlier'],
): [ArrayLike<number>, ArrayLike<number>] {
  if (earlier === null) return [incidents.x, incidents.y];
  return [
    [...incidents.x, ...earlier.x],
    [...incidents.y, ...earlier.y],
  ];
}

function boxOfAreas(areas: readonly AnalysisArea[]) {
  const [x, y]: [number[], number[]] = [[], []];
  for (const { plane } of areas)
    for (const ring of plane)
      for (let at = 0; at < ring.length; at += 2) {
        x.push(ring[at]!);
        y.push(ring[at + 1]!);
      }
  return boxAround(x, y);
}
