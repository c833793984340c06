import type { SiteScope } from '@amaan/contracts/api/me';
import type { ImportBatch, ImportResult } from '@amaan/contracts/crime/import-batch';
import type { ImportKind, ImportMapping } from '@amaan/contracts/crime/import-mapping';
import type { Digest } from '@amaan/contracts/digest';
import type { Identifier } from '@amaan/contracts/identifier';
import type { Instant } from '@amaan/contracts/instant';
import { AmaanError } from '@amaan/contracts/problem';
import { type Selectable, sql } from 'kysely';
import { digestBytes, digestHex } from '../digest-column.ts';
import { jsonRows } from '../json-rows.ts';
import type { Database } from '../open-database.ts';
import type { Schema } from '../schema.ts';
import type { ImportFacts } from '../tables/crime-incident-tables.ts';
import { withinSites } from '../within-sites.ts';

/** `IMPORT_ALREADY_STORED`: this very file is stored. `IMPORT_OVERTAKEN`: another import to the site ended meanwhile. */
export class ImportStoreError extends AmaanError {}

/** An import as it is stored. */
export interface NewImport {
  readonly id: Identifier;
  readonly siteId: Identifier;
  readonly kind: ImportKind;
  readonly name: string;
  readonly simulated: boolean;
  readonly at: Instant;
  readonly by: { readonly actor: string; readonly name: string };
  readonly mapping: ImportMapping;
  readonly facts: ImportFacts;
  readonly fileBytes: number;
  readonly fileDigest: Digest;
  readonly dataDigest: Digest;
  readonly stored: number;
  readonly rejected: number;
  readonly firstAt: Instant;
  readonly lastAt: Instant;
  readonly offences: readonly { readonly offence: string; readonly incidents: number }[];
}

/** Which stored files a question is about. */
export interface ImportScope {
  readonly siteId: Identifier;
  readonly kind: ImportKind;
  readonly simulated: boolean;
}

/** Where a site is, in which plane. */
export interface StoredPlane {
  readonly plane: string;
  readonly longitude: number;
  readonly latitude: number;
}

/**
 * Puts an import on record. Call it in a transaction with its ledger entry, when its file has its place.
 * @param seen the stored imports that its rows were held against
 * @throws ImportStoreError
 */
export async function insertImport(
  tx: Database,
  item: NewImport,
  place: StoredPlane,
  seen: readonly Identifier[],
): Promise<void> {
  // One at a time for a site: two that are held against the same files could both bring the same rows.
  await sql`SELECT pg_advisory_xact_lock(hashtext('crime_import'), hashtext(${item.siteId}))`.execute(tx);
  const current = await listImports(tx, { ...item, states: 'stored' });
  if (current.some(({ fileDigest }) => fileDigest === item.fileDigest))
    throw new ImportStoreError(
      'IMPORT_ALREADY_STORED',
      'This very file is stored already; nothing was imported. Take the earlier import back first to read it differently.',
    );
  if (current.length !== seen.length || current.some(({ id }) => !seen.includes(id)))
    throw new ImportStoreError(
      'IMPORT_OVERTAKEN',
      'Another import to this site ended or was taken back meanwhile; nothing was imported. Send the file again.',
    );
  await tx
    .insertInto('crime_plane')
    .values({ site_id: item.siteId, simulated: item.simulated, ...place })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await tx
    .insertInto('crime_import')
    .values({
      ...{ id: item.id, site_id: item.siteId, kind: item.kind, name: item.name, simulated: item.simulated },
      ...{ imported_at: item.at, imported_by: item.by.actor, imported_by_name: item.by.name },
      ...{ mapping: JSON.stringify(item.mapping), facts: JSON.stringify(item.facts) },
      ...{ file_bytes: item.fileBytes, stored: item.stored, rejected: item.rejected },
      ...{ file_digest: digestBytes(item.fileDigest), data_digest: digestBytes(item.dataDigest) },
      ...{ first_at: item.firstAt, last_at: item.lastAt },
    })
    .execute();
  await sql`INSERT INTO crime_import_offence (import_id, offence, incidents)
    SELECT ${item.id}::uuid, offence, incidents FROM ${jsonRows(item.offences, 'offence text, incidents integer')}`.execute(
    tx,
  );
}

/**
 * Marks an import as taken back. Call it in a transaction with its ledger entry.
 * @returns false: it was taken back already
 */
export async function takeBackImport(
  tx: Database,
  id: Identifier,
  { at, name, reason }: { readonly at: Instant; readonly name: string; readonly reason: string },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('crime_import')
    .set({ taken_back_at: at, taken_back_by_name: name, taken_back_reason: reason })
    .where('id', '=', id)
    .where('taken_back_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Imports, the latest first. */
export async function listImports(
  db: Database,
  filter: Partial<ImportScope> & {
    readonly sites?: SiteScope;
    /** Only those that count. */
    readonly states?: 'stored' | 'all';
  },
): Promise<ImportBatch[]> {
  const { siteId, kind, simulated, sites, states = 'all' } = filter;
  let query = db.selectFrom('crime_import').selectAll();
  if (sites !== undefined) query = query.where(withinSites('site_id', sites));
  if (siteId !== undefined) query = query.where('site_id', '=', siteId);
  if (kind !== undefined) query = query.where('kind', '=', kind);
  if (simulated !== undefined) query = query.where('simulated', '=', simulated);
  if (states === 'stored') query = query.where('taken_back_at', 'is', null);
  const rows = await query.orderBy('id', 'desc').execute();
  return rows.map(batchOf);
}

/** One import with the first of its rejected lines, or null. */
export async function findImport(
  db: Database,
  id: Identifier,
  sites: SiteScope,
): Promise<ImportResult | null> {
  const row = await db
    .selectFrom('crime_import')
    .selectAll()
    .where('id', '=', id)
    .where(withinSites('site_id', sites))
    .executeTakeFirst();
  return row === undefined ? null : { ...batchOf(row), rejectedLines: [...row.facts.rejectedLines] };
}

/** In which plane a site's places are measured; null: nothing was imported yet. */
export async function readPlane(
  db: Database,
  { siteId, simulated }: Pick<ImportScope, 'siteId' | 'simulated'>,
): Promise<StoredPlane | null> {
  const row = await db
    .selectFrom('crime_plane')
    .select(['plane', 'longitude', 'latitude'])
    .where('site_id', '=', siteId)
    .where('simulated', '=', simulated)
    .executeTakeFirst();
  return row ?? null;
}

function batchOf(row: Selectable<Schema['crime_import']>): ImportBatch {
  const { format, encoding, rejectedBy, alike, clockChanges, unread } = row.facts;
  return {
    ...{ id: row.id, siteId: row.site_id, kind: row.kind, name: row.name, simulated: row.simulated },
    state: row.taken_back_at === null ? 'stored' : 'taken-back',
    ...{ importedAt: row.imported_at, importedBy: row.imported_by_name, mapping: row.mapping },
    ...{ format, encoding, rejectedBy, alike, clockChanges, unread },
    ...{ fileBytes: row.file_bytes, fileDigest: digestHex(row.file_digest) },
    dataDigest: digestHex(row.data_digest),
    ...{ rows: row.stored + row.rejected, stored: row.stored, rejected: row.rejected },
    ...{ firstAt: row.first_at, lastAt: row.last_at },
    takenBack:
      row.taken_back_at === null
        ? null
        : { at: row.taken_back_at, by: row.taken_back_by_name!, reason: row.taken_back_reason! },
  };
}
