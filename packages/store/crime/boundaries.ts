import type { Boundary, BoundarySet } from '@amaan/contracts/crime/boundary';
import type { Digest } from '@amaan/contracts/digest';
import type { Identifier } from '@amaan/contracts/identifier';
import type { Instant } from '@amaan/contracts/instant';
import { sql } from 'kysely';
import { digestBytes, digestHex } from '../digest-column.ts';
import { jsonRows } from '../json-rows.ts';
import type { Database } from '../open-database.ts';

/**
 * Makes the next set of a site's areas, which replaces the one before; that one stays on record. Call it in a transaction
 * with its ledger entry.
 * @returns its version
 */
export async function insertBoundarySet(
  tx: Database,
  siteId: Identifier,
  boundaries: readonly Omit<Boundary, 'siteId'>[],
  { at, actor, name, digest }: { at: Instant; actor: string; name: string; digest: Digest },
): Promise<number> {
  await sql`SELECT pg_advisory_xact_lock(hashtext('crime_boundary_set'), hashtext(${siteId}))`.execute(tx);
  const version = ((await lastSet(tx, siteId))?.version ?? 0) + 1;
  await tx
    .insertInto('crime_boundary_set')
    .values({
      ...{ site_id: siteId, version, digest: digestBytes(digest) },
      ...{ stored_at: at, stored_by: actor, stored_by_name: name },
    })
    .execute();
  const rows = boundaries.map(({ nameUrdu, areaKm2, ...boundary }) => ({
    ...{ ...boundary, name_urdu: nameUrdu, area_km2: areaKm2 },
  }));
  await sql`INSERT INTO crime_boundary
      (id, site_id, version, name, name_urdu, code, population, area_km2, geometry)
    SELECT id, ${siteId}::uuid, ${version}, name, name_urdu, code, population, area_km2, geometry
    FROM ${jsonRows(rows, 'id uuid, name text, name_urdu text, code text, population integer, area_km2 float8, geometry jsonb')}`.execute(
    tx,
  );
  return version;
}

/** The areas of a site that are in force, by name. */
export async function readBoundarySet(
  db: Database,
  siteId: Identifier,
): Promise<BoundarySet & { readonly digest: Digest | null }> {
  const set = await lastSet(db, siteId);
  if (set === undefined)
    return { siteId, version: null, storedAt: null, storedBy: null, digest: null, boundaries: [] };
  const rows = await db
    .selectFrom('crime_boundary')
    .selectAll()
    .where('site_id', '=', siteId)
    .where('version', '=', set.version)
    .orderBy('name')
    .orderBy('id')
    .execute();
  return {
    ...{ siteId, version: set.version, storedAt: set.stored_at, storedBy: set.stored_by_name },
    digest: digestHex(set.digest),
    boundaries: rows.map((row) => ({
      ...{ id: row.id, siteId, name: row.name, nameUrdu: row.name_urdu, code: row.code },
      ...{ population: row.population, areaKm2: row.area_km2, geometry: row.geometry },
    })),
  };
}

/** sha256 of the areas in force; null: there are none. Cheap: it reads no area. */
export async function readBoundaryDigest(db: Database, siteId: Identifier): Promise<Digest | null> {
  const set = await lastSet(db, siteId);
  return set === undefined ? null : digestHex(set.digest);
}

function lastSet(db: Database, siteId: Identifier) {
  return db
    .selectFrom('crime_boundary_set')
    .selectAll()
    .where('site_id', '=', siteId)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
}
