import type { Identifier } from '@amaan/contracts/identifier';
import type { Instant } from '@amaan/contracts/instant';
import type { Hotlist, HotlistEntry } from '@amaan/contracts/plates/hotlist';
import { sql } from 'kysely';
import type { Database } from './open-database.ts';

/** A list as matching needs it; `closed` ones match nothing. */
export type MatchedList = Pick<Hotlist, 'id' | 'siteId' | 'expiresOn' | 'tolerance'> & {
  readonly closed: boolean;
};

/** An entry that changed: in force, or no longer. */
export interface ChangedEntry extends Pick<HotlistEntry, 'id' | 'hotlistId' | 'plate' | 'expiresOn'> {
  readonly active: boolean;
}

/** What stands behind a match, as it is in this transaction. */
export interface StandingEntry
  extends Pick<HotlistEntry, 'id' | 'hotlistId' | 'plate' | 'note' | 'caseNumber'>,
    Pick<Hotlist, 'version' | 'name' | 'kind' | 'priority'> {
  readonly digest: string;
}

/** Whether reads were held against the lists when a server last looked. */
export interface MatchingState {
  readonly matching: boolean;
  readonly reason: string;
  readonly since: Instant | null;
}

/** How far the lists have changed: what is committed has this revision or an earlier one. */
export async function readHotlistRevision(db: Database): Promise<number> {
  const row = await db.selectFrom('hotlist_state').select('revision').executeTakeFirstOrThrow();
  return row.revision;
}

/** Every list that changed after a revision. */
export async function listChangedHotlists(db: Database, after: number): Promise<MatchedList[]> {
  const rows = await db
    .selectFrom('hotlist')
    .select(['id', 'site_id', 'body', 'closed_at'])
    .where('revision', '>', after)
    .execute();
  return rows.map(({ id, site_id, body, closed_at }) => ({
    id,
    siteId: site_id,
    expiresOn: body.expiresOn,
    tolerance: body.tolerance,
    closed: closed_at !== null,
  }));
}

/**
 * Entries that changed after a revision and up to another, a page at a time in their order.
 * @param from revision and identifier of the last entry of the page before
 * @param all also those that are not in force: left out when nothing is known yet
 */
export async function listChangedEntries(
  db: Database,
  range: {
    readonly from: readonly [revision: number, id: Identifier];
    readonly to: number;
    readonly all: boolean;
    readonly limit: number;
  },
): Promise<(ChangedEntry & { readonly revision: number })[]> {
  const { from, to, all, limit } = range;
  const { rows } = await sql<ChangedEntry & { revision: number }>`
    SELECT id, hotlist_id AS "hotlistId", plate, to_char(expires_on, 'YYYY-MM-DD') AS "expiresOn",
      state = 'active' AS active, revision
    FROM hotlist_entry
    WHERE (revision, id) > (${from[0]}::bigint, ${from[1]}::uuid) AND revision <= ${to}::bigint
      ${all ? sql`` : sql`AND state = 'active'`}
    ORDER BY revision, id LIMIT ${limit}`.execute(db);
  return rows;
}

/** The entries among these that are in force now, on lists that are: whatever a server remembers. */
export async function readStandingEntries(
  tx: Database,
  ids: readonly Identifier[],
  today: string,
): Promise<Map<Identifier, StandingEntry>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<StandingEntry>`
    SELECT entry.id, entry.hotlist_id AS "hotlistId", entry.plate, entry.note, entry.case_number AS "caseNumber",
      encode(entry.digest, 'hex') AS digest, hotlist.version, hotlist.body ->> 'name' AS name,
      hotlist.body ->> 'kind' AS kind, hotlist.body ->> 'priority' AS priority
    FROM hotlist_entry AS entry JOIN hotlist ON hotlist.id = entry.hotlist_id
    WHERE entry.id = any(${[...ids]}::uuid[]) AND entry.state = 'active' AND hotlist.closed_at IS NULL
      AND hotlist.expires_on > ${today}::date
      AND (entry.expires_on IS NULL OR entry.expires_on > ${today}::date)`.execute(tx);
  return new Map(rows.map((row) => [row.id, row]));
}

export async function readMatchingState(db: Database): Promise<MatchingState> {
  return db.selectFrom('hotlist_state').select(['matching', 'reason', 'since']).executeTakeFirstOrThrow();
}

/** Notes that matching began or stopped. @returns false when that was noted already */
export async function noteMatchingState(
  tx: Database,
  { matching, reason }: Pick<MatchingState, 'matching' | 'reason'>,
  at: Instant,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('hotlist_state')
    .set({ matching, reason, since: at })
    .where((where) => where.or([where('matching', '!=', matching), where('reason', '!=', reason)]))
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
