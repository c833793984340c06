import { type Kysely, sql } from 'kysely';

/** Which version of its system an approved assessment is about: it says nothing about another. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`ALTER TABLE impact_assessment ADD COLUMN system_version text`.execute(db);
  await sql`
    UPDATE impact_assessment AS assessment SET system_version = version.body ->> 'systemVersion'
    FROM governance_record_version AS version
    WHERE version.record_id = assessment.record_id AND version.version = assessment.record_version`.execute(
    db,
  );
}
