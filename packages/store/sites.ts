import { type Identifier, newIdentifier } from '@amaan/contracts/identifier';
import type { Instant } from '@amaan/contracts/instant';
import type { LedgerEntry } from '@amaan/contracts/ledger-entry';
import { ensureDefaultGroup } from './camera-groups.ts';
import { appendToLedger } from './ledger-store.ts';
import type { Database } from './open-database.ts';

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
