import { type Kysely, sql } from 'kysely';

/** Finds the alerts of a period in the ledger without reading all of its other entries. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE INDEX ledger_entry_alert_raised ON ledger_entry (index)
    WHERE kind = 'alert.raised'`.execute(db);
}
