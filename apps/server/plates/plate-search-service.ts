import type { SiteScope } from '@amaan/contracts/api/me';
import { digestOfJson } from '@amaan/contracts/digest-of';
import { type Identifier, newIdentifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import type {
  PlateSearchInput,
  PlateSearchRecord,
  PlateSearchResult,
  SearchScope,
  Sighting,
  SightingFilter,
} from '@amaan/contracts/plates/sighting';
import type { Database } from '@amaan/store/open-database';
import { insertPlateSearch, insertSearchResult, listPlateSearches } from '@amaan/store/plates/plate-searches';
import { matchCost, platePattern } from '@amaan/vehicle-trace/trace/plate-pattern';
import type { Principal } from '../access/decide.ts';
import { HttpError, NotFoundError } from '../http/http-errors.ts';
import { changeInLedger } from '../ledger/change-in-ledger.ts';
import { ledgerEntry } from '../ledger/ledger-entry.ts';
import type { SightingFinder } from './sighting-finder.ts';
import { readTraceStanding } from './trace-standing.ts';

export interface PlateSearchServiceOptions {
  readonly db: Database;
  readonly sightings: SightingFinder;
  readonly now: () => number;
}

/** What was asked, before anything is read. */
export interface AskedSearch {
  readonly kind: PlateSearchRecord['kind'];
  readonly filter: SightingFilter;
  readonly reason: string;
  readonly scope: SearchScope;
}

const MOST_LISTED = 200;

/** Searches for sightings. Each is stored, with its reason and case, and in the ledger before a result is read. */
export class PlateSearchService {
  readonly #options: PlateSearchServiceOptions;

  constructor(options: PlateSearchServiceOptions) {
    this.#options = options;
  }

  /** Searches the site of the case that the purpose names, or all that the searcher may, newest first. @throws HttpError 403 `PURPOSE_REQUIRED` */
  async search(
    { filter, reason, scope, limit }: PlateSearchInput,
    by: Principal,
  ): Promise<PlateSearchResult> {
    return this.recorded({ kind: 'search', filter, reason, scope }, by, async (searchId, sites) => {
      const { sightings: found, stoppedAt } = await this.#options.sightings.find(filter, {
        sites,
        limit: limit + 1,
      });
      const sightings = found.slice(0, limit);
      const result = {
        searchId,
        sightings,
        truncated: found.length > limit,
        costs: sightings.map((sighting) => costOf(sighting, filter)),
        ...(stoppedAt !== null && {
          incomplete: {
            searchedFrom: stoppedAt,
            message: `Looking further back than ${stoppedAt} would take too long: these are the answers since then. Search for a plate, or in a shorter time.`,
          },
        }),
      };
      return { result, results: sightings.length };
    });
  }

  /**
   * Puts a search on record with its ledger entry, then reads.
   * @throws HttpError 403 `PURPOSE_REQUIRED`, 409 `VEHICLE_TRACE_NOT_RUNNING`
   */
  async recorded<Result>(
    { kind, filter, reason, scope }: AskedSearch,
    by: Principal,
    read: (
      searchId: Identifier,
      sites: SiteScope,
    ) => Promise<{ readonly result: Result; readonly results: number }>,
  ): Promise<Result> {
    const { db, now } = this.#options;
    const { purpose } = by;
    // The policies have refused it before: this holds even if a route forgot to ask them.
    if (purpose === undefined || now() >= Date.parse(purpose.expiresAt))
      throw new HttpError(
        403,
        'PURPOSE_REQUIRED',
        'Choose a case and say what for, before anything is searched.',
      );
    const { running, reason: stopped } = await readTraceStanding(db);
    if (!running) throw new HttpError(409, 'VEHICLE_TRACE_NOT_RUNNING', `${stopped} Nothing was searched.`);
    const at = now();
    const id = newIdentifier();
    const shared = {
      id,
      kind,
      at: instantOf(at),
      caseId: purpose.caseId,
      purposeId: purpose.id,
      reason,
      filter,
      sites: scope === 'my-sites' ? by.sites : null,
    };
    const sites = shared.sites ?? [purpose.siteId];
    await changeInLedger(db, async (tx) => {
      await insertPlateSearch(tx, { ...shared, byUser: by.id, byName: by.name });
      const entry = ledgerEntry({
        kind: `plate.${kind}`,
        at,
        actor: `user:${by.id}`,
        subject: `plate-search:${id}`,
        // Plates and words name people: the ledger holds their digests.
        data: {
          caseId: purpose.caseId,
          purposeId: purpose.id,
          reasonDigest: digestOfJson(reason),
          filterDigest: digestOfJson(filter),
          sites: sites === 'all' ? sites : [...sites],
        },
      });
      return { result: undefined, entries: [entry] };
    });
    const { result, results } = await read(id, sites);
    await insertSearchResult(db, id, results);
    return result;
  }

  /** Searches on record: one's own, and for supervisors those of their sites. */
  list(by: Principal): Promise<PlateSearchRecord[]> {
    return listPlateSearches(this.#options.db, { ...scopeOf(by), limit: MOST_LISTED });
  }

  /** @throws NotFoundError `PLATE_SEARCH_NOT_FOUND`, also when somebody else made it */
  async get(id: Identifier, by: Principal): Promise<PlateSearchRecord> {
    const [record] = await listPlateSearches(this.#options.db, { ...scopeOf(by), id, limit: 1 });
    if (record === undefined) throw new NotFoundError('plate search');
    return record;
  }
}

function scopeOf({ id, role, sites }: Principal) {
  return role === 'supervisor' ? { sites } : { sites, byUser: id };
}

/** The cost of the reading or of what a person says that it reads, whichever fits better. */
function costOf({ reading, corrected }: Sighting, { plate, tolerance }: SightingFilter): number {
  if (plate === undefined) return 0;
  const pattern = platePattern(plate);
  const costs = [reading.text, corrected]
    .filter((text) => text !== null)
    .map((text) => matchCost(pattern, text, tolerance) ?? Number.POSITIVE_INFINITY);
  const least = Math.min(...costs);
  return Number.isFinite(least) ? least : 0;
}
