import type { Position } from '@amaan/contracts/geometry';
import { instantOf } from '@amaan/contracts/instant';
import type { FlowMap, FlowMapQuery } from '@amaan/contracts/traffic/api-lanes';
import { type LaneSums, LEVELS_OF_SERVICE } from '@amaan/contracts/traffic/lane-measures';
import type { TrafficLane } from '@amaan/contracts/traffic/traffic-view';
import type { Database } from '@amaan/store/open-database';
import { laneKey, readLatestMinutes } from '@amaan/store/traffic/lane-reading';
import { listTrafficViews, type PlacedTrafficView } from '@amaan/store/traffic/traffic-views';
import { laneFigures } from '@amaan/traffic-management/measuring/lane-figures';
import { addLaneSums } from '@amaan/traffic-management/measuring/lane-sums';
import type { Principal } from '../access/decide.ts';
import { approachSums } from './approach-sums.ts';

const MINUTE_MS = 60_000;
/** A minute is stored some seconds after it ended. */
const LATE_MS = 30_000;
const METRES_PER_DEGREE = 111_320;
/** How long an approach is drawn, and how far its middle lies from that of the opposite direction, in metres. */
const DRAWN_METRES = 90;
const ASIDE_METRES = 7;

type Feature = FlowMap['features'][number];

/** The approaches of all cameras with what was measured in the last minutes, for a map. */
export class FlowMapService {
  readonly #db: Database;
  readonly #now: () => number;

  constructor(options: { readonly db: Database; readonly now: () => number }) {
    this.#db = options.db;
    this.#now = options.now;
  }

  /** @throws nothing of its own; a camera without a place on the map is left out */
  async map({ siteId, minutes, area: text }: FlowMapQuery, { sites }: Principal): Promise<FlowMap> {
    const area = text?.split(',').map(Number) as [number, number, number, number] | undefined;
    const until = Math.floor((this.#now() - LATE_MS) / MINUTE_MS) * MINUTE_MS;
    const since = instantOf(until - minutes * MINUTE_MS);
    const placed = await listTrafficViews(this.#db, { sites, siteId });
    const stored = await readLatestMinutes(this.#db, { since, sites, siteId, area });
    const sums = new Map<string, LaneSums>();
    for (const one of stored) {
      const before = sums.get(laneKey(one));
      sums.set(laneKey(one), before === undefined ? one.sums : addLaneSums(before, one.sums));
    }
    return {
      type: 'FeatureCollection',
      features: placed
        .filter(({ position }) => position !== null && isWithin(position as Position, area))
        .flatMap((one) =>
          [...Map.groupBy(one.view.lanes, ({ approach }) => approach).values()].map((lanes) =>
            featureOf(one, lanes, sums, minutes * 60),
          ),
        ),
    };
  }
}

function isWithin(
  [longitude, latitude]: Position,
  area: readonly [number, number, number, number] | undefined,
): boolean {
  if (area === undefined) return true;
  const [west, south, east, north] = area;
  return longitude >= west && longitude <= east && latitude >= south && latitude <= north;
}

function featureOf(
  { view, cameraName, siteId, simulated, position }: PlacedTrafficView,
  lanes: readonly TrafficLane[],
  sums: ReadonlyMap<string, LaneSums>,
  seconds: number,
): Feature {
  const { cameraId } = view;
  const seen = lanes.flatMap((lane) => sums.get(laneKey({ cameraId, laneId: lane.id })) ?? []);
  const figures = seen.length === 0 ? null : laneFigures(approachSums(seen), seconds);
  const levels = seen.flatMap((one) => laneFigures(one, seconds).levelOfService ?? []);
  const bearing = lanes.find((lane) => lane.bearing !== null)?.bearing ?? null;
  return {
    type: 'Feature',
    geometry: geometryOf(position as Position, bearing),
    properties: {
      ...{ cameraId, cameraName, siteId, simulated, bearing },
      approach: lanes[0]!.approach,
      lanes: lanes.map(({ id }) => id),
      speedLimitKmh: lanes.find((lane) => lane.speedLimitKmh !== null)?.speedLimitKmh ?? null,
      flowVehPerHour: figures?.flowVehPerHour?.value ?? null,
      speedKmh: figures?.speedKmh?.value ?? null,
      densityVehPerKm: figures?.densityVehPerKm ?? null,
      queueMetres: figures?.queueMetres?.max ?? null,
      delaySeconds: figures?.delaySeconds?.value ?? null,
      levelOfService:
        levels.toSorted((a, b) => LEVELS_OF_SERVICE.indexOf(b) - LEVELS_OF_SERVICE.indexOf(a))[0] ?? null,
      coverage: figures?.coverage ?? 0,
    },
  };
}

/** A line that ends beside the camera, on the left of the road's middle as Pakistan drives. */
function geometryOf(at: Position, bearing: number | null): Feature['geometry'] {
  if (bearing === null) return { type: 'Point', coordinates: at };
  const radians = (bearing * Math.PI) / 180;
  const [east, north] = [Math.sin(radians), Math.cos(radians)];
  const moved = (ahead: number, left: number): Position => {
    const x = ahead * east - left * north;
    const y = ahead * north + left * east;
    const longitude = at[0] + x / (METRES_PER_DEGREE * Math.cos((at[1] * Math.PI) / 180));
    return [longitude, at[1] + y / METRES_PER_DEGREE];
  };
  return {
    type: 'LineString',
    coordinates: [moved(-DRAWN_METRES, ASIDE_METRES), moved(0, ASIDE_METRES)],
  };
}
