import type { Standard } from '@amaan/contracts/governance/control';
import type { GovernanceRecord } from '@amaan/contracts/governance/record';
import { sql } from 'kysely';
import type { Database } from './open-database.ts';
import { getRecord } from './records.ts';

/**
 * The record of the decision on a control, or null. Until the end of the transaction nobody else opens one
 * for it.
 */
export async function findControlRecord(
  tx: Database,
  standard: Standard,
  control: string,
): Promise<GovernanceRecord | null> {
  await sql`SELECT pg_advisory_xact_lock(hashtext(${`control ${standard}:${control}`}))`.execute(tx);
  const row = await tx
    .selectFrom('governance_record as record')
    .innerJoin('governance_record_version as version', (join) =>
      join.onRef('version.record_id', '=', 'record.id').on('version.version', '=', 1),
    )
    .select('record.id')
    .where('record.kind', '=', 'control')
    .where(sql<boolean>`version.body ->> 'standard' = ${standard}`)
    .where(sql<boolean>`version.body ->> 'control' = ${control}`)
    .executeTakeFirst();
  return row === undefined ? null : getRecord(tx, row.id);
}
