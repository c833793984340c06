import type { Position } from '@amaan/contracts/geometry';
import { useMantineColorScheme } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import {
  Map as MapLibreMap,
  type MapOptions,
  NavigationControl,
  ScaleControl,
  setWorkerUrl,
} from 'maplibre-gl';
import 'maplibre-gl/dist/maplibre-gl.css';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { roadsQuery } from '../api/roads.ts';
import './map.css';
import { type MapColours, readMapColours } from './map-colours.ts';
import { fadeGrid, mapStyle } from './map-style.ts';
import { setRoads, showsSimulatedRoads } from './road-layers.ts';

setWorkerUrl(workerUrl);

export interface DrawnMap {
  readonly map: MapLibreMap;
  readonly colours: MapColours;
}

/**
 * A map in an element with the roads on it, redrawn when the theme changes.
 * @param options read once, when the map is made
 * @returns where to put it; what is drawn once it is ready; whether this browser cannot draw it; whether
 * simulated roads are in view
 */
export function useMap(
  centre: Position,
  options: Partial<MapOptions> = {},
): {
  container: RefObject<HTMLDivElement | null>;
  drawn: DrawnMap | null;
  failed: boolean;
  simulatedRoads: boolean;
} {
  const container = useRef<HTMLDivElement>(null);
  const first = useRef({ centre, options });
  const [drawn, setDrawn] = useState<DrawnMap | null>(null);
  const [failed, setFailed] = useState(false);
  const [simulatedRoads, setSimulatedRoads] = useState(false);
  const { colorScheme } = useMantineColorScheme();
  // A server without roads, or without an answer, leaves the map as plain as it is.
  const { data: roads } = useQuery(roadsQuery);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the theme is read from the page's tokens.
  useEffect(() => {
    if (!container.current) return;
    const colours = readMapColours();
    let map: MapLibreMap;
    try {
      map = new MapLibreMap({
        container: container.current,
        style: mapStyle(colours, first.current.centre),
        center: first.current.centre,
        zoom: 12,
        attributionControl: false,
        dragRotate: false,
        pitchWithRotate: false,
        ...first.current.options,
      });
    } catch {
      setFailed(true);
      return;
    }
    map.touchZoomRotate.disableRotation();
    if (first.current.options.interactive !== false) {
      map.addControl(new NavigationControl({ showCompass: false }), 'top-right');
    }
    map.addControl(new ScaleControl(), 'bottom-left');
    map.once('load', () => setDrawn({ map, colours }));
    return () => {
      first.current.options = { ...first.current.options, zoom: map.getZoom(), center: map.getCenter() };
      delete first.current.options.bounds;
      setDrawn(null);
      map.remove();
    };
  }, [colorScheme]);

  useEffect(() => {
    if (!drawn || !roads || roads.features.length === 0) return;
    const { map } = drawn;
    setRoads(map, roads);
    fadeGrid(map);
    const idle = map.on('idle', () => setSimulatedRoads(showsSimulatedRoads(map)));
    return () => idle.unsubscribe();
  }, [drawn, roads]);

  return { container, drawn, failed, simulatedRoads };
}
