import type { SiteScope } from '@amaan/contracts/api/me';
import type { Digest } from '@amaan/contracts/digest';
import type { PictureSearchInput } from '@amaan/contracts/faces/searches/picture-search';
import type { Identifier } from '@amaan/contracts/identifier';
import type { Instant } from '@amaan/contracts/instant';
import { type InferResult, sql } from 'kysely';
import { digestBytes, digestHex } from '../../digest-column.ts';
import type { Database } from '../../open-database.ts';
import { withinSites } from '../../within-sites.ts';

/** That a search with a picture took place, and what seals what it found. */
export interface NewPictureSearch
  extends Pick<PictureSearchInput, 'reason' | 'source' | 'lawfulness' | 'takenAt' | 'place'> {
  readonly id: Identifier;
  readonly authorisationId: Identifier;
  readonly caseId: Identifier;
  readonly siteId: Identifier;
  readonly watchlistId: Identifier;
  readonly purposeId: Identifier;
  readonly at: Instant;
  readonly byUser: string;
  readonly byName: string;
  readonly listRevision: number;
  readonly listSize: number;
  readonly threshold: number;
  readonly falseMatchesPerSearch: number;
  readonly permitId: Identifier;
  readonly modelDigest: Digest;
  readonly configurationDigest: Digest;
  readonly found: number;
  /** 32 bytes in hexadecimal. */
  readonly salt: Digest;
  /** Of each sealed match, the most similar first. */
  readonly results: readonly Digest[];
}

export interface StoredPictureSearch extends NewPictureSearch {
  readonly caseNumber: string;
}

/** Puts a search on record. Nothing of it is ever changed. */
export async function insertPictureSearch(tx: Database, search: NewPictureSearch): Promise<void> {
  const { id, at, reason, source, lawfulness, place, threshold, found } = search;
  await tx
    .insertInto('face_search')
    .values({
      ...{ id, at, reason, source, lawfulness, place, threshold, found },
      authorisation_id: search.authorisationId,
      case_id: search.caseId,
      site_id: search.siteId,
      watchlist_id: search.watchlistId,
      purpose_id: search.purposeId,
      by_user: search.byUser,
      by_name: search.byName,
      taken_at: search.takenAt,
      list_revision: search.listRevision,
      list_size: search.listSize,
      false_matches: search.falseMatchesPerSearch,
      permit_id: search.permitId,
      model_digest: digestBytes(search.modelDigest),
      configuration_digest: digestBytes(search.configurationDigest),
      salt: digestBytes(search.salt),
      results: search.results.map(digestBytes),
    })
    .execute();
}

/** Searches, the newest first. What is left out does not restrict. */
export async function listPictureSearches(
  db: Database,
  query: {
    readonly sites: SiteScope;
    readonly id?: Identifier | undefined;
    readonly caseId?: Identifier | undefined;
    readonly authorisationId?: Identifier | undefined;
    readonly after?: Identifier | undefined;
    readonly limit: number;
  },
): Promise<StoredPictureSearch[]> {
  const { sites, id, caseId, authorisationId, after, limit } = query;
  let searches = selectSearches(db).where(withinSites('face_search.site_id', sites));
  if (id !== undefined) searches = searches.where('face_search.id', '=', id);
  if (caseId !== undefined) searches = searches.where('face_search.case_id', '=', caseId);
  if (authorisationId !== undefined)
    searches = searches.where('face_search.authorisation_id', '=', authorisationId);
  if (after !== undefined) searches = searches.where('face_search.id', '<', after);
  const rows = await searches.orderBy('face_search.id', 'desc').limit(limit).execute();
  return rows.map(searchOf);
}

/** A match of a search, as far as its place in the sealed list goes. */
export interface SearchedResult {
  readonly searchId: Identifier;
  readonly matchId: Identifier;
  readonly state: 'possible' | 'disputed' | 'confirmed' | 'rejected';
  readonly entryId: Identifier;
  readonly pictureId: Identifier;
  readonly similarity: number;
  /** 32 bytes in hexadecimal. */
  readonly salt: Digest;
}

/** The matches of searches that are still there. */
export async function listSearchedResults(
  db: Database,
  searchIds: readonly Identifier[],
): Promise<SearchedResult[]> {
  const rows = await db
    .selectFrom('face_match')
    .innerJoin('face_search_observation as said', 'said.id', 'face_match.id')
    .select(['face_match.id', 'search_id', 'state', 'entry_id', 'picture_id', 'salt'])
    .select(sql<number>`(said.body ->> 'similarity')::float8`.as('similarity'))
    .where('search_id', '=', sql<Identifier>`any(${[...searchIds]}::uuid[])`)
    .orderBy('face_match.id')
    .execute();
  return rows.map((row) => ({
    searchId: row.search_id!,
    matchId: row.id,
    state: row.state,
    entryId: row.entry_id,
    pictureId: row.picture_id,
    similarity: row.similarity,
    salt: digestHex(row.salt!),
  }));
}

function selectSearches(db: Database) {
  return db
    .selectFrom('face_search')
    .innerJoin('case_file', 'case_file.id', 'face_search.case_id')
    .selectAll('face_search')
    .select('case_file.ordinal');
}

function searchOf(row: InferResult<ReturnType<typeof selectSearches>>[number]): StoredPictureSearch {
  return {
    id: row.id,
    authorisationId: row.authorisation_id,
    caseId: row.case_id,
    caseNumber: `CASE-${String(row.ordinal).padStart(4, '0')}`,
    siteId: row.site_id,
    watchlistId: row.watchlist_id,
    purposeId: row.purpose_id,
    at: row.at,
    byUser: row.by_user,
    byName: row.by_name,
    reason: row.reason,
    source: row.source,
    lawfulness: row.lawfulness,
    takenAt: row.taken_at,
    place: row.place,
    listRevision: row.list_revision,
    listSize: row.list_size,
    threshold: row.threshold,
    falseMatchesPerSearch: row.false_matches,
    permitId: row.permit_id,
    modelDigest: digestHex(row.model_digest),
    configurationDigest: digestHex(row.configuration_digest),
    found: row.found,
    salt: digestHex(row.salt),
    results: row.results.map(digestHex),
  };
}
