import { type Identifier, newIdentifier } from '@amaan/contracts/identifier';
import type { Instant } from '@amaan/contracts/instant';
import { ensureDefaultGroup } from './camera-groups.ts';
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

/** Adds a site with its default group of cameras, or finds the one of that name. */
export async function ensureSite(db: Database, name: string): Promise<Site> {
  await db
    .insertInto('site')
    .values({ id: newIdentifier(), name, created_at: new Date().toISOString() })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .execute();
  const site = await db
    .selectFrom('site')
    .select(['id', 'name'])
    .where('name', '=', name)
    .executeTakeFirstOrThrow();
  await ensureDefaultGroup(db, site.id);
  return site;
}

/** The deployment that this database belongs to; made with this name when there is none yet. */
export async function ensureDeployment(db: Database, name: string): Promise<Deployment> {
  await db
    .insertInto('deployment')
    .values({ id: newIdentifier(), name, created_at: new Date().toISOString() })
    .onConflict((conflict) => conflict.column('only_row').doNothing())
    .execute();
  return db
    .selectFrom('deployment')
    .select(['id', 'name', 'created_at as createdAt'])
    .executeTakeFirstOrThrow();
}
