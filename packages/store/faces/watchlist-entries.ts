import type {
  WatchlistEntry,
  WatchlistEntryInput,
  WatchlistEntryState,
} from '@amaan/contracts/faces/watchlist-entry';
import type { Identifier } from '@amaan/contracts/identifier';
import type { Instant } from '@amaan/contracts/instant';
import { type InferResult, sql } from 'kysely';
import type { Database } from '../open-database.ts';
import type { SecretBox } from '../secret-box.ts';
import type { FaceAuthor } from './watchlists.ts';

export interface NewWatchlistEntry {
  readonly id: Identifier;
  readonly watchlistId: Identifier;
  readonly input: WatchlistEntryInput;
  readonly state: 'waiting' | 'active';
  readonly at: Instant;
  readonly by: FaceAuthor;
  readonly revision: number;
}

/** An entry, and what four eyes need of it. */
export interface StoredWatchlistEntry extends WatchlistEntry {
  readonly addedPerson: string;
}

/** Puts a person on a list. What names them is sealed. @param box of the list */
export async function insertWatchlistEntry(
  tx: Database,
  box: SecretBox,
  entry: NewWatchlistEntry,
): Promise<void> {
  const { id, watchlistId, input, state, at, by, revision } = entry;
  const { reference, note, child, missing } = input;
  await tx
    .insertInto('watchlist_entry')
    .values({
      id,
      watchlist_id: watchlistId,
      sealed: box.seal(JSON.stringify({ reference, note }), contextOf(watchlistId, id)),
      child,
      missing,
      state,
      revision,
      added_at: at,
      added_by: by.actor,
      added_by_name: by.name,
      added_person: by.person,
    })
    .execute();
}

/** A page of the entries in force of a list, newest first. */
export async function listWatchlistEntries(
  db: Database,
  box: SecretBox,
  watchlistId: Identifier,
  query: {
    readonly state?: 'waiting' | 'active' | undefined;
    readonly after?: Identifier | undefined;
    readonly limit: number;
  },
): Promise<WatchlistEntry[]> {
  const { state, after, limit } = query;
  let asked = selectEntries(db).where('watchlist_id', '=', watchlistId).where('sealed', 'is not', null);
  if (state !== undefined) asked = asked.where('state', '=', state);
  if (after !== undefined) asked = asked.where('id', '<', after);
  const rows = await asked.orderBy('id', 'desc').limit(limit).execute();
  return rows.map((row) => plainEntry(entryOf(row, box)));
}

/** An entry in force; null when the list has no such one. */
export async function getWatchlistEntry(
  db: Database,
  box: SecretBox,
  key: { readonly watchlistId: Identifier; readonly id: Identifier },
): Promise<StoredWatchlistEntry | null> {
  const row = await selectEntries(db)
    .where('watchlist_id', '=', key.watchlistId)
    .where('id', '=', key.id)
    .where('sealed', 'is not', null)
    .executeTakeFirst();
  return row === undefined ? null : entryOf(row, box);
}

/** Records what a second person decided; of a refused entry what names the person goes. */
export async function decideWatchlistEntry(
  tx: Database,
  id: Identifier,
  word: {
    readonly state: 'active' | 'refused';
    readonly at: Instant;
    readonly by: FaceAuthor;
    readonly revision: number;
  },
): Promise<void> {
  const { state, at, by, revision } = word;
  await tx
    .updateTable('watchlist_entry')
    .set({
      state,
      revision,
      decided_at: at,
      decided_by: by.actor,
      decided_by_name: by.name,
      ...(state === 'refused' && { sealed: null }),
    })
    .where('id', '=', id)
    .execute();
}

/** Takes an entry off its list: that there was one stays, what names the person goes. */
export async function removeWatchlistEntry(
  tx: Database,
  id: Identifier,
  at: Instant,
  by: FaceAuthor,
): Promise<void> {
  await tx
    .updateTable('watchlist_entry')
    .set({ state: 'removed', sealed: null, removed_at: at, removed_by: by.actor, removed_by_name: by.name })
    .where('id', '=', id)
    .execute();
}

/** The entry as people see it. */
export function plainEntry(entry: StoredWatchlistEntry): WatchlistEntry {
  const { addedPerson: _, ...rest } = entry;
  return rest;
}

function selectEntries(db: Database) {
  return db
    .selectFrom('watchlist_entry')
    .select([
      'id',
      'watchlist_id',
      'sealed',
      'child',
      'missing',
      'state',
      'added_at',
      'added_by_name',
      'added_person',
      'decided_by_name',
    ])
    .select(
      sql<number>`(SELECT count(*) FROM watchlist_picture AS picture
        WHERE picture.entry_id = watchlist_entry.id)`.as('pictures'),
    );
}

function entryOf(
  row: InferResult<ReturnType<typeof selectEntries>>[number],
  box: SecretBox,
): StoredWatchlistEntry {
  const { reference, note } = JSON.parse(box.open(row.sealed!, contextOf(row.watchlist_id, row.id))) as Pick<
    WatchlistEntryInput,
    'reference' | 'note'
  >;
  return {
    reference,
    note,
    id: row.id,
    watchlistId: row.watchlist_id,
    child: row.child,
    missing: row.missing,
    state: row.state satisfies WatchlistEntryState,
    pictures: row.pictures,
    addedAt: row.added_at,
    addedBy: row.added_by_name,
    addedPerson: row.added_person,
    decidedBy: row.decided_by_name,
  };
}

function contextOf(watchlistId: Identifier, id: Identifier): string {
  return `watchlist:${watchlistId}/entry:${id}`;
}
