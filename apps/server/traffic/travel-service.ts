import type { SiteScope } from '@amaan/contracts/api/me';
import { digestOfJson } from '@amaan/contracts/digest-of';
import { type Identifier, newIdentifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import type { CorridorTravelTimes } from '@amaan/contracts/traffic/api-corridor';
import type {
  OriginDestination,
  OriginDestinationInput,
  TravelQueryRecord,
  TravelTimes,
  TravelTimesInput,
} from '@amaan/contracts/traffic/api-travel-times';
import { getCamera } from '@amaan/store/cameras';
import type { Database } from '@amaan/store/open-database';
import {
  insertTravelQuery,
  listTravelQueries,
  readOriginDestination,
  readTravelTimes,
  type TravelQuery,
} from '@amaan/store/traffic/travel-times';
import { greatCircleMetres } from '@amaan/vehicle-trace/roads/great-circle';
import { coversSite, type Principal } from '../access/decide.ts';
import { HttpError, NotFoundError } from '../http/http-errors.ts';
import { changeInLedger } from '../ledger/change-in-ledger.ts';
import { ledgerEntry } from '../ledger/ledger-entry.ts';
import type { CorridorService } from './corridor-service.ts';
import { type RefusalOf, requireTrafficPermit } from './traffic-standing.ts';

export interface TravelServiceOptions {
  readonly db: Database;
  readonly corridors: Pick<CorridorService, 'get'>;
  readonly refusalOf: RefusalOf;
  readonly now: () => number;
}

const MINUTE_MS = 60_000;
const DAY_MINUTES = 24 * 60;
/** No question is about more days than this: each reads every plate of its cameras. */
const MOST_DAYS = 31;
const MOST_INTERVALS = 2_000;
const MOST_LISTED = 200;

type Asked = Pick<TravelTimesInput, 'from' | 'to' | 'stepMinutes' | 'purpose'>;

/**
 * Travel times and origin–destination from the plates that cameras read: figures over at least five vehicles, worked out
 * in the database. Nothing about a single vehicle is read, kept or told; who asked and what for is on record.
 */
export class TravelService {
  readonly #options: TravelServiceOptions;

  constructor(options: TravelServiceOptions) {
    this.#options = options;
  }

  /** @throws HttpError 409 `TRAFFIC_MANAGEMENT_NOT_RUNNING`, 422 `TRAVEL_PERIOD_REFUSED`; NotFoundError `CAMERA_NOT_FOUND` */
  async travelTimes(input: TravelTimesInput, by: Principal): Promise<TravelTimes> {
    const { fromCameraId, toCameraId, stepMinutes, mostMinutes } = input;
    if (fromCameraId === toCameraId)
      throw new HttpError(422, 'TRAVEL_CAMERAS_REFUSED', 'Choose two different cameras; nothing was read.');
    const { queryId, period, positions } = await this.#recorded(
      'travel-times',
      input,
      [fromCameraId, toCameraId],
      by,
    );
    const intervals = await readTravelTimes(this.#options.db, {
      ...{ fromCameraId, toCameraId, stepMinutes, mostMinutes },
      ...period,
    });
    const [a, b] = positions;
    return { queryId, intervals, metres: a && b ? Math.round(greatCircleMetres(a, b)) : null };
  }

  /** Of a corridor's legs, both ends of which read plates; of the others there are none. @throws as `travelTimes` */
  async corridor(
    corridorId: Identifier,
    input: Asked & Pick<TravelTimesInput, 'mostMinutes'>,
    by: Principal,
  ): Promise<CorridorTravelTimes> {
    const { stops } = await this.#options.corridors.get(corridorId, by);
    const cameras = [...new Set(stops.map(({ cameraId }) => cameraId))];
    const { period } = await this.#recorded('travel-times', input, cameras, by);
    const legs: CorridorTravelTimes['legs'] = [];
    for (const [index, { cameraId: toCameraId }] of stops.entries()) {
      const fromCameraId = stops[index - 1]?.cameraId;
      if (fromCameraId === undefined) continue;
      const { stepMinutes, mostMinutes } = input;
      const query = { fromCameraId, toCameraId, stepMinutes, mostMinutes, ...period };
      const intervals = fromCameraId === toCameraId ? [] : await readTravelTimes(this.#options.db, query);
      legs.push({ fromCameraId, toCameraId, intervals });
    }
    return { legs };
  }

  /** @throws as `travelTimes` */
  async originDestination(input: OriginDestinationInput, by: Principal): Promise<OriginDestination> {
    const cameras = [...new Set(input.cameras)];
    const { queryId, period } = await this.#recorded('origin-destination', input, cameras, by);
    const { gapMinutes } = input;
    const told = await readOriginDestination(this.#options.db, { cameras, gapMinutes, ...period });
    return { queryId, ...told };
  }

  /** Questions on record: one's own, and for supervisors those about their sites. */
  list(by: Principal): Promise<TravelQueryRecord[]> {
    return listTravelQueries(this.#options.db, {
      sites: by.sites,
      limit: MOST_LISTED,
      ...(by.role !== 'supervisor' && { byUser: by.id }),
    });
  }

  /** Puts a question on record with its ledger entry, before anything is read. */
  async #recorded(
    kind: TravelQuery['kind'],
    { from, to, stepMinutes, purpose }: Asked,
    cameras: readonly Identifier[],
    by: Principal,
  ) {
    const { db, now, refusalOf } = this.#options;
    requireTrafficPermit(refusalOf);
    const positions = await positionsOf(db, cameras, by.sites);
    const period = wholeSteps(from, to, stepMinutes);
    const at = now();
    const id = newIdentifier();
    await changeInLedger(db, async (tx) => {
      await insertTravelQuery(tx, {
        ...{ id, kind, purpose, cameras: [...cameras], ...period },
        ...{ at: instantOf(at), byUser: by.id, byName: by.name },
      });
      const entry = ledgerEntry({
        kind: `traffic.${kind}`,
        at,
        actor: `user:${by.id}`,
        subject: `travel-query:${id}`,
        data: { cameras: [...cameras], ...period, purposeDigest: digestOfJson(purpose) },
      });
      return { result: undefined, entries: [entry] };
    });
    return { queryId: id, period, positions };
  }
}

/** The places of cameras of somebody's sites. @throws NotFoundError `CAMERA_NOT_FOUND` */
async function positionsOf(db: Database, cameras: readonly Identifier[], sites: SiteScope) {
  const found = await Promise.all(cameras.map((id) => getCamera(db, id)));
  return found.map((camera) => {
    if (camera === null || !coversSite(sites, camera.siteId)) throw new NotFoundError('camera');
    return camera.position;
  });
}

/**
 * The period on whole steps since midnight UTC: intervals that somebody could shift by a second would lay single
 * vehicles bare by their differences.
 */
function wholeSteps(from: string, to: string, stepMinutes: number) {
  const step = stepMinutes * MINUTE_MS;
  const begin = Math.floor(Date.parse(from) / step) * step;
  const end = Math.ceil(Date.parse(to) / step) * step;
  const steps = (end - begin) / step;
  if (steps < 1 || steps > MOST_INTERVALS || (steps * stepMinutes) / DAY_MINUTES > MOST_DAYS)
    throw new HttpError(
      422,
      'TRAVEL_PERIOD_REFUSED',
      `A question is about ${MOST_DAYS} days at most and ends after it begins; nothing was read.`,
    );
  return { from: instantOf(begin), to: instantOf(end) };
}
