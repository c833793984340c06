import type { SiteScope } from '@amaan/contracts/api/me';
import { REVIEW_DAYS } from '@amaan/contracts/faces/face-authorisation';
import type { Watchlist, WatchlistInput, WatchlistState } from '@amaan/contracts/faces/watchlist';
import type { Identifier } from '@amaan/contracts/identifier';
import type { Instant } from '@amaan/contracts/instant';
import { type InferResult, sql } from 'kysely';
import type { Database } from '../open-database.ts';

/** Who did something, as the ledger and as people name them. */
export interface FaceAuthor {
  /** `user:ID` */
  readonly actor: string;
  readonly name: string;
  readonly person: string;
}

/** A list, and what four eyes need of it. */
export interface StoredWatchlist extends Watchlist {
  readonly changedPeople: readonly string[];
}

/** What a change of a list needs of it, without what has to be counted. */
export type WatchlistHead = Pick<Watchlist, 'id' | 'siteId' | 'state' | 'expiresOn' | 'revision'>;

const DAY_MS = 24 * 60 * 60_000;

/** Adds a list as its revision 1. */
export async function insertWatchlist(
  tx: Database,
  list: {
    readonly id: Identifier;
    readonly siteId: Identifier | null;
    readonly input: WatchlistInput;
    readonly at: Instant;
    readonly by: FaceAuthor;
  },
): Promise<void> {
  const { id, siteId, input, at, by } = list;
  await tx
    .insertInto('watchlist')
    .values({
      id,
      site_id: siteId,
      body: JSON.stringify(input),
      expires_on: input.expiresOn,
      revision: 1,
      changed_at: at,
      changed_people: [by.person],
      created_at: at,
      created_by: by.actor,
      created_by_name: by.name,
    })
    .execute();
}

/**
 * Takes the next revision for what this transaction changes on a list: from then on it wants another review.
 * @returns the revision
 */
export async function touchWatchlist(
  tx: Database,
  id: Identifier,
  at: Instant,
  person: string,
): Promise<number> {
  const { revision } = await tx
    .updateTable('watchlist')
    .set((set) => ({
      revision: set('revision', '+', 1),
      changed_at: at,
      changed_people: sql<string[]>`CASE WHEN ${person} = ANY(changed_people) THEN changed_people
        ELSE array_append(changed_people, ${person}) END`,
    }))
    .where('id', '=', id)
    .returning('revision')
    .executeTakeFirstOrThrow();
  return revision;
}

/** Puts what a list says in the place of what it said. */
export async function updateWatchlist(tx: Database, id: Identifier, input: WatchlistInput): Promise<void> {
  await tx
    .updateTable('watchlist')
    .set({ body: JSON.stringify(input), expires_on: input.expiresOn })
    .where('id', '=', id)
    .execute();
}

/** Records that somebody looked through a list as it is now. */
export async function reviewWatchlist(
  tx: Database,
  id: Identifier,
  at: Instant,
  by: FaceAuthor,
): Promise<void> {
  await tx
    .updateTable('watchlist')
    .set((set) => ({
      reviewed_revision: set.ref('revision'),
      reviewed_at: at,
      reviewed_by: by.actor,
      reviewed_by_name: by.name,
      changed_people: [],
    }))
    .where('id', '=', id)
    .execute();
}

/** Holds back everybody else who is about to change or to take a list, until the transaction ends. */
export async function lockWatchlist(tx: Database, id: Identifier): Promise<void> {
  await tx.selectFrom('watchlist').select('id').where('id', '=', id).forUpdate().execute();
}

/** The lists of somebody's sites, and those of every site; the newest first. Those that are destroyed are not there. */
export async function listWatchlists(db: Database, sites: SiteScope, now: number): Promise<Watchlist[]> {
  const rows = await selectWatchlists(db).where(ofSites(sites)).orderBy('watchlist.id', 'desc').execute();
  return rows.map((row) => plain(watchlistOf(row, now)));
}

/** One list, or null: also when it is of a site that is not theirs, or destroyed. */
export async function getWatchlist(
  db: Database,
  id: Identifier,
  sites: SiteScope,
  now: number,
): Promise<StoredWatchlist | null> {
  const row = await selectWatchlists(db)
    .where('watchlist.id', '=', id)
    .where(ofSites(sites))
    .executeTakeFirst();
  return row === undefined ? null : watchlistOf(row, now);
}

/** As `getWatchlist`, without counting who is on it: of a long list that takes longer than a change. */
export async function getWatchlistHead(
  db: Database,
  id: Identifier,
  sites: SiteScope,
  now: number,
): Promise<WatchlistHead | null> {
  const row = await db
    .selectFrom('watchlist')
    .select(['id', 'site_id', 'revision', 'reviewed_revision', 'reviewed_at'])
    .select(sql<WatchlistInput>`body`.as('body'))
    .where('key_destroyed_at', 'is', null)
    .where('id', '=', id)
    .where(ofSites(sites))
    .executeTakeFirst();
  if (row === undefined) return null;
  const { expiresOn } = row.body;
  return { id, siteId: row.site_id, state: stateOf(row, now), expiresOn, revision: row.revision };
}

/** Lists whose time is over, or whose destruction was cut off. @param today `YYYY-MM-DD` */
export async function listWatchlistsToDestroy(db: Database, today: string): Promise<Identifier[]> {
  const rows = await db
    .selectFrom('watchlist')
    .select('id')
    .where('destroyed_at', 'is', null)
    .where((where) =>
      where.or([
        where('key_destroyed_at', 'is not', null),
        sql<boolean>`watchlist.expires_on <= ${today}::date`,
      ]),
    )
    .orderBy('id')
    .execute();
  return rows.map(({ id }) => id);
}

/** The list as people see it. */
export function plain(list: StoredWatchlist): Watchlist {
  const { changedPeople: _, ...rest } = list;
  return rest;
}

function ofSites(sites: SiteScope) {
  if (sites === 'all') return sql<boolean>`true`;
  return sql<boolean>`(watchlist.site_id IS NULL OR watchlist.site_id = any(${[...sites]}::uuid[]))`;
}

function selectWatchlists(db: Database) {
  return db
    .selectFrom('watchlist')
    .select([
      'id',
      'site_id',
      'revision',
      'changed_at',
      'changed_people',
      'reviewed_revision',
      'reviewed_at',
      'reviewed_by_name',
      'created_at',
      'created_by_name',
    ])
    .select([
      sql<WatchlistInput>`body`.as('body'),
      sql<number>`(SELECT count(*) FROM watchlist_entry AS entry
        WHERE entry.watchlist_id = watchlist.id AND entry.state = 'active')`.as('entries'),
      sql<number>`(SELECT count(*) FROM watchlist_entry AS entry
        WHERE entry.watchlist_id = watchlist.id AND entry.state = 'waiting')`.as('waiting'),
      sql<number>`(SELECT count(*) FROM watchlist_picture AS picture
        WHERE picture.watchlist_id = watchlist.id)`.as('pictures'),
      sql<number>`(SELECT count(*) FROM watchlist_finding AS finding
        WHERE finding.watchlist_id = watchlist.id AND finding.decision IS NULL)`.as('findings'),
    ])
    .where('key_destroyed_at', 'is', null);
}

function watchlistOf(
  row: InferResult<ReturnType<typeof selectWatchlists>>[number],
  now: number,
): StoredWatchlist {
  return {
    ...row.body,
    id: row.id,
    siteId: row.site_id,
    revision: row.revision,
    state: stateOf(row, now),
    entries: row.entries,
    waiting: row.waiting,
    pictures: row.pictures,
    openFindings: row.findings,
    createdAt: row.created_at,
    createdBy: row.created_by_name,
    changedAt: row.changed_at,
    changedPeople: row.changed_people,
    reviewedAt: row.reviewed_at,
    reviewedBy: row.reviewed_by_name,
  };
}

function stateOf(
  row: Pick<
    InferResult<ReturnType<typeof selectWatchlists>>[number],
    'body' | 'revision' | 'reviewed_revision' | 'reviewed_at'
  >,
  now: number,
): WatchlistState {
  if (row.body.expiresOn <= new Date(now).toISOString().slice(0, 10)) return 'expired';
  const isReviewed =
    row.reviewed_at !== null &&
    row.reviewed_revision === row.revision &&
    now - Date.parse(row.reviewed_at) < REVIEW_DAYS * DAY_MS;
  return isReviewed ? 'ready' : 'unreviewed';
}
