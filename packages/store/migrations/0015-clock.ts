import { type Kysely, sql } from 'kysely';

/** Requests of two people to go on by the present time after the clock ran ahead. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE clock_acceptance (
      id uuid PRIMARY KEY,
      requested_at timestamptz(3) NOT NULL,
      requested_by jsonb NOT NULL,
      reason text NOT NULL,
      confirmed_at timestamptz(3),
      confirmed_by jsonb,
      ledger_size bigint,
      CHECK (num_nulls(confirmed_at, confirmed_by, ledger_size) IN (0, 3))
    )`.execute(db);
}
