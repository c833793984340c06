import type { Position } from '@amaan/contracts/geometry';
import { Marker } from 'maplibre-gl';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { MapMark } from './map-mark.tsx';
import classes from './place-map.module.css';
import { useMap } from './use-map.ts';

/** A small map with one place on it. With `onPick`, a click chooses the place. */
export function PlaceMap({
  position,
  label,
  simulated = false,
  fallback = [74.3587, 31.5204],
  onPick,
}: {
  position: Position | null;
  label: string;
  simulated?: boolean;
  /** Where to look while there is no place: Lahore, unless something better is known. */
  fallback?: Position;
  onPick?: (position: Position) => void;
}) {
  const { t } = useTranslation();
  const { container, drawn, failed, simulatedRoads } = useMap(position ?? fallback, {
    zoom: position ? 14 : 10,
  });
  const [longitude, latitude] = position ?? [];

  useEffect(() => {
    if (!drawn || longitude === undefined || latitude === undefined) return;
    const element = document.createElement('div');
    element.className = classes.marker ?? '';
    element.title = label;
    if (simulated) element.dataset.simulated = 'true';
    const marker = new Marker({ element }).setLngLat([longitude, latitude]).addTo(drawn.map);
    return () => {
      marker.remove();
    };
  }, [drawn, longitude, latitude, label, simulated]);

  useEffect(() => {
    if (!drawn || !onPick) return;
    const click = drawn.map.on('click', ({ lngLat }) => {
      const round = (value: number) => Math.round(value * 1e6) / 1e6;
      onPick([round(lngLat.lng), round(lngLat.lat)]);
    });
    return () => click.unsubscribe();
  }, [drawn, onPick]);

  if (failed) return <p className="quiet">{t('map.failed')}</p>;
  return (
    <div className={classes.map} data-pick={onPick !== undefined || undefined}>
      <div ref={container} className={classes.canvas} dir="ltr" role="img" aria-label={label} />
      {(simulatedRoads || simulated) && <MapMark />}
    </div>
  );
}
