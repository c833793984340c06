import type { Digest } from '@amaan/contracts/digest';
import type { Identifier } from '@amaan/contracts/identifier';
import type { Instant } from '@amaan/contracts/instant';
import type { HotlistEntry } from '@amaan/contracts/plates/hotlist';
import { type InferResult, sql } from 'kysely';
import type { HotlistAuthor } from './hotlists.ts';
import { jsonRows } from './json-rows.ts';
import type { Database } from './open-database.ts';

export type HotlistEntryState = HotlistEntry['state'];

/** An entry that is to stand on a list. */
export interface NewHotlistEntry
  extends Pick<HotlistEntry, 'id' | 'plate' | 'note' | 'caseNumber' | 'expiresOn'> {
  readonly digest: Digest;
}

export interface EntryFilter {
  readonly state?: HotlistEntryState | undefined;
  /** What plate, note or case number begins with or contains. */
  readonly search?: string | undefined;
  /** Identifier of the last entry of the page before. */
  readonly after?: Identifier | undefined;
  readonly limit: number;
  /** `YYYY-MM-DD` */
  readonly today: string;
}

/** How many entries a statement brings. */
const LARGEST_BATCH = 5_000;

/**
 * Puts entries on a list. A plate that stands there already is left as it is, unless its entry ran out: then that
 * one is marked so, and the new one takes its place.
 * @returns the identifiers of those that were added
 */
export async function insertHotlistEntries(
  tx: Database,
  list: {
    readonly hotlistId: Identifier;
    readonly state: 'waiting' | 'active';
    readonly importId: Identifier | null;
    readonly at: Instant;
    readonly by: HotlistAuthor;
    readonly revision: number;
  },
  entries: readonly NewHotlistEntry[],
): Promise<Set<Identifier>> {
  const { hotlistId, state, importId, at, by, revision } = list;
  const added = new Set<Identifier>();
  for (let from = 0; from < entries.length; from += LARGEST_BATCH) {
    const batch = entries.slice(from, from + LARGEST_BATCH);
    await sql`
      UPDATE hotlist_entry SET state = 'expired', revision = ${revision}
      WHERE hotlist_id = ${hotlistId}::uuid AND state IN ('waiting', 'active')
        AND expires_on <= (${at}::timestamptz AT TIME ZONE 'UTC')::date
        AND plate = any(${batch.map(({ plate }) => plate)}::text[])`.execute(tx);
    const { rows } = await sql<{ id: string }>`
      INSERT INTO hotlist_entry (id, hotlist_id, plate, note, case_number, expires_on, digest, state, import_id,
        added_at, added_by, added_by_name, added_person, revision)
      SELECT id, ${hotlistId}::uuid, plate, note, "caseNumber", "expiresOn", decode(digest, 'hex'), ${state},
        ${importId}::uuid, ${at}::timestamptz, ${by.actor}, ${by.name}, ${by.person}, ${revision}::bigint
      FROM ${jsonRows(batch, 'id uuid, plate text, note text, "caseNumber" text, "expiresOn" date, digest text')}
      ON CONFLICT (hotlist_id, plate) WHERE state IN ('waiting', 'active') DO NOTHING
      RETURNING id`.execute(tx);
    for (const { id } of rows) added.add(id);
  }
  return added;
}

/** A page of a list's entries, newest first. */
export async function listHotlistEntries(
  db: Database,
  hotlistId: Identifier,
  filter: EntryFilter,
): Promise<HotlistEntry[]> {
  const { state, search, after, limit, today } = filter;
  let query = selectEntries(db, today).where('hotlist_id', '=', hotlistId);
  if (state === 'expired') {
    query = query.where((where) =>
      where.or([
        where('state', '=', 'expired'),
        where.and([inForce(), sql<boolean>`expires_on <= ${today}::date`]),
      ]),
    );
  } else if (state !== undefined) {
    query = query.where('state', '=', state);
    if (state === 'active' || state === 'waiting')
      query = query.where(sql<boolean>`(expires_on IS NULL OR expires_on > ${today}::date)`);
  }
  if (search !== undefined && search !== '') {
    const plain = search.replace(/[\\%_]/g, '\\$&');
    const plate = `%${plain.toUpperCase().replace(/[\s.·-]/g, '')}%`;
    query = query.where(
      sql<boolean>`(plate LIKE ${plate} OR note ILIKE ${`%${plain}%`} OR case_number ILIKE ${`%${plain}%`})`,
    );
  }
  if (after !== undefined) query = query.where('id', '<', after);
  return (await query.orderBy('id', 'desc').limit(limit).execute()).map(entryOf);
}

/** An entry with the person who added it, locked until the transaction ends; null when the list has no such one. */
export async function lockHotlistEntry(
  tx: Database,
  key: { readonly hotlistId: Identifier; readonly id: Identifier },
  today: string,
): Promise<(HotlistEntry & { readonly digest: Uint8Array; readonly addedPerson: string }) | null> {
  const row = await selectEntries(tx, today)
    .select(['digest', 'added_person'])
    .where('hotlist_id', '=', key.hotlistId)
    .where('id', '=', key.id)
    .forUpdate()
    .executeTakeFirst();
  return row === undefined ? null : { ...entryOf(row), digest: row.digest, addedPerson: row.added_person };
}

/** Records what a second person decided. */
export async function decideHotlistEntry(
  tx: Database,
  id: Identifier,
  word: {
    readonly state: 'active' | 'refused';
    readonly note: string;
    readonly at: Instant;
    readonly by: HotlistAuthor;
    readonly revision: number;
  },
): Promise<void> {
  const { state, note, at, by, revision } = word;
  await tx
    .updateTable('hotlist_entry')
    .set({
      state,
      decided_at: at,
      decided_by: by.actor,
      decided_by_name: by.name,
      decision_note: note,
      revision,
    })
    .where('id', '=', id)
    .execute();
}

/** Takes an entry off its list; it stays on record. */
export async function removeHotlistEntry(
  tx: Database,
  id: Identifier,
  { at, by, revision }: { readonly at: Instant; readonly by: HotlistAuthor; readonly revision: number },
): Promise<void> {
  await tx
    .updateTable('hotlist_entry')
    .set({ state: 'removed', removed_at: at, removed_by: by.actor, removed_by_name: by.name, revision })
    .where('id', '=', id)
    .execute();
}

function inForce() {
  return sql<boolean>`state IN ('waiting', 'active')`;
}

function selectEntries(db: Database, today: string) {
  return db
    .selectFrom('hotlist_entry')
    .select([
      'id',
      'hotlist_id',
      'plate',
      'note',
      'case_number',
      'added_at',
      'added_by_name',
      'decided_by_name',
    ])
    .select([
      sql<string | null>`to_char(expires_on, 'YYYY-MM-DD')`.as('expires_on'),
      sql<HotlistEntryState>`CASE WHEN state IN ('waiting', 'active') AND expires_on <= ${today}::date
        THEN 'expired' ELSE state END`.as('state'),
    ]);
}

type EntryRow = InferResult<ReturnType<typeof selectEntries>>[number];

function entryOf(row: EntryRow): HotlistEntry {
  return {
    id: row.id,
    hotlistId: row.hotlist_id,
    plate: row.plate,
    note: row.note,
    caseNumber: row.case_number,
    expiresOn: row.expires_on,
    state: row.state,
    addedAt: row.added_at,
    addedBy: row.added_by_name,
    decidedBy: row.decided_by_name,
  };
}
