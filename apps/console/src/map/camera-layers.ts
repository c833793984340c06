import type { Camera } from '@amaan/contracts/camera';
import type { FeatureCollection, Point } from 'geojson';
import type { GeoJSONSource, Map as MapLibreMap } from 'maplibre-gl';
import type { MapColours } from './map-colours.ts';

const SOURCE = 'cameras';
export const CAMERA_LAYER = 'camera';
export const CLUSTER_LAYER = 'camera-cluster';

/** Cameras as points, with what the layers below draw them by. */
export function camerasAsGeoJson(
  cameras: readonly Camera[],
  conditionOf: (camera: Camera) => string,
): FeatureCollection<Point> {
  return {
    type: 'FeatureCollection',
    features: cameras.flatMap((camera) =>
      camera.position === null
        ? []
        : [
            {
              type: 'Feature' as const,
              properties: { id: camera.id, name: camera.name, condition: conditionOf(camera) },
              geometry: { type: 'Point' as const, coordinates: [...camera.position] },
            },
          ],
    ),
  };
}

export function setCameras(map: MapLibreMap, cameras: FeatureCollection<Point>): void {
  map.getSource<GeoJSONSource>(SOURCE)?.setData(cameras);
}

/** Draws cameras as dots in the colour of their state, and close ones as one ring with their number. */
export function addCameraLayers(
  map: MapLibreMap,
  colours: MapColours,
  cameras: FeatureCollection<Point>,
): void {
  map.addSource(SOURCE, {
    type: 'geojson',
    data: cameras,
    cluster: true,
    clusterRadius: 36,
    clusterMaxZoom: 14,
    clusterProperties: {
      failed: ['+', ['case', ['==', ['get', 'condition'], 'failed'], 1, 0]],
      simulated: ['+', ['case', ['==', ['get', 'condition'], 'simulated'], 1, 0]],
    },
  });
  map.addLayer({
    id: CLUSTER_LAYER,
    type: 'circle',
    source: SOURCE,
    filter: ['has', 'point_count'],
    paint: {
      'circle-color': colours.surface,
      'circle-radius': ['interpolate', ['linear'], ['get', 'point_count'], 2, 14, 20, 20, 200, 30],
      'circle-stroke-width': 3,
      'circle-stroke-color': [
        'case',
        ['>', ['get', 'failed'], 0],
        colours.critical,
        ['==', ['get', 'simulated'], ['get', 'point_count']],
        colours.simulated,
        colours.good,
      ],
    },
  });
  map.addLayer({
    id: 'camera-count',
    type: 'symbol',
    source: SOURCE,
    filter: ['has', 'point_count'],
    layout: { 'text-field': ['get', 'point_count_abbreviated'], 'text-size': 13, 'text-allow-overlap': true },
    paint: { 'text-color': colours.text },
  });
  map.addLayer({
    id: CAMERA_LAYER,
    type: 'circle',
    source: SOURCE,
    filter: ['!', ['has', 'point_count']],
    paint: {
      'circle-radius': 7,
      'circle-stroke-width': 2,
      'circle-stroke-color': colours.surface,
      'circle-color': [
        'match',
        ['get', 'condition'],
        'live',
        colours.good,
        'failed',
        colours.critical,
        'connecting',
        colours.low,
        'denied',
        colours.high,
        'simulated',
        colours.simulated,
        colours.quiet,
      ],
    },
  });
}
