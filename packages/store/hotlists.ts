import type { SiteScope } from '@amaan/contracts/api/me';
import type { Digest } from '@amaan/contracts/digest';
import type { Identifier } from '@amaan/contracts/identifier';
import type { Instant } from '@amaan/contracts/instant';
import type { Hotlist, HotlistInput } from '@amaan/contracts/plates/hotlist';
import { type InferResult, sql } from 'kysely';
import { digestBytes } from './digest-column.ts';
import type { Database } from './open-database.ts';

/** Who did something to a list, as the ledger and as people name them. */
export interface HotlistAuthor {
  readonly actor: string;
  readonly name: string;
  readonly person: string;
}

/** A list as it is to be, with the digest that the ledger has of this version. */
export interface HotlistVersion {
  readonly id: Identifier;
  readonly siteId: Identifier | null;
  readonly version: number;
  readonly input: HotlistInput;
  readonly digest: Digest;
  readonly at: Instant;
  readonly by: HotlistAuthor;
}

/**
 * Takes the next revision for what this transaction changes. Changes take turns until they are committed, so that
 * whoever follows revisions misses none.
 */
export async function nextHotlistRevision(tx: Database): Promise<number> {
  const { revision } = await tx
    .updateTable('hotlist_state')
    .set((set) => ({ revision: set('revision', '+', 1) }))
    .returning('revision')
    .executeTakeFirstOrThrow();
  return revision;
}

/** Adds a list as its version 1, or puts the next version in the place of the one before. */
export async function putHotlist(tx: Database, list: HotlistVersion, revision: number): Promise<void> {
  const { id, siteId, version, input, at, by } = list;
  const columns = { version, body: JSON.stringify(input), expires_on: input.expiresOn, revision };
  await tx
    .insertInto('hotlist')
    .values({
      ...columns,
      id,
      site_id: siteId,
      created_at: at,
      created_by: by.actor,
      created_by_name: by.name,
      closed_at: null,
    })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(columns))
    .execute();
  await tx
    .insertInto('hotlist_version')
    .values({
      hotlist_id: id,
      version,
      body: JSON.stringify({ ...input, siteId }),
      digest: digestBytes(list.digest),
      at,
      by_actor: by.actor,
      by_name: by.name,
    })
    .execute();
}

/** Ends a list for good. */
export async function closeHotlist(
  tx: Database,
  id: Identifier,
  at: Instant,
  revision: number,
): Promise<void> {
  await tx.updateTable('hotlist').set({ closed_at: at, revision }).where('id', '=', id).execute();
}

/** Holds back everybody else who is about to change a list or its entries, until the transaction ends. */
export async function lockHotlist(tx: Database, id: Identifier): Promise<void> {
  await tx.selectFrom('hotlist').select('id').where('id', '=', id).forUpdate().execute();
}

/**
 * The lists that concern somebody's sites: those of every site, and those of one of theirs. Open ones first.
 * @param today `YYYY-MM-DD`: lists that end on it are no longer active
 */
export async function listHotlists(db: Database, sites: SiteScope, today: string): Promise<Hotlist[]> {
  const rows = await selectHotlists(db)
    .where(ofSites(sites))
    .orderBy(sql`closed_at IS NOT NULL`)
    .orderBy('hotlist.id')
    .execute();
  return rows.map((row) => hotlistOf(row, today));
}

/** One list, or null; also null when it is of a site that is not theirs. */
export async function getHotlist(
  db: Database,
  id: Identifier,
  sites: SiteScope,
  today: string,
): Promise<Hotlist | null> {
  const row = await selectHotlists(db).where('hotlist.id', '=', id).where(ofSites(sites)).executeTakeFirst();
  return row === undefined ? null : hotlistOf(row, today);
}

function ofSites(sites: SiteScope) {
  if (sites === 'all') return sql<boolean>`true`;
  return sql<boolean>`(hotlist.site_id IS NULL OR hotlist.site_id = any(${[...sites]}::uuid[]))`;
}

function selectHotlists(db: Database) {
  return db
    .selectFrom('hotlist')
    .select(['id', 'site_id', 'version', 'body', 'created_at', 'created_by_name', 'closed_at'])
    .select([
      sql<number>`(SELECT count(*) FROM hotlist_entry AS entry
        WHERE entry.hotlist_id = hotlist.id AND entry.state = 'active')`.as('entries'),
      sql<number>`(SELECT count(*) FROM hotlist_entry AS entry
        WHERE entry.hotlist_id = hotlist.id AND entry.state = 'waiting')`.as('waiting'),
    ]);
}

type HotlistRow = InferResult<ReturnType<typeof selectHotlists>>[number];

function hotlistOf(row: HotlistRow, today: string): Hotlist {
  return {
    ...row.body,
    id: row.id,
    siteId: row.site_id,
    version: row.version,
    entries: row.entries,
    waiting: row.waiting,
    active: row.closed_at === null && today < row.body.expiresOn,
    createdAt: row.created_at,
    createdBy: row.created_by_name,
  };
}
