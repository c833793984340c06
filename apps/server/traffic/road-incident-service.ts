import type {
  TrafficIncidentEntry,
  TrafficIncidentQuery,
} from '@amaan/contracts/traffic/api-traffic-incidents';
import type { Database } from '@amaan/store/open-database';
import { listTrafficIncidents } from '@amaan/store/traffic/traffic-incidents';
import type { Principal } from '../access/decide.ts';

/** Incidents on the road: what happened where, and how long it lasted. Their pictures are those of their alerts. */
export class RoadIncidentService {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  /** Newest first, of somebody's sites. */
  list({ open, ...query }: TrafficIncidentQuery, { sites }: Principal): Promise<TrafficIncidentEntry[]> {
    return listTrafficIncidents(this.#db, { ...query, sites, open: open === 'true' });
  }
}
