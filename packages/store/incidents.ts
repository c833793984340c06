import type { GovernanceRecord } from '@amaan/contracts/governance/record';
import { sql } from 'kysely';
import type { Database } from './open-database.ts';
import { getRecord } from './records.ts';

/**
 * The open incident that the platform reported under a key, or null. Until the end of the transaction nobody
 * else reports under this key.
 */
export async function findOpenIncident(tx: Database, key: string): Promise<GovernanceRecord | null> {
  await sql`SELECT pg_advisory_xact_lock(hashtext(${`incident ${key}`}))`.execute(tx);
  const row = await tx
    .selectFrom('governance_record as record')
    .innerJoin('governance_record_version as version', (join) =>
      join.onRef('version.record_id', '=', 'record.id').onRef('version.version', '=', 'record.version'),
    )
    .select('record.id')
    .where('record.kind', '=', 'incident')
    .where('record.closed_at', 'is', null)
    .where(sql<boolean>`version.body ->> 'key' = ${key}`)
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? null : getRecord(tx, row.id);
}
