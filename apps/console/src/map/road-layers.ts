import type { RoadMap } from '@amaan/contracts/api/road-map';
import type { GeoJSONSource, LineLayerSpecification, Map as MapLibreMap } from 'maplibre-gl';
import type { MapColours } from './map-colours.ts';

export const ROAD_SOURCE = 'roads';

type RoadKind = RoadMap['features'][number]['properties']['kind'];

/** From the lowest to the topmost: a bridge crosses the canal, a main road crosses the side roads. */
const KINDS: readonly RoadKind[] = ['canal', 'side', 'main'];

/** Width of a line in pixels when the whole district is in view, and when one crossing is. */
const WIDTHS: Record<RoadKind, readonly [number, number]> = {
  canal: [1.5, 18],
  side: [0.75, 9],
  main: [1.5, 16],
};

/** Lines that are empty until `setRoads`; quiet, because the cameras are what one looks for. */
export function roadLayers(colours: MapColours): LineLayerSpecification[] {
  const colourOf: Record<RoadKind, string> = {
    canal: colours.water,
    side: colours.line,
    main: colours.road,
  };
  return KINDS.map((kind) => {
    const [far, near] = WIDTHS[kind];
    return {
      id: `road-${kind}`,
      type: 'line',
      source: ROAD_SOURCE,
      filter: ['==', ['get', 'kind'], kind],
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: {
        'line-color': colourOf[kind],
        'line-width': ['interpolate', ['exponential', 1.6], ['zoom'], 11, far, 17, near],
      },
    };
  });
}

export function setRoads(map: MapLibreMap, roads: RoadMap): void {
  map.getSource<GeoJSONSource>(ROAD_SOURCE)?.setData(roads);
}

/** Whether any road in view was drawn by the simulator. Right once the map is idle. */
export function showsSimulatedRoads(map: MapLibreMap): boolean {
  const layers = KINDS.map((kind) => `road-${kind}`);
  return map.queryRenderedFeatures({ layers }).some(({ properties }) => properties.simulated === true);
}
