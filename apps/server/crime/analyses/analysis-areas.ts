import type { Boundary } from '@amaan/contracts/crime/boundary';
import { projectionOf } from '@amaan/crime-analytics/import/projection';
import type { AnalysisArea } from './analysis-data.ts';

/** Station areas as analyses take them: on the globe and in a plane. @param crs the plane */
export function analysisAreas(boundaries: readonly Boundary[], crs: string): AnalysisArea[] {
  const plane = projectionOf(crs);
  return boundaries.map(({ id, name, nameUrdu, population, areaKm2, geometry }) => {
    const rings = geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat();
    return {
      ...{ id, name, nameUrdu, population, areaKm2, rings },
      plane: rings.map((ring) =>
        Float64Array.from(ring.flatMap(([longitude, latitude]) => [...plane.forward(longitude, latitude)])),
      ),
    };
  });
}
