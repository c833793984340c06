import type {
  Corridor,
  CorridorChange,
  CorridorInput,
  CorridorMeasures,
  CorridorTravelTimes,
} from '@amaan/contracts/traffic/api-corridor';
import type { FlowMap, LaneEntry, LaneSeries } from '@amaan/contracts/traffic/api-lanes';
import type { TrafficIncidentEntry } from '@amaan/contracts/traffic/api-traffic-incidents';
import type {
  CalibrationPreview,
  CameraTraffic,
  TrafficViewChange,
} from '@amaan/contracts/traffic/api-traffic-view';
import type {
  OriginDestination,
  OriginDestinationInput,
  TravelQueryRecord,
  TravelTimes,
  TravelTimesInput,
} from '@amaan/contracts/traffic/api-travel-times';
import type { CalibrationInput } from '@amaan/contracts/traffic/calibration';
import type { TrafficLane, TrafficView } from '@amaan/contracts/traffic/traffic-view';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, type BodyOf, unwrap } from './client.ts';
import type { paths } from './schema.generated.ts';

/** Everything about measured traffic, to be read anew when a view, a corridor or an incident changes. */
export const trafficKey = ['traffic'];
/** Followed by the camera: figures of its lanes over time. */
export const seriesKey = [...trafficKey, 'series'];
/** What is over many cameras renews itself as minutes come in. */
const AGAIN_MS = 60_000;

/** A time and the step of its figures. */
interface Period {
  readonly from: string;
  readonly to: string;
  readonly step: '1m' | '5m' | '15m' | '1h' | '1d';
}

/** The console shows local time, so hours and days are cut by this clock too. */
const timeZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** The lanes that are drawn. */
export const lanesQuery = (siteId?: string) =>
  queryOptions({
    queryKey: [...trafficKey, 'lanes', siteId ?? 'all'],
    queryFn: () =>
      unwrap<LaneEntry[]>(
        api.GET('/api/traffic/lanes', { params: { query: siteId === undefined ? {} : { siteId } } }),
      ),
  });

/** Flow and level of service of the last minutes, of every approach. */
export const flowMapQuery = (siteId?: string) =>
  queryOptions({
    queryKey: [...trafficKey, 'map', siteId ?? 'all'],
    queryFn: () =>
      unwrap<FlowMap>(
        api.GET('/api/traffic/map', { params: { query: siteId === undefined ? {} : { siteId } } }),
      ),
    refetchInterval: AGAIN_MS,
  });

/** Lanes and calibration of a camera, and how they stand. */
export const cameraTrafficQuery = (cameraId: string) =>
  queryOptions({
    queryKey: [...trafficKey, 'camera', cameraId],
    queryFn: () =>
      unwrap<CameraTraffic>(api.GET('/api/cameras/{id}/traffic', { params: { path: { id: cameraId } } })),
  });

export const saveTrafficView = (cameraId: string, body: TrafficViewChange) =>
  unwrap<TrafficView>(
    api.PUT('/api/cameras/{id}/traffic', {
      params: { path: { id: cameraId } },
      body: body as BodyOf<paths['/api/cameras/{id}/traffic']['put']>,
    }),
  );

/** Takes the lanes off a camera. @param seen the version that the person saw */
export const removeTrafficView = (cameraId: string, seen: number) =>
  unwrap<null>(
    api.DELETE('/api/cameras/{id}/traffic', { params: { path: { id: cameraId }, query: { seen } } }),
  );

/** What a calibration is worth, before it is saved. Without one nothing is asked: disable the query. */
export const calibrationPreviewQuery = (
  cameraId: string,
  calibration: CalibrationInput | null,
  lanes: readonly TrafficLane[],
) =>
  queryOptions({
    queryKey: [...trafficKey, 'preview', cameraId, calibration, lanes],
    queryFn: () =>
      unwrap<CalibrationPreview>(
        api.POST('/api/cameras/{id}/traffic/preview', {
          params: { path: { id: cameraId } },
          body: { calibration, lanes } as unknown as BodyOf<
            paths['/api/cameras/{id}/traffic/preview']['post']
          >,
        }),
      ),
    gcTime: 60_000,
  });

/**
 * Figures of a camera over a time, gaps included.
 * @param of one lane, all lanes of an approach added up, or, left out, every lane by itself
 */
export const seriesQuery = (
  cameraId: string,
  period: Period,
  of: { readonly laneId?: string; readonly approach?: string } = {},
) =>
  queryOptions({
    queryKey: [...seriesKey, cameraId, period, of],
    queryFn: () =>
      unwrap<LaneSeries[]>(
        api.GET('/api/cameras/{id}/traffic/series', {
          params: { path: { id: cameraId }, query: { ...period, ...of, timeZone: timeZone() } },
        }),
      ),
    placeholderData: keepPreviousData,
  });

/** Incidents on the road of some cameras in a time, newest first. */
export const trafficIncidentsQuery = (cameras: readonly string[], from: string, to: string) =>
  queryOptions({
    queryKey: [...trafficKey, 'incidents', cameras, from, to],
    queryFn: async () => {
      const found = [...new Set(cameras)].map((cameraId) =>
        unwrap<TrafficIncidentEntry[]>(
          api.GET('/api/traffic/incidents', { params: { query: { cameraId, from, to, limit: 100 } } }),
        ),
      );
      return (await Promise.all(found)).flat().sort((a, b) => b.capturedAt.localeCompare(a.capturedAt));
    },
    placeholderData: keepPreviousData,
  });

export const corridorsQuery = queryOptions({
  queryKey: [...trafficKey, 'corridors'],
  queryFn: () => unwrap<Corridor[]>(api.GET('/api/traffic/corridors')),
});

export const addCorridor = (body: CorridorInput) =>
  unwrap<Corridor>(api.POST('/api/traffic/corridors', { body }));

export const changeCorridor = (id: string, body: CorridorChange) =>
  unwrap<Corridor>(api.PUT('/api/traffic/corridors/{id}', { params: { path: { id } }, body }));

export const removeCorridor = (id: string, seen: number) =>
  unwrap<null>(api.DELETE('/api/traffic/corridors/{id}', { params: { path: { id }, query: { seen } } }));

/** What was measured along a corridor. */
export const corridorMeasuresQuery = (id: string, period: Period) =>
  queryOptions({
    queryKey: [...trafficKey, 'corridor', id, period],
    queryFn: () =>
      unwrap<CorridorMeasures>(
        api.GET('/api/traffic/corridors/{id}/measures', {
          params: { path: { id }, query: { ...period, timeZone: timeZone() } },
        }),
      ),
    refetchInterval: AGAIN_MS,
    placeholderData: keepPreviousData,
  });

/** Each is a question that is kept on record with its purpose, so none is asked again by itself. */
export const askTravelTimes = (body: TravelTimesInput) =>
  unwrap<TravelTimes>(api.POST('/api/traffic/travel-times', { body }));

export const askCorridorTravelTimes = (
  id: string,
  body: BodyOf<paths['/api/traffic/corridors/{id}/travel-times']['post']>,
) =>
  unwrap<CorridorTravelTimes>(
    api.POST('/api/traffic/corridors/{id}/travel-times', { params: { path: { id } }, body }),
  );

export const askOriginDestination = (body: OriginDestinationInput) =>
  unwrap<OriginDestination>(api.POST('/api/traffic/origin-destination', { body }));

export const travelRecordsQuery = queryOptions({
  queryKey: [...trafficKey, 'travel-records'],
  queryFn: () => unwrap<TravelQueryRecord[]>(api.GET('/api/traffic/travel-queries')),
});
