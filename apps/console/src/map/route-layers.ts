import type { Position } from '@amaan/contracts/geometry';
import type { Feature, FeatureCollection, LineString, Point, Polygon } from 'geojson';
import type { GeoJSONSource, Map as MapLibreMap } from 'maplibre-gl';
import type { MapColours } from './map-colours.ts';

/** How a leg is drawn: along roads, straight, dashed while out of sight, dashed and critical where impossible. */
export const LEG_KINDS = ['road', 'straight', 'gap', 'impossible'] as const;
export type LegKind = (typeof LEG_KINDS)[number];

export interface MapLeg {
  readonly path: readonly Position[];
  readonly kind: LegKind;
}

/** `[west, south, east, north]` in degrees. */
export type MapArea = readonly [number, number, number, number];

const LEGS = 'legs';
const AREA = 'area';
const CAMERAS = 'cameras';

export function addRouteLayers(map: MapLibreMap, colours: MapColours): void {
  map.addSource(AREA, { type: 'geojson', data: { type: 'FeatureCollection', features: [] } });
  map.addSource(CAMERAS, { type: 'geojson', data: { type: 'FeatureCollection', features: [] } });
  map.addSource(LEGS, { type: 'geojson', data: { type: 'FeatureCollection', features: [] } });
  map.addLayer({
    id: 'area-fill',
    type: 'fill',
    source: AREA,
    paint: { 'fill-color': colours.accent, 'fill-opacity': 0.12 },
  });
  map.addLayer({
    id: 'area-edge',
    type: 'line',
    source: AREA,
    paint: { 'line-color': colours.accent, 'line-width': 2 },
  });
  map.addLayer({
    id: 'cameras',
    type: 'circle',
    source: CAMERAS,
    paint: { 'circle-radius': 3, 'circle-color': colours.quiet },
  });
  const looks: Record<LegKind, { colour: string; dash?: [number, number] }> = {
    road: { colour: colours.accent },
    straight: { colour: colours.accent, dash: [6, 1.5] },
    gap: { colour: colours.quiet, dash: [2, 2] },
    impossible: { colour: colours.critical, dash: [1, 1] },
  };
  for (const kind of LEG_KINDS) {
    const { colour, dash } = looks[kind];
    map.addLayer({
      id: `leg-${kind}`,
      type: 'line',
      source: LEGS,
      filter: ['==', ['get', 'kind'], kind],
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': colour,
        'line-width': kind === 'impossible' ? 4 : 3,
        ...(dash && { 'line-dasharray': dash }),
      },
    });
  }
}

export function setLegs(map: MapLibreMap, legs: readonly MapLeg[]): void {
  const features = legs
    .filter(({ path }) => path.length > 1)
    .map(
      ({ path, kind }): Feature<LineString> => ({
        type: 'Feature',
        properties: { kind },
        geometry: { type: 'LineString', coordinates: path.map((position) => [...position]) },
      }),
    );
  map.getSource<GeoJSONSource>(LEGS)?.setData({ type: 'FeatureCollection', features });
}

/** Where cameras stand, as quiet dots. */
export function setCameras(map: MapLibreMap, positions: readonly Position[]): void {
  const features = positions.map(
    (position): Feature<Point> => ({
      type: 'Feature',
      properties: {},
      geometry: { type: 'Point', coordinates: [...position] },
    }),
  );
  map.getSource<GeoJSONSource>(CAMERAS)?.setData({ type: 'FeatureCollection', features });
}

export function setArea(map: MapLibreMap, area: MapArea | undefined): void {
  const collection: FeatureCollection<Polygon> = { type: 'FeatureCollection', features: [] };
  if (area) {
    const [west, south, east, north] = area;
    const corners = [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ];
    collection.features.push({
      type: 'Feature',
      properties: {},
      geometry: { type: 'Polygon', coordinates: [corners] },
    });
  }
  map.getSource<GeoJSONSource>(AREA)?.setData(collection);
}

/** The area between two corners, to six digits (0.1 m). */
export function areaBetween(a: Position, b: Position): MapArea {
  const round = (value: number) => Math.round(value * 1e6) / 1e6;
  return [
    round(Math.min(a[0], b[0])),
    round(Math.min(a[1], b[1])),
    round(Math.max(a[0], b[0])),
    round(Math.max(a[1], b[1])),
  ];
}
