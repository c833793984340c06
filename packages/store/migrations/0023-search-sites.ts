import { type Kysely, sql } from 'kysely';

/** The sites that a search for a vehicle covered: "all" or their identifiers; null: only that of its case. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`ALTER TABLE plate_search ADD COLUMN sites jsonb`.execute(db);
  await sql`CREATE INDEX plate_search_of_purpose ON plate_search (purpose_id) WHERE sites IS NOT NULL`.execute(
    db,
  );
}
