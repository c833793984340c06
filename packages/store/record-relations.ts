import type { RecordInFlow } from '@amaan/contracts/governance/record-step';
import type { Identifier } from '@amaan/contracts/identifier';
import { sql } from 'kysely';
import type { Database } from './open-database.ts';
import { listRecordsById } from './records.ts';

/** The records whose newest version names a record, or that it names, oldest first. */
export async function listRecordsNaming(db: Database, id: Identifier): Promise<RecordInFlow['related']> {
  const { rows } = await sql<{ id: Identifier }>`
    WITH newest AS (
      SELECT record.id, version.body
      FROM governance_record AS record
      JOIN governance_record_version AS version
        ON version.record_id = record.id AND version.version = record.version
    )
    SELECT id FROM newest WHERE body ->> 'nonconformityId' = ${id} OR body -> 'records' ? ${id}
    UNION
    SELECT other.id FROM newest AS other, newest AS this
    WHERE this.id = ${id}
      AND (this.body ->> 'nonconformityId' = other.id::text OR this.body -> 'records' ? other.id::text)`.execute(
    db,
  );
  const records = await listRecordsById(
    db,
    rows.map((row) => row.id),
  );
  return records.map(({ id, number, kind, title, status }) => ({ id, number, kind, title, status }));
}

/** The corrective actions of a nonconformity that are not known to be effective. */
export async function listPendingActions(db: Database, nonconformityId: Identifier): Promise<string[]> {
  const related = await listRecordsNaming(db, nonconformityId);
  return related
    .filter(({ kind, status }) => kind === 'corrective-action' && status !== 'effective')
    .map(({ number }) => number);
}
