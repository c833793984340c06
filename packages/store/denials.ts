import type { Identifier } from '@amaan/contracts/identifier';
import type { Denial } from '@amaan/contracts/observation';
import { digestBytes, digestHex } from './digest-column.ts';
import type { Database } from './open-database.ts';

/**
 * Records refused inferences. Those recorded before are left as they are.
 * @returns the identifiers of the new ones
 */
export async function insertDenials(db: Database, denials: readonly Denial[]): Promise<Set<Identifier>> {
  if (denials.length === 0) return new Set();
  const rows = await db
    .insertInto('denial')
    .values(
      denials.map((denial) => ({
        id: denial.id,
        system: denial.system,
        camera_id: denial.cameraId,
        at: denial.at,
        permit_id: denial.permitId,
        model_digest: denial.modelDigest === null ? null : digestBytes(denial.modelDigest),
        code: denial.code,
        reason: denial.reason,
      })),
    )
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .execute();
  return new Set(rows.map((row) => row.id));
}

/** The latest denials, newest first. */
export async function listDenials(db: Database, limit = 100): Promise<Denial[]> {
  const rows = await db
    .selectFrom('denial')
    .selectAll()
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    system: row.system,
    cameraId: row.camera_id,
    at: row.at,
    permitId: row.permit_id,
    modelDigest: row.model_digest === null ? null : digestHex(row.model_digest),
    code: row.code,
    reason: row.reason,
  }));
}
