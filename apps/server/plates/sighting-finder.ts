import type { Identifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import type { Sighting, SightingFilter } from '@amaan/contracts/plates/sighting';
import type { Database } from '@amaan/store/open-database';
import type { ColdSightings } from '@amaan/store/plates/cold-sightings';
import { describeColdRows } from '@amaan/store/plates/describe-cold-rows';
import { findSightings, type SightingQuery } from '@amaan/store/plates/sightings';
import { matchCost, platePattern } from '@amaan/vehicle-trace/trace/plate-pattern';
import { plateConditionOf } from './plate-condition.ts';

export interface FindOptions {
  readonly sites: 'all' | readonly Identifier[];
  readonly limit: number;
  readonly oldestFirst?: boolean;
}

/** Finds sightings in the database and in the files of past days, as one. */
export class SightingFinder {
  readonly #db: Database;
  readonly #cold: ColdSightings | null;

  /** @param cold null: there are no files of past days */
  constructor(db: Database, cold: ColdSightings | null) {
    this.#db = db;
    this.#cold = cold;
  }

  /** Newest first unless asked otherwise. Files are searched where plates can be listed. */
  async find(
    filter: SightingFilter,
    { sites, limit, oldestFirst = false }: FindOptions,
  ): Promise<Sighting[]> {
    const { plate, tolerance, from, to, cameras, area } = filter;
    const plates = plate === undefined ? undefined : await plateConditionOf(this.#db, plate, tolerance);
    const query: SightingQuery = {
      ...{ from, to, cameras, sites, limit, oldestFirst },
      ...(plates !== undefined && { plates }),
      ...(area !== undefined && { area }),
      ...(filter.class !== undefined && { class: filter.class }),
      ...(filter.colour !== undefined && { colour: filter.colour }),
    };
    const hot = await findSightings(this.#db, query);
    const cold = plates?.kind === 'listed' ? await this.#inFiles({ ...query, listed: plates.plates }) : [];
    const all = new Map([...cold, ...hot].map((sighting) => [sighting.id, sighting]));
    const direction = oldestFirst ? 1 : -1;
    const found = [...all.values()].sort(
      (a, b) => direction * (a.capturedAt.localeCompare(b.capturedAt) || a.id.localeCompare(b.id)),
    );
    if (plate === undefined || tolerance === 0) return found.slice(0, limit);
    const pattern = platePattern(plate);
    const fits = ({ reading, corrected }: Sighting) =>
      matchCost(pattern, reading.text, tolerance) !== null ||
      (corrected !== null && matchCost(pattern, corrected, tolerance) !== null);
    return found.filter(fits).slice(0, limit);
  }

  async #inFiles(query: SightingQuery & { readonly listed: readonly string[] }): Promise<Sighting[]> {
    if (this.#cold === null) return [];
    const { from, to, sites, limit, oldestFirst = false, cameras = [], area, listed } = query;
    const corrected = await this.#db
      .selectFrom('plate_correction')
      .select(['original'])
      .where('plate', 'in', listed.length === 0 ? [''] : [...listed])
      .execute();
    const rows = await this.#cold.find({
      ...{ from, to, sites, cameras, limit, oldestFirst },
      plates: [...new Set([...listed, ...corrected.map(({ original }) => original)])],
      ...(query.class !== undefined && { class: query.class }),
      ...(query.colour !== undefined && { colour: query.colour }),
    });
    const described = await describeColdRows(this.#db, rows);
    const wanted = new Set(listed);
    return described.filter(
      ({ reading, corrected: said, position }) =>
        (wanted.has(reading.text) || (said !== null && wanted.has(said))) &&
        (area === undefined || within(position, area)),
    );
  }

  /** Reads of the last minutes, newest first, whatever their plates. */
  live(
    query: Omit<SightingQuery, 'from' | 'to' | 'plates'>,
    now: number,
    lastMs: number,
  ): Promise<Sighting[]> {
    return findSightings(this.#db, { ...query, from: instantOf(now - lastMs), to: instantOf(now + lastMs) });
  }
}

function within(
  position: readonly [number, number] | null,
  [west, south, east, north]: readonly [number, number, number, number],
): boolean {
  if (position === null) return false;
  const [longitude, latitude] = position;
  return longitude >= west && longitude <= east && latitude >= south && latitude <= north;
}
