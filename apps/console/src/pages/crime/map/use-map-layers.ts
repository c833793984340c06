import type { IncidentSelection } from '@amaan/contracts/crime/analysis-question';
import { useMay } from '../../../access.ts';
import type { AreaLabel } from '../layers/drawn-layer.ts';
import type { LayerModel } from './layer-model.ts';
import { MAP_LAYERS, type MapLayerName, type MapSearch, shownLayers } from './map-search.ts';
import { useBoundaryLayer } from './use-boundary-layer.ts';
import { useClusterLayer } from './use-cluster-layer.ts';
import { useDensityLayer } from './use-density-layer.tsx';
import { useEmergingLayer } from './use-emerging-layer.ts';
import { useForecastLayer } from './use-forecast-layer.ts';
import { useHotSpotLayer } from './use-hot-spot-layer.tsx';
import { useIncidentLayer } from './use-incident-layer.tsx';

/** What somebody must be allowed to do to see a layer. */
const NEEDS: Record<MapLayerName, string> = {
  density: 'crime-analysis.read',
  emerging: 'crime-analysis.read',
  'hot-spots': 'crime-analysis.read',
  forecast: 'crime-analysis.read',
  incidents: 'crime-incident.points',
  clusters: 'crime-analysis.read',
  boundaries: 'crime-table.read',
};

export interface MapLayers {
  /** From the lowest to the topmost, shown or not. */
  readonly layers: readonly { readonly model: LayerModel; readonly opacity: number | null }[];
  readonly labels: readonly AreaLabel[];
}

/** All layers of the map that one may see; those that are not shown compute nothing. */
export function useMapLayers(
  search: MapSearch,
  siteId: string | undefined,
  selection: IncidentSelection | null,
): MapLayers {
  const may = useMay();
  const shown = shownLayers(search);
  const opacity = (name: MapLayerName) => {
    const layer = may(NEEDS[name]) ? shown.find((one) => one.name === name) : undefined;
    return layer === undefined ? null : layer.opacity / 100;
  };
  const boundaries = useBoundaryLayer(siteId, opacity('boundaries'));
  const models: Record<MapLayerName, LayerModel> = {
    density: useDensityLayer(selection, opacity('density')),
    emerging: useEmergingLayer(selection, opacity('emerging')),
    'hot-spots': useHotSpotLayer(selection, opacity('hot-spots')),
    forecast: useForecastLayer(selection, opacity('forecast')),
    incidents: useIncidentLayer(selection, opacity('incidents')),
    clusters: useClusterLayer(selection, opacity('clusters')),
    boundaries,
  };
  return {
    layers: MAP_LAYERS.filter((name) => may(NEEDS[name])).map((name) => ({
      model: models[name],
      opacity: opacity(name),
    })),
    labels: boundaries.labels,
  };
}
