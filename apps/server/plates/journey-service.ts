import type { Alert } from '@amaan/contracts/alert';
import type { SiteScope } from '@amaan/contracts/api/me';
import type { Identifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import type {
  ConvoyCandidate,
  ConvoyInput,
  Journey,
  JourneyInput,
  NextCamera,
} from '@amaan/contracts/plates/journey';
import type { Sighting } from '@amaan/contracts/plates/sighting';
import type { Database } from '@amaan/store/open-database';
import { findPassages } from '@amaan/store/plates/passages';
import { findConvoys, type Passage } from '@amaan/vehicle-trace/journeys/convoy';
import { journeyLegs } from '@amaan/vehicle-trace/journeys/journey-legs';
import { reachableCameras } from '@amaan/vehicle-trace/roads/reachable-cameras';
import { citizenDataSites, type Principal } from '../access/decide.ts';
import type { AlertService } from '../alerts/alert-service.ts';
import { HttpError } from '../http/http-errors.ts';
import type { PlateSearchService } from './plate-search-service.ts';
import type { RoadSource } from './road-source.ts';
import type { SightingFinder } from './sighting-finder.ts';

export interface JourneyServiceOptions {
  readonly db: Database;
  readonly alerts: Pick<AlertService, 'get'>;
  readonly searches: Pick<PlateSearchService, 'recorded'>;
  readonly sightings: SightingFinder;
  readonly roads: RoadSource;
}

const MOST_SIGHTINGS = 1_000;
/** A convoy is looked for within this long at most: longer would be a profile of everybody who met. */
const LONGEST_CONVOY_MS = 7 * 24 * 60 * 60_000;
const REACH_SECONDS = 30 * 60;
const MOST_REACHED = 50;

/** Where a vehicle went, with whom, and where it can be next. */
export class JourneyService {
  readonly #options: JourneyServiceOptions;

  constructor(options: JourneyServiceOptions) {
    this.#options = options;
  }

  /** The journey of a plate; on record as a search. @throws HttpError 403 `PURPOSE_REQUIRED`, 422 `JOURNEY_TOO_LONG` */
  async journey({ plate, from, to, reason, scope }: JourneyInput, by: Principal): Promise<Journey> {
    const { searches, roads } = this.#options;
    const filter = { plate, from, to, tolerance: 0, cameras: [] };
    return searches.recorded({ kind: 'journey', filter, reason, scope }, by, async (_, sites) => {
      const sightings = await this.#sightingsOf(plate, from, to, sites);
      const legs = journeyLegs(sightings, await roads.graph());
      return { result: { plate, sightings, legs }, results: sightings.length };
    });
  }

  /** Vehicles that were seen near a plate again and again. @throws HttpError 422 `CONVOY_TOO_LONG` */
  async convoys(input: ConvoyInput, by: Principal): Promise<ConvoyCandidate[]> {
    const { db, searches } = this.#options;
    const { plate, from, to, cameras, seconds, reason, scope } = input;
    const duration = Date.parse(to) - Date.parse(from);
    if (duration > LONGEST_CONVOY_MS)
      throw new HttpError(422, 'CONVOY_TOO_LONG', 'Look for convoys within seven days at most.');
    const filter = { plate, from, to, tolerance: 0, cameras: [] };
    return searches.recorded({ kind: 'convoy', filter, reason, scope }, by, async (_, sites) => {
      const own = (await this.#sightingsOf(plate, from, to, sites)).map(
        ({ cameraId, capturedAt }): Passage => ({ plate, cameraId, at: capturedAt }),
      );
      const others = await findPassages(db, { near: own, seconds, from, to, sites, cameras, except: plate });
      const result = findConvoys(own, others, { cameras, seconds, duration: duration / 1000 });
      return { result, results: result.length };
    });
  }

  /**
   * The cameras that the vehicle of a plate alert can come past next, the soonest first.
   * @throws NotFoundError `ALERT_NOT_FOUND`; HttpError 422 `NO_PLATE_ALERT`
   */
  async reachable(alertId: Identifier, by: Principal): Promise<NextCamera[]> {
    const { db, alerts, roads } = this.#options;
    const alert = await alerts.get(alertId, by);
    if (alert.observation.kind !== 'plate-read')
      throw new HttpError(422, 'NO_PLATE_ALERT', 'This alert is not about a plate.');
    return nextCameras(alert, await placedCameras(db, by), await roads.graph());
  }

  async #sightingsOf(plate: string, from: string, to: string, sites: SiteScope): Promise<Sighting[]> {
    const { sightings } = await this.#options.sightings.find(
      { plate, from, to, tolerance: 0, cameras: [] },
      { sites, limit: MOST_SIGHTINGS + 1, oldestFirst: true },
    );
    if (sightings.length > MOST_SIGHTINGS)
      throw new HttpError(
        422,
        'JOURNEY_TOO_LONG',
        `More than ${MOST_SIGHTINGS} sightings: choose a shorter time.`,
      );
    return sightings;
  }
}

interface NamedCamera {
  readonly id: Identifier;
  readonly name: string;
  readonly position: [number, number];
}

async function placedCameras(db: Database, by: Principal): Promise<NamedCamera[]> {
  const sites = citizenDataSites(by);
  const rows = await db
    .selectFrom('camera')
    .select(['id', 'name', 'site_id', 'longitude', 'latitude'])
    .where('deleted_at', 'is', null)
    .execute();
  return rows.flatMap(({ id, name, site_id, longitude, latitude }) =>
    longitude === null || latitude === null || (sites !== 'all' && !sites.includes(site_id))
      ? []
      : [{ id, name, position: [longitude, latitude] }],
  );
}

function nextCameras(
  { observation }: Alert,
  cameras: readonly NamedCamera[],
  roads: Parameters<typeof reachableCameras>[2]['roads'],
): NextCamera[] {
  const from = cameras.find(({ id }) => id === observation.cameraId);
  if (from === undefined) return [];
  const byId = new Map(cameras.map((camera) => [camera.id, camera]));
  const seenAt = Date.parse(observation.capturedAt);
  return reachableCameras(from, cameras, { roads, withinSeconds: REACH_SECONDS })
    .slice(0, MOST_REACHED)
    .map(({ cameraId, metres, seconds, onRoads }) => {
      const { name, position } = byId.get(cameraId)!;
      const earliestAt = instantOf(seenAt + Math.round(seconds * 1000));
      return { cameraId, cameraName: name, position, metres, earliestAt, onRoads };
    });
}
