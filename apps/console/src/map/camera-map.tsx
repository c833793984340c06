import type { Camera } from '@amaan/contracts/camera';
import { Button } from '@mantine/core';
import { IconMapPinOff } from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import { LngLatBounds, Popup } from 'maplibre-gl';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyNotice } from '../components/empty-notice.tsx';
import { CameraMark, conditionOf } from '../components/status-marks.tsx';
import {
  addCameraLayers,
  CAMERA_LAYER,
  CLUSTER_LAYER,
  camerasAsGeoJson,
  setCameras,
} from './camera-layers.ts';
import classes from './camera-map.module.css';
import { MapMark } from './map-mark.tsx';
import { useMap } from './use-map.ts';

/** Every camera that has a position. Neighbours are joined into one mark until one zooms in. */
export function CameraMap({ cameras }: { cameras: readonly Camera[] }) {
  const { t } = useTranslation();
  const placed = useMemo(() => cameras.filter(({ position }) => position !== null), [cameras]);
  if (placed.length === 0) {
    return (
      <EmptyNotice
        icon={<IconMapPinOff />}
        title={t('map.empty')}
        hint={t('map.emptyHint')}
        action={
          <Button component={Link} to="/cameras" variant="default">
            {t('area.cameras')}
          </Button>
        }
      />
    );
  }
  return (
    <div className={classes.page}>
      <PlacedCameras cameras={placed} />
      <aside className={classes.side}>
        <h2>{t('cameras.count', { count: placed.length })}</h2>
        {placed.length < cameras.length && (
          <p className="quiet">{t('map.without', { count: cameras.length - placed.length })}</p>
        )}
        <ul className={classes.list}>
          {placed.map((camera) => (
            <li key={camera.id}>
              <Link to="/cameras/$cameraId" params={{ cameraId: camera.id }} className={classes.link}>
                <bdi className="cut">{camera.name}</bdi>
                <CameraMark camera={camera} />
              </Link>
            </li>
          ))}
        </ul>
      </aside>
    </div>
  );
}

function PlacedCameras({ cameras }: { cameras: readonly Camera[] }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  // Only the first look frames the cameras; framing them again would move the map under the pointer.
  const [bounds] = useState(() => {
    const box = new LngLatBounds();
    for (const { position } of cameras) if (position) box.extend(position);
    return box;
  });
  const { container, drawn, failed, simulatedRoads } = useMap(
    bounds.getCenter().toArray() as [number, number],
    {
      bounds,
      fitBoundsOptions: { padding: 60, maxZoom: 15 },
    },
  );
  const latest = useRef(cameras);
  latest.current = cameras;

  useEffect(() => {
    if (drawn) setCameras(drawn.map, camerasAsGeoJson(cameras, conditionOf));
  }, [drawn, cameras]);

  useEffect(() => {
    if (!drawn) return;
    const { map, colours } = drawn;
    addCameraLayers(map, colours, camerasAsGeoJson(latest.current, conditionOf));
    const popup = new Popup({ closeButton: false, closeOnClick: false, offset: 12 });
    const subscriptions = [
      map.on('click', CAMERA_LAYER, ({ features }) => {
        const id = features?.[0]?.properties.id as string | undefined;
        if (id) void navigate({ to: '/cameras/$cameraId', params: { cameraId: id } });
      }),
      map.on(
        'click',
        CLUSTER_LAYER,
        ({ lngLat }) => void map.easeTo({ center: lngLat, zoom: map.getZoom() + 2 }),
      ),
      map.on('mousemove', [CAMERA_LAYER, CLUSTER_LAYER], ({ features, lngLat }) => {
        const properties = features?.[0]?.properties;
        if (!properties) return;
        map.getCanvas().style.cursor = 'pointer';
        const text = properties.point_count
          ? t('map.cluster', { count: properties.point_count as number })
          : `${properties.name} · ${t(`cameraState.${properties.condition as ReturnType<typeof conditionOf>}`)}`;
        popup.setLngLat(lngLat).setText(text).addTo(map);
      }),
      // What the pointer was over is elsewhere now, or is no longer one mark.
      map.on('zoomstart', () => popup.remove()),
      map.on('mouseleave', [CAMERA_LAYER, CLUSTER_LAYER], () => {
        map.getCanvas().style.cursor = '';
        popup.remove();
      }),
    ];
    return () => {
      for (const subscription of subscriptions) subscription.unsubscribe();
      popup.remove();
    };
  }, [drawn, navigate, t]);

  if (failed) return <p className={classes.map}>{t('map.failed')}</p>;
  return (
    <div className={classes.map}>
      <div ref={container} className={classes.canvas} dir="ltr" role="img" aria-label={t('map.label')} />
      {(simulatedRoads || cameras.some(({ simulated }) => simulated)) && <MapMark />}
    </div>
  );
}
