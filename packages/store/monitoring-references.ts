import type { Identifier } from '@amaan/contracts/identifier';
import type { MonitoringReference } from '@amaan/contracts/monitoring';
import { sql } from 'kysely';
import type { Database } from './open-database.ts';

/** A reference with what was measured in its hours, joined. */
export interface StoredReference<Body> extends MonitoringReference {
  readonly reason: string;
  readonly body: Body;
}

/** The reference in force of every pair. `Body` is what was given to `insertReference`. */
export async function listReferences<Body>(db: Database): Promise<StoredReference<Body>[]> {
  const rows = await db
    .selectFrom('monitoring_reference')
    .distinctOn(['system', 'group_id', 'simulated'])
    .selectAll()
    .orderBy('system')
    .orderBy('group_id')
    .orderBy('simulated')
    .orderBy('pinned_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    system: row.system,
    groupId: row.group_id,
    simulated: row.simulated,
    from: row.from_hour,
    to: row.to_hour,
    pinnedAt: row.pinned_at,
    pinnedBy: row.pinned_by,
    reason: row.reason,
    body: row.body as Body,
  }));
}

export async function insertReference<Body extends object>(
  tx: Database,
  reference: StoredReference<Body>,
): Promise<void> {
  await tx
    .insertInto('monitoring_reference')
    .values({
      id: reference.id,
      system: reference.system,
      group_id: reference.groupId,
      simulated: reference.simulated,
      from_hour: reference.from,
      to_hour: reference.to,
      body: JSON.stringify(reference.body),
      pinned_at: reference.pinnedAt,
      pinned_by: reference.pinnedBy,
      reason: reference.reason,
    })
    .execute();
}

/** A pair that has no reference, and its first hour. */
export interface UnreferencedPair {
  readonly system: string;
  readonly groupId: Identifier;
  readonly simulated: boolean;
  readonly firstHour: string;
}

/** Pairs without a reference whose first hour is before an instant. */
export async function listUnreferencedPairs(db: Database, before: string): Promise<UnreferencedPair[]> {
  const { rows } = await sql<UnreferencedPair>`
    SELECT system, group_id AS "groupId", simulated, min(hour) AS "firstHour"
    FROM monitoring_hour AS own
    WHERE NOT EXISTS (SELECT FROM monitoring_reference AS reference
      WHERE reference.system = own.system AND reference.group_id = own.group_id
        AND reference.simulated = own.simulated)
    GROUP BY system, group_id, simulated
    HAVING min(hour) <= ${before}`.execute(db);
  return rows;
}
