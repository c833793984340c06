import type { Digest } from '@amaan/contracts/digest';
import type { Identifier } from '@amaan/contracts/identifier';
import type { Instant } from '@amaan/contracts/instant';
import type { MaskingReport } from '@amaan/contracts/redaction/masking';
import type { MaskedObjectHead } from '@amaan/contracts/redaction/redactor-messages';
import { type Selectable, sql } from 'kysely';
import { digestBytes, digestHex } from '../digest-column.ts';
import type { Database } from '../open-database.ts';
import type { RedactionTables } from '../tables/redaction-tables.ts';

/** The masked version of a stored picture or clip, and under what it was made. */
export interface StoredMaskedObject {
  readonly originalDigest: Digest;
  readonly maskedDigest: Digest;
  readonly mediaType: MaskedObjectHead['mediaType'];
  readonly bytes: number;
  readonly cameraId: Identifier;
  readonly permitId: Identifier;
  readonly models: MaskedObjectHead['models'];
  readonly configurationDigest: Digest;
  readonly report: MaskingReport;
  readonly madeAt: Instant;
}

/** The masked version of an original, whatever it was made under; null: there is none. */
export async function getMaskedObject(db: Database, original: Digest): Promise<StoredMaskedObject | null> {
  const row = await db
    .selectFrom('masked_object')
    .selectAll()
    .where('original_digest', '=', digestBytes(original))
    .executeTakeFirst();
  return row === undefined ? null : maskedObjectOf(row);
}

/** Keeps a masked version in place of the one before, as long as something names the original. @returns whether it does */
export async function putMaskedObject(tx: Database, made: StoredMaskedObject): Promise<boolean> {
  const original = digestBytes(made.originalDigest);
  const values = {
    masked_digest: digestBytes(made.maskedDigest),
    media_type: made.mediaType,
    bytes: made.bytes,
    camera_id: made.cameraId,
    permit_id: made.permitId,
    models: JSON.stringify(made.models),
    configuration_digest: digestBytes(made.configurationDigest),
    report: JSON.stringify(made.report),
    made_at: made.madeAt,
  };
  const { rows } = await sql<{ named: boolean }>`SELECT ${isNamed(sql`${original}`)} AS named`.execute(tx);
  if (rows[0]?.named !== true) return false;
  await tx
    .insertInto('masked_object')
    .values({ original_digest: original, ...values })
    .onConflict((conflict) => conflict.column('original_digest').doUpdateSet(values))
    .execute();
  return true;
}

/** Forgets the masked version of an original. @returns its digest; null: there was none */
export async function deleteMaskedObject(tx: Database, original: Digest): Promise<Digest | null> {
  const row = await tx
    .deleteFrom('masked_object')
    .where('original_digest', '=', digestBytes(original))
    .returning('masked_digest')
    .executeTakeFirst();
  return row === undefined ? null : digestHex(row.masked_digest);
}

/** Whether something names an object: as an original, as the masked version of one, or as a ticket's picture. */
export async function isObjectNamed(db: Database, digest: Digest): Promise<boolean> {
  const wanted = sql`${digestBytes(digest)}`;
  const { rows } = await sql<{ named: boolean }>`
    SELECT ${isNamed(wanted)}
      OR EXISTS (SELECT FROM masked_object masked WHERE masked.masked_digest = ${wanted})
      OR EXISTS (SELECT FROM civic_picture picture WHERE picture.object_digest = ${wanted}) AS named`.execute(
    db,
  );
  return rows[0]?.named === true;
}

/** Originals that nothing names any more and that still have a masked version. */
export async function listOrphanedOriginals(db: Database, limit: number): Promise<Digest[]> {
  const { rows } = await sql<{ digest: Uint8Array }>`
    SELECT original_digest AS digest FROM masked_object masked
    WHERE NOT ${isNamed(sql`masked.original_digest`)} LIMIT ${limit}`.execute(db);
  return rows.map(({ digest }) => digestHex(digest));
}

function isNamed(digest: ReturnType<typeof sql>) {
  return sql<boolean>`(EXISTS (SELECT FROM evidence_item item WHERE item.digest = ${digest})
    OR EXISTS (SELECT FROM face_product product WHERE product.object_digest = ${digest}))`;
}

function maskedObjectOf(row: Selectable<RedactionTables['masked_object']>): StoredMaskedObject {
  return {
    originalDigest: digestHex(row.original_digest),
    maskedDigest: digestHex(row.masked_digest),
    mediaType: row.media_type,
    bytes: row.bytes,
    cameraId: row.camera_id,
    permitId: row.permit_id,
    models: row.models,
    configurationDigest: digestHex(row.configuration_digest),
    report: row.report,
    madeAt: row.made_at,
  };
}
