import type { Position } from '@amaan/contracts/geometry';
import { LngLatBounds, Marker, Popup } from 'maplibre-gl';
import { type ReactNode, type Ref, useEffect, useImperativeHandle, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MapMark } from '../../../map/map-mark.tsx';
import { useMap } from '../../../map/use-map.ts';
import { PICTURE_FONT } from '../picture/picture-look.ts';
import classes from './crime-map.module.css';
import { addDrawnLayer, hoverIds, removeDrawnLayer, setOpacity } from './draw-layers.ts';
import { type AreaLabel, type DrawnLayer, isSameShape } from './drawn-layer.ts';

/** Lahore, until something better is known. */
const FALLBACK: Position = [74.3587, 31.5204];

/** More lines under the pointer than one reads help nobody. */
const MOST_SAID = 6;

export interface CrimeMapHandle {
  /** The map as it is on the screen, with its names. Null where this browser draws none. */
  capture(): Promise<MapCapture | null>;
  /** Brings a place into view. */
  show(position: Position): void;
}

export interface MapCapture {
  readonly image: HTMLCanvasElement;
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
}

/** Layers on a map with the roads. What it shows is beside it as a list, for who cannot see it. */
export function CrimeMap({
  layers,
  labels,
  bounds,
  label,
  simulated,
  describe,
  children,
  ref,
}: {
  /** The first lies lowest. */
  layers: readonly DrawnLayer[];
  labels: readonly AreaLabel[];
  /** `[west, south, east, north]`: what is looked at first; null: not known. */
  bounds: readonly [number, number, number, number] | null;
  label: string;
  simulated: boolean;
  /** What is said of a shape under the pointer. */
  describe: (layer: string, place: number) => string | null;
  /** Over the map. */
  children?: ReactNode;
  ref?: Ref<CrimeMapHandle>;
}) {
  const { t } = useTranslation();
  const [first] = useState(bounds);
  const { container, drawn, failed, simulatedRoads } = useMap(
    FALLBACK,
    first === null
      ? {}
      : {
          bounds: [
            [first[0], first[1]],
            [first[2], first[3]],
          ],
          fitBoundsOptions: { padding: 24 },
        },
  );
  const on = useRef<{ map: unknown; layers: readonly DrawnLayer[] }>({ map: null, layers: [] });
  const latest = useRef({ describe, labels });
  latest.current = { describe, labels };

  useEffect(() => {
    if (!drawn) return;
    const { map, colours } = drawn;
    // A map of another theme is another map, with nothing on it.
    const before = on.current.map === map ? on.current.layers : [];
    const same =
      before.length === layers.length && layers.every((layer, place) => isSameShape(layer, before[place]!));
    if (same) {
      for (const [place, layer] of layers.entries())
        if (layer.opacity !== before[place]!.opacity) setOpacity(map, layer);
    } else {
      for (const layer of before) removeDrawnLayer(map, layer);
      for (const layer of layers) addDrawnLayer(map, layer, colours);
    }
    on.current = { map, layers };
  }, [drawn, layers]);

  useEffect(() => {
    if (!drawn) return;
    const markers = labels.map(({ text, position }) => {
      const element = document.createElement('span');
      element.className = classes.label ?? '';
      element.textContent = text;
      return new Marker({ element }).setLngLat(position).addTo(drawn.map);
    });
    return () => {
      for (const marker of markers) marker.remove();
    };
  }, [drawn, labels]);

  useEffect(() => {
    if (!drawn) return;
    const { map } = drawn;
    const popup = new Popup({ closeButton: false, closeOnClick: false, offset: 10, maxWidth: '320px' });
    const subscription = map.on('mousemove', ({ point, lngLat }) => {
      const said = on.current.layers.flatMap((layer) => {
        const ids = hoverIds(layer).filter((id) => map.getLayer(id));
        if (ids.length === 0) return [];
        return map
          .queryRenderedFeatures(point, { layers: ids })
          .flatMap(({ properties }) => latest.current.describe(layer.id, properties.place as number) ?? []);
      });
      if (said.length === 0) popup.remove();
      else
        popup
          .setLngLat(lngLat)
          .setText([...new Set(said)].slice(0, MOST_SAID).join('\n'))
          .addTo(map);
    });
    const out = map.on('mouseout', () => popup.remove());
    return () => {
      subscription.unsubscribe();
      out.unsubscribe();
      popup.remove();
    };
  }, [drawn]);

  useImperativeHandle(
    ref,
    () => ({
      show: (position) => drawn?.map.easeTo({ center: position, zoom: Math.max(13, drawn.map.getZoom()) }),
      async capture() {
        if (!drawn) return null;
        const { map, colours } = drawn;
        const source = map.getCanvas();
        const image = document.createElement('canvas');
        // What is drawn on the screen can be read only while it is being drawn.
        await new Promise<void>((resolve) => {
          map.once('render', () => {
            image.width = source.width;
            image.height = source.height;
            image.getContext('2d')!.drawImage(source, 0, 0);
            resolve();
          });
          map.triggerRepaint();
        });
        const { clientWidth: width, clientHeight: height } = source;
        const context = image.getContext('2d')!;
        context.scale(source.width / width, source.height / height);
        context.font = `600 12px ${PICTURE_FONT}`;
        context.textAlign = 'center';
        context.textBaseline = 'middle';
        context.lineJoin = 'round';
        context.lineWidth = 3;
        context.strokeStyle = colours.surface;
        context.fillStyle = colours.text;
        for (const { text, position } of latest.current.labels) {
          const { x, y } = map.project(position);
          context.strokeText(text, x, y);
          context.fillText(text, x, y);
        }
        return { image, width, height };
      },
    }),
    [drawn],
  );

  if (failed) return <p className={classes.failed}>{t('crimeMap.failed')}</p>;
  return (
    <div className={classes.map}>
      <div ref={container} className={classes.canvas} dir="ltr" role="img" aria-label={label} />
      {(simulated || simulatedRoads) && <MapMark />}
      {children}
    </div>
  );
}

/** What frames some positions, `[west, south, east, north]`; null: there are none. */
export function boundsOf(positions: readonly Position[]): readonly [number, number, number, number] | null {
  if (positions.length === 0) return null;
  const box = new LngLatBounds();
  for (const position of positions) box.extend(position);
  return [box.getWest(), box.getSouth(), box.getEast(), box.getNorth()];
}
