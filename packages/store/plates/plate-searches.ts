import type { Identifier } from '@amaan/contracts/identifier';
import type { Instant } from '@amaan/contracts/instant';
import { PlateSearchRecord, type SightingFilter } from '@amaan/contracts/plates/sighting';
import { sql } from 'kysely';
import type { Database } from '../open-database.ts';

export interface NewPlateSearch {
  readonly id: Identifier;
  readonly kind: PlateSearchRecord['kind'];
  readonly at: Instant;
  readonly byUser: string;
  readonly byName: string;
  readonly caseId: Identifier;
  readonly purposeId: Identifier;
  readonly reason: string;
  readonly filter: SightingFilter;
  /** Null: only the site of the case. */
  readonly sites: 'all' | readonly Identifier[] | null;
}

/** Puts a search on record, before anything is read. Call it in a transaction, with its ledger entry. */
export async function insertPlateSearch(db: Database, search: NewPlateSearch): Promise<void> {
  await db
    .insertInto('plate_search')
    .values({
      ...{ id: search.id, kind: search.kind, at: search.at, reason: search.reason },
      ...{ by_user: search.byUser, by_name: search.byName, case_id: search.caseId },
      ...{ purpose_id: search.purposeId, filter: JSON.stringify(search.filter) },
      sites: search.sites === null ? null : JSON.stringify(search.sites),
    })
    .execute();
}

/** Whether for a purpose somebody searched beyond the site of its case. */
export async function searchedBeyondCase(db: Database, purposeId: Identifier): Promise<boolean> {
  const row = await db
    .selectFrom('plate_search')
    .select('id')
    .where('purpose_id', '=', purposeId)
    .where('sites', 'is not', null)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** How many results a search had. */
export async function insertSearchResult(db: Database, searchId: Identifier, results: number): Promise<void> {
  await db.insertInto('plate_search_result').values({ search_id: searchId, results }).execute();
}

/** Searches on record for cases of some sites, newest first. */
export async function listPlateSearches(
  db: Database,
  query: {
    readonly sites: 'all' | readonly Identifier[];
    /** Only what this person searched. */
    readonly byUser?: string;
    readonly id?: Identifier;
    readonly limit: number;
  },
): Promise<PlateSearchRecord[]> {
  const rows = await db
    .selectFrom('plate_search as search')
    .innerJoin('case_file', 'case_file.id', 'search.case_id')
    .innerJoin('stated_purpose', 'stated_purpose.id', 'search.purpose_id')
    .leftJoin('plate_search_result as result', 'result.search_id', 'search.id')
    .select([
      'search.id',
      'search.kind',
      'search.at',
      'search.by_name as by',
      'search.reason',
      'search.filter',
      'search.sites',
    ])
    .select(['case_file.ordinal', 'stated_purpose.purpose', 'result.results'])
    .$if(query.sites !== 'all', (q) =>
      q.where('case_file.site_id', '=', sql<Identifier>`any(${[...query.sites]}::uuid[])`),
    )
    .$if(query.byUser !== undefined, (q) => q.where('search.by_user', '=', query.byUser ?? ''))
    .$if(query.id !== undefined, (q) => q.where('search.id', '=', query.id ?? ''))
    .orderBy('search.at', 'desc')
    .orderBy('search.id', 'desc')
    .limit(query.limit)
    .execute();
  return rows.map(({ ordinal, results, ...row }) =>
    PlateSearchRecord.parse({
      ...row,
      caseNumber: `CASE-${String(ordinal).padStart(4, '0')}`,
      results: results ?? 0,
    }),
  );
}
