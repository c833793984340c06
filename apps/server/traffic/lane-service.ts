import type { Position } from '@amaan/contracts/geometry';
import type { Identifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import type { CorridorMeasures, CorridorQuery } from '@amaan/contracts/traffic/api-corridor';
import type {
  LaneEntry,
  LaneListQuery,
  LaneSeries,
  LaneSeriesQuery,
  SeriesPoint,
} from '@amaan/contracts/traffic/api-lanes';
import type { Database } from '@amaan/store/open-database';
import { type LaneReference, laneKey, readLastMinutes } from '@amaan/store/traffic/lane-reading';
import { listTrafficViews, type PlacedTrafficView } from '@amaan/store/traffic/traffic-views';
import { greatCircleMetres } from '@amaan/vehicle-trace/roads/great-circle';
import type { Principal } from '../access/decide.ts';
import { requireCamera } from '../cameras/require-camera.ts';
import { NotFoundError } from '../http/http-errors.ts';
import type { CorridorService } from './corridor-service.ts';
import { SeriesReader } from './series-reader.ts';
import { calibrationStanding, endOfLast } from './traffic-view-service.ts';

export interface LaneServiceOptions {
  readonly db: Database;
  readonly corridors: Pick<CorridorService, 'get'>;
  readonly now: () => number;
}

const DAY_MS = 24 * 60 * 60_000;

/** Lanes, and their figures over time. */
export class LaneService {
  readonly #options: LaneServiceOptions;
  readonly #series: SeriesReader;

  constructor(options: LaneServiceOptions) {
    this.#options = options;
    this.#series = new SeriesReader(options.db);
  }

  /** The lanes in force of somebody's sites. */
  async list({ siteId, cameraId }: LaneListQuery, { sites }: Principal): Promise<LaneEntry[]> {
    const { db, now } = this.#options;
    const cameras = cameraId === undefined ? undefined : [cameraId];
    const placed = await listTrafficViews(db, { sites, siteId, cameras });
    const minutes = await readLastMinutes(
      db,
      placed.map(({ view }) => view.cameraId),
      instantOf(now() - DAY_MS),
    );
    return placed.flatMap((one) => entriesOf(one, minutes));
  }

  /**
   * Figures of a camera's lanes, or of an approach added up; every interval is there.
   * @throws NotFoundError `CAMERA_NOT_FOUND`, `LANE_NOT_FOUND`; HttpError 422 `PERIOD_REFUSED`
   */
  async series(
    cameraId: Identifier,
    { laneId, approach, ...period }: LaneSeriesQuery,
    by: Principal,
  ): Promise<LaneSeries[]> {
    const { db } = this.#options;
    await requireCamera(db, cameraId, by);
    const [placed] = await listTrafficViews(db, { cameras: [cameraId] });
    const lanes = (placed?.view.lanes ?? []).filter(
      (lane) => (laneId ?? lane.id) === lane.id && (approach ?? lane.approach) === lane.approach,
    );
    if (lanes.length === 0) throw new NotFoundError('lane');
    const isAdded = laneId === undefined && approach !== undefined;
    const groups = isAdded ? [lanes] : lanes.map((lane) => [lane]);
    const points = await this.#series.read(
      groups.map((group) => group.map(({ id }) => ({ cameraId, laneId: id }))),
      period,
    );
    const { step, timeZone } = period;
    return groups.map((group, index) => ({
      ...{ cameraId, step, timeZone, points: points[index]! },
      laneId: isAdded ? null : group[0]!.id,
      laneName: isAdded ? group[0]!.approach : group[0]!.name,
      approach: group[0]!.approach,
    }));
  }

  /** What was measured along a corridor. @throws NotFoundError `CORRIDOR_NOT_FOUND`; HttpError 422 `PERIOD_REFUSED` */
  async corridor(id: Identifier, query: CorridorQuery, by: Principal): Promise<CorridorMeasures> {
    const { db, corridors } = this.#options;
    const corridor = await corridors.get(id, by);
    const placed = new Map(
      (await listTrafficViews(db, { cameras: corridor.stops.map(({ cameraId }) => cameraId) })).map((one) => [
        one.view.cameraId,
        one,
      ]),
    );
    const groups = corridor.stops.map(({ cameraId, approach }): LaneReference[] =>
      (placed.get(cameraId)?.view.lanes ?? [])
        .filter((lane) => lane.approach === approach)
        .map((lane) => ({ cameraId, laneId: lane.id })),
    );
    const points = await this.#series.read(groups, query);
    const gaps = corridor.stops.map(({ cameraId, metresFromLast }, index) =>
      index === 0
        ? 0
        : (metresFromLast ??
          metresBetween(placed.get(corridor.stops[index - 1]!.cameraId), placed.get(cameraId))),
    );
    let metres: number | null = 0;
    return {
      corridor,
      stops: corridor.stops.map(({ cameraId, approach }, index) => {
        const gap = gaps[index]!;
        metres = metres === null || gap === null ? null : metres + gap;
        const camera = placed.get(cameraId);
        return {
          ...{ cameraId, approach, metres, points: points[index]! },
          cameraName: camera?.cameraName ?? '',
          simulated: camera?.simulated ?? false,
        };
      }),
      legs: gaps.slice(1).map((gap, index) => ({
        metres: gap,
        secondsBySpeed: points[index]!.map((point, at) => drivingSeconds(gap, point, points[index + 1]![at])),
      })),
    };
  }
}

function entriesOf(
  { view, cameraName, siteId, simulated, position, ...stored }: PlacedTrafficView,
  minutes: ReadonlyMap<string, string>,
): LaneEntry[] {
  const { state } = calibrationStanding({ view, ...stored });
  return view.lanes.map((lane) => {
    const last = minutes.get(laneKey({ cameraId: view.cameraId, laneId: lane.id }));
    return {
      ...{ cameraId: view.cameraId, cameraName, siteId, simulated, viewId: view.id, version: view.version },
      position: position as Position | null,
      ...{ laneId: lane.id, laneName: lane.name, approach: lane.approach, bearing: lane.bearing },
      ...{
        movements: lane.movements,
        junction: lane.junction,
        speedLimitKmh: lane.speedLimitKmh,
        calibration: state,
      },
      lastMeasuredAt: last === undefined ? null : endOfLast([last]),
    };
  });
}

function metresBetween(a: PlacedTrafficView | undefined, b: PlacedTrafficView | undefined): number | null {
  if (!a?.position || !b?.position) return null;
  return Math.round(greatCircleMetres(a.position as Position, b.position as Position));
}

/** Seconds over a distance at the mean of the paces (the harmonic mean of the speeds) of both ends. */
function drivingSeconds(metres: number | null, a: SeriesPoint, b: SeriesPoint | undefined): number | null {
  const speeds = [a, b].flatMap((point) => {
    const figures = point?.figures ?? null;
    return figures?.spaceMeanSpeedKmh ?? figures?.speedKmh?.value ?? [];
  });
  if (metres === null || speeds.length < 2 || speeds.some((speed) => speed <= 0)) return null;
  const pace = speeds.reduce((sum, speed) => sum + 3.6 / speed, 0) / speeds.length;
  return Math.round(metres * pace);
}
