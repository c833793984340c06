import type { Position } from '@amaan/contracts/geometry';
import type { FlowMap as Flow, FlowProperties } from '@amaan/contracts/traffic/api-lanes';
import { LngLatBounds, Popup } from 'maplibre-gl';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../format/use-format.ts';
import classes from './camera-map.module.css';
import { addFlowLayers, FLOW_LINE_LAYER, FLOW_POINT_LAYER, setFlow } from './flow-layers.ts';
import { MapMark } from './map-mark.tsx';
import { useMap } from './use-map.ts';

const LAYERS = [FLOW_LINE_LAYER, FLOW_POINT_LAYER];

/** Flow and level of service of all approaches that cameras measure. Its list is beside it, for who cannot see it. */
export function FlowMap({ flow, onOpen }: { flow: Flow; onOpen: (approach: FlowProperties) => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  // Only the first look frames the approaches; framing them again would move the map under the pointer.
  const [bounds] = useState(() => {
    const box = new LngLatBounds();
    for (const { geometry } of flow.features)
      for (const position of geometry.type === 'Point' ? [geometry.coordinates] : geometry.coordinates)
        box.extend(position);
    return box;
  });
  const { container, drawn, failed, simulatedRoads } = useMap(
    bounds.isEmpty() ? [74.3587, 31.5204] : (bounds.getCenter().toArray() as Position),
    bounds.isEmpty() ? {} : { bounds, fitBoundsOptions: { padding: 60, maxZoom: 15 } },
  );
  const latest = useRef({ flow, onOpen });
  latest.current = { flow, onOpen };

  useEffect(() => {
    if (drawn) setFlow(drawn.map, flow);
  }, [drawn, flow]);

  useEffect(() => {
    if (!drawn) return;
    const { map, colours } = drawn;
    addFlowLayers(map, colours, latest.current.flow);
    const popup = new Popup({ closeButton: false, closeOnClick: false, offset: 12 });
    const found = (properties: Record<string, unknown> | undefined) =>
      latest.current.flow.features.find(
        ({ properties: own }) =>
          own.cameraId === properties?.cameraId && own.approach === properties?.approach,
      )?.properties;
    const subscriptions = [
      map.on('click', LAYERS, ({ features }) => {
        const approach = found(features?.[0]?.properties);
        if (approach) latest.current.onOpen(approach);
      }),
      map.on('mousemove', LAYERS, ({ features, lngLat }) => {
        const approach = found(features?.[0]?.properties);
        if (!approach) return;
        map.getCanvas().style.cursor = 'pointer';
        const { levelOfService, flowVehPerHour, speedKmh } = approach;
        const said = [
          approach.approach,
          levelOfService ?? '–',
          flowVehPerHour !== null && t('traffic.unit.vehh', { value: format.number(flowVehPerHour) }),
          speedKmh !== null && t('traffic.unit.kmh', { value: format.number(speedKmh) }),
        ];
        popup.setLngLat(lngLat).setText(said.filter(Boolean).join(' · ')).addTo(map);
      }),
      map.on('mouseleave', LAYERS, () => {
        map.getCanvas().style.cursor = '';
        popup.remove();
      }),
    ];
    return () => {
      for (const subscription of subscriptions) subscription.unsubscribe();
      popup.remove();
    };
  }, [drawn, t, format]);

  if (failed) return <p className={classes.map}>{t('traffic.corridor.mapFailed')}</p>;
  return (
    <div className={classes.map}>
      <div
        ref={container}
        className={classes.canvas}
        dir="ltr"
        role="img"
        aria-label={t('traffic.corridor.mapLabel')}
      />
      {(simulatedRoads || flow.features.some(({ properties }) => properties.simulated)) && <MapMark />}
    </div>
  );
}
