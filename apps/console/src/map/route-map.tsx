import type { Position } from '@amaan/contracts/geometry';
import { Button } from '@mantine/core';
import { IconCrop, IconMaximize, IconX } from '@tabler/icons-react';
import { LngLatBounds, Marker } from 'maplibre-gl';
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SimulatedMark } from '../components/status-marks.tsx';
import {
  addRouteLayers,
  areaBetween,
  type MapArea,
  type MapLeg,
  setArea,
  setCameras,
  setLegs,
} from './route-layers.ts';
import classes from './route-map.module.css';
import { type MapStop, stopsByPlace } from './stops-by-place.ts';
import { type DrawnMap, useMap } from './use-map.ts';

/** Lahore, unless something better is known. */
const FALLBACK: Position = [74.3587, 31.5204];
const NO_LEGS: readonly MapLeg[] = [];
const NO_CAMERAS: readonly Position[] = [];
/** Pixels that a chosen stop keeps from the edge. */
const EDGE = 32;

/** Numbered stops, the legs between them, and an area that one can draw. */
export function RouteMap({
  stops,
  legs = NO_LEGS,
  chosen,
  area,
  cameras = NO_CAMERAS,
  label,
  onChoose,
  onArea,
}: {
  stops: readonly MapStop[];
  legs?: readonly MapLeg[];
  chosen?: string | undefined;
  area?: MapArea | undefined;
  /** Where cameras stand: quiet dots, and what is looked at while there are no stops. */
  cameras?: readonly Position[];
  label: string;
  onChoose?: ((id: string) => void) | undefined;
  /** Left out: no area can be drawn. */
  onArea?: ((area: MapArea | undefined) => void) | undefined;
}) {
  const { t } = useTranslation();
  const { container, drawn, failed, simulatedRoads } = useMap(stops[0]?.position ?? FALLBACK, { zoom: 11 });
  const places = useMemo(() => stopsByPlace(stops), [stops]);
  const choose = useRef(onChoose);
  choose.current = onChoose;

  useEffect(() => {
    if (drawn) addRouteLayers(drawn.map, drawn.colours);
  }, [drawn]);
  useEffect(() => {
    if (drawn) setLegs(drawn.map, legs);
  }, [drawn, legs]);
  useEffect(() => {
    if (drawn) setArea(drawn.map, area);
  }, [drawn, area]);

  useEffect(() => {
    if (drawn) setCameras(drawn.map, cameras);
  }, [drawn, cameras]);

  useEffect(() => {
    if (!drawn) return;
    const shown = places.length > 0 ? places.map(({ position }) => position) : cameras;
    if (shown.length === 0) return;
    const bounds = new LngLatBounds();
    for (const position of shown) bounds.extend(position);
    for (const { path } of legs) for (const position of path) bounds.extend(position);
    const { map } = drawn;
    const fit = () => map.fitBounds(bounds, { padding: 48, maxZoom: 15, animate: false });
    fit();
    // What appears beside the map makes it smaller; whoever has moved it sees what they chose to see.
    let moved = false;
    const subscriptions = [
      map.on('movestart', ({ originalEvent }) => {
        moved ||= originalEvent !== undefined;
      }),
      map.on('resize', () => moved || fit()),
    ];
    return () => {
      for (const subscription of subscriptions) subscription.unsubscribe();
    };
  }, [drawn, places, legs, cameras]);

  const chosenPosition = stops.find(({ id }) => id === chosen)?.position;
  useEffect(() => {
    if (!drawn || !chosenPosition) return;
    const { map } = drawn;
    // The sighting that opens beside the map makes it smaller, and what was chosen may lie outside then.
    const show = () => {
      const { x, y } = map.project(chosenPosition);
      const { clientWidth, clientHeight } = map.getContainer();
      if (Math.min(x, y, clientWidth - x, clientHeight - y) < EDGE)
        map.easeTo({ center: chosenPosition, duration: 150 });
    };
    show();
    const resized = map.on('resize', show);
    return () => resized.unsubscribe();
  }, [drawn, chosenPosition]);

  useEffect(() => {
    if (!drawn) return;
    const markers = places.map((place) => {
      const element = document.createElement('button');
      element.type = 'button';
      element.className = classes.stop ?? '';
      element.textContent = place.mark === '' ? '●' : place.mark;
      element.title = place.title;
      element.dataset.tone = place.tone;
      if (place.simulated) element.dataset.simulated = 'true';
      if (place.stops.some(({ id }) => id === chosen)) element.dataset.chosen = 'true';
      element.addEventListener('click', (event) => {
        event.stopPropagation();
        // Another click on the same mark goes on to the next that is there.
        const at = place.stops.findIndex(({ id }) => id === chosen);
        choose.current?.(place.stops[(at + 1) % place.stops.length]!.id);
      });
      return new Marker({ element }).setLngLat(place.position).addTo(drawn.map);
    });
    return () => {
      for (const marker of markers) marker.remove();
    };
  }, [drawn, places, chosen]);

  if (failed) return <p className={classes.failed}>{t('map.failed')}</p>;
  const simulated = simulatedRoads || stops.some((stop) => stop.simulated === true);
  return (
    <div className={classes.map}>
      {/* biome-ignore lint/a11y/useSemanticElements: a map is a figure that holds buttons. */}
      <div ref={container} className={classes.canvas} dir="ltr" role="group" aria-label={label} />
      {onArea && drawn && <AreaTools drawn={drawn} area={area} onArea={onArea} />}
      {simulated && (
        <span className={classes.simulated}>
          <SimulatedMark />
        </span>
      )}
    </div>
  );
}

function AreaTools({
  drawn: { map },
  area,
  onArea,
}: {
  drawn: DrawnMap;
  area: MapArea | undefined;
  onArea: (area: MapArea | undefined) => void;
}): ReactNode {
  const { t } = useTranslation();
  const [drawing, setDrawing] = useState(false);
  const latest = useRef({ area, onArea });
  latest.current = { area, onArea };

  useEffect(() => {
    if (!drawing) return;
    let first: Position | null = null;
    const { cursor } = map.getCanvas().style;
    map.getCanvas().style.cursor = 'crosshair';
    const stop = () => {
      setArea(map, latest.current.area);
      setDrawing(false);
    };
    const subscriptions = [
      map.on('click', ({ lngLat }) => {
        const here: Position = [lngLat.lng, lngLat.lat];
        if (first === null) {
          first = here;
          return;
        }
        latest.current.onArea(areaBetween(first, here));
        setDrawing(false);
      }),
      map.on('mousemove', ({ lngLat }) => {
        if (first) setArea(map, areaBetween(first, [lngLat.lng, lngLat.lat]));
      }),
    ];
    const onKey = ({ key }: KeyboardEvent) => key === 'Escape' && stop();
    addEventListener('keydown', onKey);
    return () => {
      map.getCanvas().style.cursor = cursor;
      removeEventListener('keydown', onKey);
      for (const subscription of subscriptions) subscription.unsubscribe();
    };
  }, [drawing, map]);

  const fromView = () => {
    const bounds = map.getBounds();
    onArea(areaBetween(bounds.getSouthWest().toArray(), bounds.getNorthEast().toArray()));
  };
  return (
    <div className={classes.tools}>
      {drawing ? (
        <span className={classes.hint} role="status">
          {t('plates.search.drawing')}
        </span>
      ) : (
        <>
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconCrop size={14} aria-hidden="true" />}
            onClick={() => setDrawing(true)}
          >
            {t('plates.search.drawArea')}
          </Button>
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconMaximize size={14} aria-hidden="true" />}
            onClick={fromView}
          >
            {t('plates.search.useView')}
          </Button>
          {area && (
            <Button
              size="compact-sm"
              variant="default"
              leftSection={<IconX size={14} aria-hidden="true" />}
              onClick={() => onArea(undefined)}
            >
              {t('plates.search.clearArea')}
            </Button>
          )}
        </>
      )}
    </div>
  );
}
