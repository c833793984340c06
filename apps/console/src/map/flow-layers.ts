import type { FlowMap } from '@amaan/contracts/traffic/api-lanes';
import type { LevelOfService } from '@amaan/contracts/traffic/lane-measures';
import type { ExpressionSpecification, GeoJSONSource, Map as MapLibreMap } from 'maplibre-gl';
import type { MapColours } from './map-colours.ts';

const SOURCE = 'traffic-flow';
export const FLOW_LINE_LAYER = 'traffic-flow-line';
export const FLOW_POINT_LAYER = 'traffic-flow-point';

/** The colour of a level of service; grey where it was not measured. */
function levelColour(colours: MapColours): ExpressionSpecification {
  const of: Record<LevelOfService, string> = {
    A: colours.good,
    B: colours.good,
    C: colours.low,
    D: colours.medium,
    E: colours.high,
    F: colours.critical,
  };
  return [
    'match',
    ['coalesce', ['get', 'levelOfService'], ''],
    ...Object.entries(of).flat(),
    colours.quiet,
  ] as unknown as ExpressionSpecification;
}

/** Draws approaches as lines along which traffic drives: thicker for more of it, in the colour of its level of service. */
export function addFlowLayers(map: MapLibreMap, colours: MapColours, flow: FlowMap): void {
  map.addSource(SOURCE, { type: 'geojson', data: flow });
  const thickness: ExpressionSpecification = [
    'interpolate',
    ['linear'],
    ['coalesce', ['get', 'flowVehPerHour'], 0],
    0,
    4,
    2000,
    12,
  ];
  map.addLayer({
    id: 'traffic-flow-case',
    type: 'line',
    source: SOURCE,
    filter: ['==', ['geometry-type'], 'LineString'],
    layout: { 'line-cap': 'round' },
    paint: { 'line-color': colours.surface, 'line-width': ['+', thickness, 3] },
  });
  map.addLayer({
    id: FLOW_LINE_LAYER,
    type: 'line',
    source: SOURCE,
    filter: ['==', ['geometry-type'], 'LineString'],
    layout: { 'line-cap': 'round' },
    paint: { 'line-color': levelColour(colours), 'line-width': thickness },
  });
  map.addLayer({
    id: FLOW_POINT_LAYER,
    type: 'circle',
    source: SOURCE,
    filter: ['==', ['geometry-type'], 'Point'],
    paint: {
      'circle-radius': 8,
      'circle-color': levelColour(colours),
      'circle-stroke-color': colours.surface,
      'circle-stroke-width': 2,
    },
  });
  map.addLayer({
    id: 'traffic-flow-level',
    type: 'symbol',
    source: SOURCE,
    minzoom: 12,
    layout: {
      'text-field': ['coalesce', ['get', 'levelOfService'], '–'],
      'text-size': 13,
      'text-offset': [0, -1.1],
      'symbol-placement': 'point',
    },
    paint: { 'text-color': colours.text, 'text-halo-color': colours.surface, 'text-halo-width': 2 },
  });
}

export function setFlow(map: MapLibreMap, flow: FlowMap): void {
  map.getSource<GeoJSONSource>(SOURCE)?.setData(flow);
}
