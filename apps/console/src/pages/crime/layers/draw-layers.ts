import type { Map as MapLibreMap } from 'maplibre-gl';
import type { MapColours } from '../../../map/map-colours.ts';
import type { AreaLook, DrawnLayer } from './drawn-layer.ts';

const SOURCE = 'crime-';
/** Pixels of a tile of hatching. */
const TILE = 8;

const fillId = (layer: string, mark: string) => `${SOURCE}${layer}-fill-${mark}`;

/** Ids of what can be pointed at of a layer. */
export function hoverIds(layer: DrawnLayer): string[] {
  if (layer.form === 'raster') return [];
  if (layer.form === 'points') return [SOURCE + layer.id];
  return Object.keys(layer.looks).map((mark) => fillId(layer.id, mark));
}

/** Puts a layer on the map, above what is there. */
export function addDrawnLayer(map: MapLibreMap, layer: DrawnLayer, colours: MapColours): void {
  const source = SOURCE + layer.id;
  if (layer.form === 'raster') {
    const canvas = document.createElement('canvas');
    canvas.width = layer.columns;
    canvas.height = layer.rows;
    canvas.getContext('2d')!.putImageData(new ImageData(layer.pixels, layer.columns, layer.rows), 0, 0);
    map.addSource(source, { type: 'canvas', canvas, animate: false, coordinates: layer.corners });
    map.addLayer({
      id: source,
      type: 'raster',
      source,
      paint: { 'raster-opacity': layer.opacity, 'raster-fade-duration': 0, 'raster-resampling': 'linear' },
    });
    return;
  }
  if (layer.form === 'points') {
    map.addSource(source, { type: 'geojson', data: layer.points });
    map.addLayer({
      id: source,
      type: 'circle',
      source,
      paint: {
        'circle-radius': ['interpolate', ['linear'], ['zoom'], 10, 2, 15, 5],
        'circle-color': layer.colour,
        'circle-opacity': layer.opacity,
        'circle-stroke-color': colours.surface,
        'circle-stroke-width': 0.5,
        'circle-stroke-opacity': layer.opacity,
      },
    });
    return;
  }
  map.addSource(source, { type: 'geojson', data: layer.features });
  for (const [mark, look] of Object.entries(layer.looks)) addLook(map, layer, mark, look);
  map.addLayer({
    id: `${source}-sign`,
    type: 'symbol',
    source,
    filter: ['!=', ['get', 'sign'], ''],
    layout: { 'text-field': ['get', 'sign'], 'text-size': 12, 'text-allow-overlap': true },
    paint: { 'text-color': colours.text, 'text-halo-color': colours.surface, 'text-halo-width': 1.5 },
  });
}

function addLook(
  map: MapLibreMap,
  { id, opacity }: DrawnLayer,
  mark: string,
  { fill, stroke, hatched, dashed, width = 1.5 }: AreaLook,
): void {
  const source = SOURCE + id;
  const filter = ['==', ['get', 'mark'], mark] as ['==', ['get', string], string];
  // Invisible ground, so that an area that is an outline alone can be pointed at.
  map.addLayer({
    id: fillId(id, mark),
    type: 'fill',
    source,
    filter,
    paint: { 'fill-color': fill ?? '#000', 'fill-opacity': 0 },
  });
  if (fill !== undefined) {
    if (hatched) addHatching(map, fill);
    map.addLayer({
      id: `${source}-ground-${mark}`,
      type: 'fill',
      source,
      filter,
      paint: {
        ...(hatched ? { 'fill-pattern': hatchName(fill) } : { 'fill-color': fill }),
        'fill-opacity': opacity,
      },
    });
  }
  map.addLayer({
    id: `${source}-line-${mark}`,
    type: 'line',
    source,
    filter,
    paint: {
      'line-color': stroke ?? fill ?? '#000',
      'line-width': width,
      'line-opacity': stroke === undefined ? opacity : Math.max(opacity, 0.6),
      ...(dashed && { 'line-dasharray': [2, 1.5] }),
    },
  });
}

export function removeDrawnLayer(map: MapLibreMap, layer: DrawnLayer): void {
  const source = SOURCE + layer.id;
  for (const { id } of map.getStyle().layers)
    if (id === source || id.startsWith(`${source}-`)) map.removeLayer(id);
  if (map.getSource(source)) map.removeSource(source);
}

/** Draws a layer that is there more or less strongly. */
export function setOpacity(map: MapLibreMap, layer: DrawnLayer): void {
  const source = SOURCE + layer.id;
  if (layer.form === 'raster') {
    map.setPaintProperty(source, 'raster-opacity', layer.opacity);
    return;
  }
  if (layer.form === 'points') {
    map.setPaintProperty(source, 'circle-opacity', layer.opacity);
    map.setPaintProperty(source, 'circle-stroke-opacity', layer.opacity);
    return;
  }
  for (const [mark, { fill, stroke }] of Object.entries(layer.looks)) {
    if (fill !== undefined) map.setPaintProperty(`${source}-ground-${mark}`, 'fill-opacity', layer.opacity);
    map.setPaintProperty(
      `${source}-line-${mark}`,
      'line-opacity',
      stroke === undefined ? layer.opacity : Math.max(layer.opacity, 0.6),
    );
  }
}

const hatchName = (colour: string) => `${SOURCE}hatch-${colour}`;

/** Lines across, so that an area is told from another without its colour. */
function addHatching(map: MapLibreMap, colour: string): void {
  const name = hatchName(colour);
  if (map.hasImage(name)) return;
  const canvas = document.createElement('canvas');
  canvas.width = TILE;
  canvas.height = TILE;
  const context = canvas.getContext('2d')!;
  context.fillStyle = colour;
  context.globalAlpha = 0.35;
  context.fillRect(0, 0, TILE, TILE);
  context.globalAlpha = 1;
  context.strokeStyle = colour;
  context.lineWidth = 2;
  context.beginPath();
  for (const offset of [-TILE, 0, TILE]) {
    context.moveTo(offset - 2, TILE + 2);
    context.lineTo(offset + TILE + 2, -2);
  }
  context.stroke();
  map.addImage(name, context.getImageData(0, 0, TILE, TILE));
}
