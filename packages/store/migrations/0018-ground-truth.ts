import { type Kysely, sql } from 'kysely';

/** Audit sets: what people found who looked at the pictures of reports, by lawful groups. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE ground_truth_set (
      id uuid PRIMARY KEY,
      name text NOT NULL,
      source text NOT NULL,
      digest bytea NOT NULL CHECK (length(digest) = 32),
      refused jsonb NOT NULL,
      refused_count integer NOT NULL,
      uploaded_at timestamptz(3) NOT NULL,
      uploaded_by text NOT NULL
    )`.execute(db);
  await sql`
    CREATE TABLE ground_truth_item (
      set_id uuid NOT NULL REFERENCES ground_truth_set,
      observation_id uuid NOT NULL,
      system text NOT NULL,
      site_id uuid NOT NULL REFERENCES site,
      group_id uuid NOT NULL REFERENCES camera_group,
      camera_id uuid NOT NULL REFERENCES camera,
      simulated boolean NOT NULL,
      wrong boolean NOT NULL,
      labels jsonb NOT NULL,
      PRIMARY KEY (set_id, observation_id)
    )`.execute(db);
  for (const table of ['ground_truth_set', 'ground_truth_item']) {
    await sql`
      CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ${sql.table(table)}
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`.execute(db);
  }
}
