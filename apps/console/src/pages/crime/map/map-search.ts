import { type CrimeSearch, parseCrimeSearch } from '../question/crime-search.ts';

/** What the map can show, from the lowest layer to the topmost. */
export const MAP_LAYERS = [
  'density',
  'emerging',
  'hot-spots',
  'forecast',
  'incidents',
  'clusters',
  'boundaries',
] as const;
export type MapLayerName = (typeof MAP_LAYERS)[number];

export interface ShownLayer {
  readonly name: MapLayerName;
  /** Percent. */
  readonly opacity: number;
}

export interface MapSearch extends CrimeSearch {
  /** Shown layers with their opacity in percent, as `density:70`; left out: density and station areas. */
  layers?: string[];
}

const DEFAULT_LAYERS: readonly ShownLayer[] = [
  { name: 'density', opacity: 75 },
  { name: 'boundaries', opacity: 90 },
];
/** Of a layer that is switched on. */
export const FIRST_OPACITY = 80;

export function parseMapSearch(search: Record<string, unknown>): MapSearch {
  const layers = Array.isArray(search.layers) ? shownIn(search.layers) : null;
  return { ...parseCrimeSearch(search), ...(layers !== null && { layers: layers.map(written) }) };
}

/** The shown layers, each once, in the order in which they are drawn. */
export function shownLayers({ layers }: MapSearch): readonly ShownLayer[] {
  return layers === undefined ? DEFAULT_LAYERS : shownIn(layers);
}

/** Shows a layer with an opacity, or, with null, does not. */
export function withLayer(search: MapSearch, name: MapLayerName, opacity: number | null): string[] {
  const others = shownLayers(search).filter((layer) => layer.name !== name);
  return inOrder(opacity === null ? others : [...others, { name, opacity }]).map(written);
}

const written = ({ name, opacity }: ShownLayer) => `${name}:${opacity}`;

function shownIn(entries: readonly unknown[]): ShownLayer[] {
  const found = new Map<MapLayerName, ShownLayer>();
  for (const entry of entries) {
    const [word, percent] = typeof entry === 'string' ? entry.split(':') : [];
    const name = MAP_LAYERS.find((one) => one === word);
    const opacity = Number(percent);
    if (name !== undefined && Number.isInteger(opacity) && opacity >= 0 && opacity <= 100)
      found.set(name, { name, opacity });
  }
  return inOrder([...found.values()]);
}

function inOrder(layers: readonly ShownLayer[]): ShownLayer[] {
  return layers.toSorted((a, b) => MAP_LAYERS.indexOf(a.name) - MAP_LAYERS.indexOf(b.name));
}
