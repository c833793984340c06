import type { ClusterResult, EmergingResult, HotSpotResult } from '@amaan/contracts/crime/analysis-result';
import { type CellSet, cellRing } from '@amaan/contracts/crime/cell-lattice';
import type { ForecastResult } from '@amaan/contracts/crime/forecast';
import type { Position } from '@amaan/contracts/geometry';
import type { Feature, FeatureCollection, Polygon } from 'geojson';
import { circleRing } from '../../../map/circle-ring.ts';

/** What a shape of a layer says of itself: which of the result's list it is, and its class, by which it is drawn. */
export interface CellProperties {
  readonly place: number;
  readonly mark: string;
  /** A character in it; empty: none. */
  readonly sign: string;
}

export type CellFeatures = FeatureCollection<Polygon, CellProperties>;

/** The cells that are marked; what chance explains is not drawn. */
export function hotSpotFeatures({ cells, marks }: HotSpotResult): CellFeatures {
  return collection(
    marks.flatMap((mark, place) => (mark === 'none' ? [] : [cell(cells, { place, mark, sign: '' })])),
  );
}

/** Each class of emerging hot spots has a number, which means the same in every language. */
export const EMERGING_SIGNS = {
  new: '1',
  consecutive: '2',
  intensifying: '3',
  persistent: '4',
  diminishing: '5',
  sporadic: '6',
  oscillating: '7',
  historical: '8',
} as const;

export type EmergingClass = keyof typeof EMERGING_SIGNS;

/** Cells with a class, hot ones before cold ones where both hold. */
export function emergingFeatures({ cells, hot, cold }: EmergingResult): CellFeatures {
  return collection(
    hot.flatMap((heat, place) => {
      const chill = cold[place] ?? 'none';
      if (heat !== 'none') return [cell(cells, { place, mark: 'hot', sign: EMERGING_SIGNS[heat] })];
      return chill === 'none' ? [] : [cell(cells, { place, mark: 'cold', sign: EMERGING_SIGNS[chill] })];
    }),
  );
}

/** The cells that a forecast marks. */
export function forecastFeatures({ cells, expected }: ForecastResult): CellFeatures {
  return collection(expected.map((_, place) => cell(cells, { place, mark: 'marked', sign: '' })));
}

/** Clusters as circles with their number, most likely first; those that chance explains are not drawn. */
export function clusterFeatures({ clusters }: ClusterResult, alpha: number): CellFeatures {
  return collection(
    clusters.flatMap(({ centre, radiusMetres, p }, place) =>
      p > alpha
        ? []
        : [
            polygon(circleRing(centre, Math.max(radiusMetres, LEAST_RADIUS)), {
              place,
              mark: 'cluster',
              sign: String(place + 1),
            }),
          ],
    ),
  );
}

/** A cluster of one cell has no radius, and has to be seen. */
const LEAST_RADIUS = 120;

function cell(cells: CellSet, properties: CellProperties): Feature<Polygon, CellProperties> {
  return polygon(cellRing(cells, properties.place), properties);
}

function polygon(ring: Position[], properties: CellProperties): Feature<Polygon, CellProperties> {
  return { type: 'Feature', properties, geometry: { type: 'Polygon', coordinates: [ring] } };
}

function collection(features: Feature<Polygon, CellProperties>[]): CellFeatures {
  return { type: 'FeatureCollection', features };
}

/** The middle of a ring's bounding box: where one looks for it. */
export function middleOf(ring: readonly Position[]): Position {
  const ends = (axis: 0 | 1) => {
    const all = ring.map((position) => position[axis]);
    return (Math.min(...all) + Math.max(...all)) / 2;
  };
  return [ends(0), ends(1)];
}
