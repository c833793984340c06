import { type Kysely, sql } from 'kysely';

/** Weekly reports of single sites, beside those of all: who works for some sites sees theirs. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    ALTER TABLE service_report
      -- Null: of all sites.
      ADD COLUMN site_id uuid REFERENCES site,
      DROP CONSTRAINT service_report_from_at_simulated_key,
      ADD CONSTRAINT service_report_once UNIQUE NULLS NOT DISTINCT (from_at, simulated, site_id)`.execute(db);
}
