import type { Position } from '@amaan/contracts/geometry';
import type { FeatureCollection } from 'geojson';
import type { Map as MapLibreMap, StyleSpecification } from 'maplibre-gl';
import type { MapColours } from './map-colours.ts';
import { ROAD_SOURCE, roadLayers } from './road-layers.ts';

/** Spacing of the grid in degrees, coarse to fine, with the zoom from which it is drawn. */
const GRIDS = [
  { step: 1, fromZoom: 5, toZoom: 9 },
  { step: 0.1, fromZoom: 9, toZoom: 12.5 },
  { step: 0.01, fromZoom: 12.5, toZoom: 24 },
] as const;

/**
 * A map that needs no network: a plain ground with a grid of longitudes and latitudes around the cameras,
 * and the roads that the server knows.
 * @param centre where the grid is drawn finest
 */
export function mapStyle(colours: MapColours, centre: Position): StyleSpecification {
  return {
    version: 8,
    sources: {
      ...Object.fromEntries(
        GRIDS.map(({ step }) => [
          `grid-${step}`,
          { type: 'geojson', data: graticule(centre, step) } as const,
        ]),
      ),
      [ROAD_SOURCE]: { type: 'geojson', data: { type: 'FeatureCollection', features: [] } },
    },
    layers: [
      { id: 'ground', type: 'background', paint: { 'background-color': colours.background } },
      ...GRIDS.map(
        ({ step, fromZoom, toZoom }) =>
          ({
            id: `grid-${step}`,
            type: 'line',
            source: `grid-${step}`,
            minzoom: fromZoom,
            maxzoom: toZoom,
            paint: { 'line-color': colours.line, 'line-width': 1 },
          }) as const,
      ),
      ...roadLayers(colours),
    ],
  };
}

/** Steps back behind what else the map shows: straight lines of the same colour look like roads. */
export function fadeGrid(map: MapLibreMap): void {
  for (const { step } of GRIDS) map.setPaintProperty(`grid-${step}`, 'line-opacity', 0.35);
}

/** Meridians and parallels every `step` degrees, 60 to each side of a place. */
export function graticule([longitude, latitude]: Position, step: number): FeatureCollection {
  const reach = 60;
  const snap = (value: number) => Math.round(value / step) * step;
  const [middleX, middleY] = [snap(longitude), snap(latitude)];
  const [west, east] = [Math.max(-180, middleX - reach * step), Math.min(180, middleX + reach * step)];
  const [south, north] = [Math.max(-85, middleY - reach * step), Math.min(85, middleY + reach * step)];
  const lines: Position[][] = [];
  for (let index = -reach; index <= reach; index += 1) {
    const x = middleX + index * step;
    const y = middleY + index * step;
    if (x >= west && x <= east)
      lines.push([
        [x, south],
        [x, north],
      ]);
    if (y >= south && y <= north)
      lines.push([
        [west, y],
        [east, y],
      ]);
  }
  return {
    type: 'FeatureCollection',
    features: [
      { type: 'Feature', properties: {}, geometry: { type: 'MultiLineString', coordinates: lines } },
    ],
  };
}
