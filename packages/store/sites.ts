import { type Identifier, newIdentifier } from '@amaan/contracts/identifier';
import type { Instant } from '@amaan/contracts/instant';
import type { LedgerEntry } from '@amaan/contracts/ledger-entry';
import { AmaanError } from '@amaan/contracts/problem';
import { sql } from 'kysely';
import { ensureDefaultGroup } from './camera-groups.ts';
import { appendToLedger } from './ledger-store.ts';
import type { Database } from './open-database.ts';

/** `SITE_EXISTS`: another site has this name. Nothing was changed. */
export class SiteError extends AmaanError {}

/** A city's control room. */
export interface Site {
  readonly id: Identifier;
  readonly name: string;
}

/** This installation of Amaan: its id is the origin of its ledger and the issuer of its permits. */
export interface Deployment {
  readonly id: Identifier;
  readonly name: string;
  readonly createdAt: Instant;
}

/** All sites by name. */
export async function listSites(db: Database): Promise<Site[]> {
  return db.selectFrom('site').select(['id', 'name']).orderBy('name').execute();
}

/** Adds a site with its default group of cameras. Call it in a transaction, with its ledger entry. @throws SiteError */
export async function insertSite(tx: Database, name: string, at: Instant): Promise<Site> {
  await refuseTaken(tx, name, null);
  const site = { id: newIdentifier(), name };
  await tx
    .insertInto('site')
    .values({ ...site, created_at: at })
    .execute();
  await ensureDefaultGroup(tx, site.id);
  return site;
}

/**
 * Gives a site another name. Call it in a transaction, with its ledger entry.
 * @returns the name before, or null when there is no such site
 * @throws SiteError `SITE_EXISTS`
 */
export async function renameSite(tx: Database, { id, name }: Site): Promise<string | null> {
  await refuseTaken(tx, name, id);
  const before = await tx
    .selectFrom('site')
    .select('name')
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  await tx.updateTable('site').set({ name }).where('id', '=', id).execute();
  return before?.name ?? null;
}

/** One after the other, so that two who choose one name at once do not both get it. */
async function refuseTaken(tx: Database, name: string, except: Identifier | null): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtext('site names'))`.execute(tx);
  const sites = await listSites(tx);
  const key = name.toLocaleLowerCase();
  if (sites.some((site) => site.id !== except && site.name.toLocaleLowerCase() === key))
    throw new SiteError('SITE_EXISTS', `There is a site “${name}” already; nothing was changed.`);
}

/**
 * Where a camera goes whose site is not named: the site of this name, or, when an administrator gave it another
 * one, the oldest. Made and recorded when there is none.
 */
export async function ensureDefaultSite(db: Database, name: string): Promise<Site> {
  const oldest = await db
    .selectFrom('site')
    .select(['id', 'name'])
    .orderBy(sql`name = ${name}`, 'desc')
    .orderBy('created_at')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
  if (oldest === undefined) return ensureSite(db, name);
  await ensureDefaultGroup(db, oldest.id);
  return oldest;
}

/** Adds a site with its default group of cameras and its ledger entry, or finds the one of that name. */
export function ensureSite(db: Database, name: string): Promise<Site> {
  return inTransaction(db, async (tx) => {
    const at = new Date().toISOString();
    const added = await tx
      .insertInto('site')
      .values({ id: newIdentifier(), name, created_at: at })
      .onConflict((conflict) => conflict.column('name').doNothing())
      .returning('id')
      .executeTakeFirst();
    const site = await tx
      .selectFrom('site')
      .select(['id', 'name'])
      .where('name', '=', name)
      .executeTakeFirstOrThrow();
    await ensureDefaultGroup(tx, site.id);
    if (added !== undefined) await appendToLedger(tx, [created('site', site.id, name, at)]);
    return site;
  });
}

/** The deployment that this database belongs to; made with this name, and recorded, when there is none yet. */
export function ensureDeployment(db: Database, name: string): Promise<Deployment> {
  return inTransaction(db, async (tx) => {
    const at = new Date().toISOString();
    const added = await tx
      .insertInto('deployment')
      .values({ id: newIdentifier(), name, created_at: at })
      .onConflict((conflict) => conflict.column('only_row').doNothing())
      .returning('id')
      .executeTakeFirst();
    if (added !== undefined) await appendToLedger(tx, [created('deployment', added.id, name, at)]);
    return tx
      .selectFrom('deployment')
      .select(['id', 'name', 'created_at as createdAt'])
      .executeTakeFirstOrThrow();
  });
}

function created(what: 'site' | 'deployment', id: Identifier, name: string, at: Instant): LedgerEntry {
  return { kind: `${what}.created`, at, actor: 'system:server', subject: `${what}:${id}`, data: { name } };
}

function inTransaction<Result>(db: Database, change: (tx: Database) => Promise<Result>): Promise<Result> {
  return db.isTransaction ? change(db) : db.transaction().execute(change);
}
