import { boxAround, type CellGrid, gridOver, type PlaneBox } from '@amaan/crime-analytics/grid/cell-grid';
import type { AnalysisArea, AnalysisData } from './analysis-data.ts';
import { maskedByAreas } from './area-of-cells.ts';

/**
 * Square cells over what is looked at: the station areas where there are any, else the box around the incidents of both
 * periods.
 * @throws CrimeAnalyticsError `NO_INCIDENTS`, `GRID_TOO_LARGE`
 */
export function studyGrid(data: AnalysisData, cellMetres: number): CellGrid {
  return maskedByAreas(gridOver(studyBox(data), cellMetres), data.areas);
}

/** The box around it. @throws CrimeAnalyticsError `NO_INCIDENTS` */
export function studyBox({ areas, incidents, earlier }: AnalysisData): PlaneBox {
  if (areas.length > 0) return boxOfAreas(areas);
  const now = boxAround(incidents.x, incidents.y);
  if (earlier === null || earlier.length === 0) return now;
  const then = boxAround(earlier.x, earlier.y);
  return boxAround(
    [now.west, now.east, then.west, then.east],
    [now.south, now.north, then.south, then.north],
  );
}

function boxOfAreas(areas: readonly AnalysisArea[]): PlaneBox {
  const [x, y]: [number[], number[]] = [[], []];
  for (const { plane } of areas)
    for (const ring of plane)
      for (let at = 0; at < ring.length; at += 2) {
        x.push(ring[at]!);
        y.push(ring[at + 1]!);
      }
  return boxAround(x, y);
}
