import type { SiteScope } from '@amaan/contracts/api/me';
import { type Identifier, newIdentifier } from '@amaan/contracts/identifier';
import type { Instant } from '@amaan/contracts/instant';
import { AmaanError } from '@amaan/contracts/problem';
import type { Corridor, CorridorInput } from '@amaan/contracts/traffic/api-corridor';
import type { Selectable } from 'kysely';
import type { Database } from '../open-database.ts';
import type { Schema } from '../schema.ts';
import { withinSites } from '../within-sites.ts';

/** `CORRIDOR_CHANGED`: somebody else changed or removed it meanwhile. */
export class CorridorError extends AmaanError {}

/** The corridors in force of some sites, by name. */
export async function listCorridors(db: Database, sites: SiteScope): Promise<Corridor[]> {
  const rows = await db
    .selectFrom('traffic_corridor')
    .selectAll()
    .where('retired_at', 'is', null)
    .where(withinSites('site_id', sites))
    .execute();
  return rows.map(corridorOf).sort((a, b) => a.name.localeCompare(b.name));
}

/** A corridor in force, or null. */
export async function getCorridor(db: Database, id: Identifier): Promise<Corridor | null> {
  const row = await db
    .selectFrom('traffic_corridor')
    .selectAll()
    .where('corridor_id', '=', id)
    .where('retired_at', 'is', null)
    .executeTakeFirst();
  return row === undefined ? null : corridorOf(row);
}

/** Who changes a corridor, and when. */
export interface CorridorAuthor {
  readonly at: Instant;
  readonly by: { readonly id: string; readonly name: string };
}

/** Adds a corridor as its version 1. */
export function insertCorridor(
  db: Database,
  input: CorridorInput,
  author: CorridorAuthor,
): Promise<Corridor> {
  return insertVersion(db, { id: newIdentifier(), version: 1, input }, author);
}

/**
 * Puts a corridor's next version in force; all are kept. Call it in a transaction.
 * @param seen the version that the person saw
 * @throws CorridorError `CORRIDOR_CHANGED`
 */
export async function changeCorridor(
  db: Database,
  { id, seen, input }: { readonly id: Identifier; readonly seen: number; readonly input: CorridorInput },
  author: CorridorAuthor,
): Promise<Corridor> {
  await retireCorridor(db, id, seen, author.at);
  return insertVersion(db, { id, version: seen + 1, input }, author);
}

/** Takes a corridor out of force. @throws CorridorError `CORRIDOR_CHANGED` */
export async function retireCorridor(
  db: Database,
  id: Identifier,
  seen: number,
  at: Instant,
): Promise<Corridor> {
  const row = await db
    .updateTable('traffic_corridor')
    .set({ retired_at: at })
    .where('corridor_id', '=', id)
    .where('version', '=', seen)
    .where('retired_at', 'is', null)
    .returningAll()
    .executeTakeFirst();
  if (row === undefined)
    throw new CorridorError(
      'CORRIDOR_CHANGED',
      'Somebody else changed this corridor meanwhile; nothing was saved. Look at it anew and do it again.',
    );
  return corridorOf(row);
}

async function insertVersion(
  db: Database,
  {
    id,
    version,
    input,
  }: { readonly id: Identifier; readonly version: number; readonly input: CorridorInput },
  { at, by }: CorridorAuthor,
): Promise<Corridor> {
  const row = await db
    .insertInto('traffic_corridor')
    .values({
      corridor_id: id,
      version,
      site_id: input.siteId,
      body: JSON.stringify(input),
      at,
      by_user: by.id,
      by_name: by.name,
      retired_at: null,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  return corridorOf(row);
}

function corridorOf(row: Selectable<Schema['traffic_corridor']>): Corridor {
  const { corridor_id: id, version, body, at: changedAt, by_name: changedByName } = row;
  return { ...body, id, version, changedAt, changedByName };
}
