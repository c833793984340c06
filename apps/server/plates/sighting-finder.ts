import type { Identifier } from '@amaan/contracts/identifier';
import { type Instant, instantOf } from '@amaan/contracts/instant';
import type { Sighting, SightingFilter } from '@amaan/contracts/plates/sighting';
import type { Database } from '@amaan/store/open-database';
import { camerasWithin, correctedTo } from '@amaan/store/plates/cold-conditions';
import type { ColdSightings } from '@amaan/store/plates/cold-sightings';
import { describeColdRows } from '@amaan/store/plates/describe-cold-rows';
import { findSightings, type SightingQuery } from '@amaan/store/plates/sightings';
import { likePattern, matchCost, platePattern } from '@amaan/vehicle-trace/trace/plate-pattern';
import { plateConditionOf } from './plate-condition.ts';

export interface FindOptions {
  readonly sites: 'all' | readonly Identifier[];
  readonly limit: number;
  readonly oldestFirst?: boolean;
}

/** What was found. */
export interface FoundSightings {
  readonly sightings: Sighting[];
  /** Where looking through files of past days took too long: only what was captured on this side of it was looked at. */
  readonly stoppedAt: Instant | null;
}

/** Files of past days are looked through for so long at most; the day that was begun is finished. */
const LONGEST_IN_FILES_MS = 10_000;
/** Known ends shorter than this fit so many plates that the newest sightings are looked at first. */
const LEAST_END = 2;
const NEWEST_MS = 6 * 60 * 60_000;
const DAY_MS = 24 * 60 * 60_000;

/** Finds sightings in the database and in the files of past days, as one. */
export class SightingFinder {
  readonly #db: Database;
  readonly #cold: ColdSightings | null;
  readonly #longestInFilesMs: number;

  /** @param cold null: there are no files of past days */
  constructor(
    db: Database,
    cold: ColdSightings | null,
    { longestInFilesMs = LONGEST_IN_FILES_MS }: { readonly longestInFilesMs?: number } = {},
  ) {
    this.#db = db;
    this.#cold = cold;
    this.#longestInFilesMs = longestInFilesMs;
  }

  /** Newest first unless asked otherwise. */
  async find(filter: SightingFilter, options: FindOptions): Promise<FoundSightings> {
    const { plate, tolerance, from, to, cameras, area } = filter;
    const query: SightingQuery = {
      ...{ from, to, cameras, sites: options.sites, limit: options.limit },
      ...{ oldestFirst: options.oldestFirst === true },
      ...(area !== undefined && { area }),
      ...(filter.class !== undefined && { class: filter.class }),
      ...(filter.colour !== undefined && { colour: filter.colour }),
    };
    const newest = await this.#amongNewest(filter, query);
    if (newest !== null) return { sightings: newest, stoppedAt: null };
    const plates = plate === undefined ? undefined : await plateConditionOf(this.#db, plate, tolerance);
    const whole = { ...query, ...(plates !== undefined && { plates }) };
    const hot = await findSightings(this.#db, whole);
    const fits = fitsOf(filter);
    const cold = await this.#inFiles(whole, hot.length, fits);
    const all = new Map([...cold.sightings, ...hot].map((sighting) => [sighting.id, sighting]));
    const direction = query.oldestFirst === true ? 1 : -1;
    const found = [...all.values()]
      .filter((sighting) => tolerance === 0 || fits(sighting))
      .sort((a, b) => direction * (a.capturedAt.localeCompare(b.capturedAt) || a.id.localeCompare(b.id)));
    return { sightings: found.slice(0, query.limit), stoppedAt: cold.stoppedAt };
  }

  /** A pattern that fits many plates has enough answers in the newest hours: nobody waits for a list of its plates. */
  async #amongNewest({ plate, tolerance }: SightingFilter, query: SightingQuery): Promise<Sighting[] | null> {
    if (plate === undefined || tolerance > 0 || query.oldestFirst === true) return null;
    const pattern = platePattern(plate);
    if (Math.max(pattern.prefix.length, pattern.suffix.length) >= LEAST_END) return null;
    const last = Math.min(Date.parse(query.to), Date.now());
    const from = instantOf(Math.max(Date.parse(query.from), last - NEWEST_MS));
    const plates = { kind: 'like', pattern: likePattern(pattern) } as const;
    const newest = await findSightings(this.#db, { ...query, from, plates });
    return newest.length < query.limit ? null : newest;
  }

  /** @param hot how many were found in the database: where plates are not listed, files are older and need not fill in */
  async #inFiles(
    query: SightingQuery,
    hot: number,
    fits: (sighting: Sighting) => boolean,
  ): Promise<FoundSightings> {
    const nothing = { sightings: [], stoppedAt: null };
    if (this.#cold === null) return nothing;
    const { plates, area, cameras = [], oldestFirst = false } = query;
    const listed = plates?.kind === 'listed';
    if (listed && plates.plates.length === 0) return nothing;
    if (!listed && !oldestFirst && hot >= query.limit) return nothing;
    const places = area === undefined ? [] : await camerasWithin(this.#db, area);
    const among =
      cameras.length === 0 ? places : cameras.filter((id) => area === undefined || places.includes(id));
    const { cameras: _, ...rest } = query;
    const asked = {
      ...rest,
      ...((cameras.length > 0 || area !== undefined) && { cameras: among }),
      misread: plates === undefined ? [] : await correctedTo(this.#db, plates),
    };
    const before = performance.now() + this.#longestInFilesMs;
    const { rows, stoppedBefore } = listed
      ? { rows: await this.#cold.find(asked), stoppedBefore: null }
      : await this.#cold.findDayByDay(asked, () => performance.now() < before);
    const described = await describeColdRows(this.#db, rows);
    // Newest first, the day that was not looked at is on the older side: it ends where the next begins.
    const stoppedAt = stoppedBefore === null ? null : Date.parse(stoppedBefore) + (oldestFirst ? 0 : DAY_MS);
    return {
      sightings: described.filter(fits),
      stoppedAt: stoppedAt === null ? null : instantOf(stoppedAt),
    };
  }
}

/** Whether what was read, or what a person says that it reads, is what was asked for. */
function fitsOf({ plate, tolerance }: SightingFilter): (sighting: Sighting) => boolean {
  if (plate === undefined) return () => true;
  const pattern = platePattern(plate);
  return ({ reading, corrected }) =>
    matchCost(pattern, reading.text, tolerance) !== null ||
    (corrected !== null && matchCost(pattern, corrected, tolerance) !== null);
}
