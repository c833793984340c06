import { type Kysely, sql } from 'kysely';

/** The organisation's part of the register, validations with figures, and the lifecycle with four eyes. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const author = sql`
      by_actor text NOT NULL,
      by_name text NOT NULL,
      by_person text NOT NULL,
      by_role text NOT NULL`;
  const combination = sql`
      models jsonb NOT NULL,
      configuration_digest bytea NOT NULL CHECK (length(configuration_digest) = 32)`;
  await sql`
    CREATE TABLE system_entry (
      system_id text NOT NULL REFERENCES ai_system,
      version integer NOT NULL CHECK (version > 0),
      body jsonb NOT NULL,
      digest bytea NOT NULL CHECK (length(digest) = 32),
      at timestamptz(3) NOT NULL,
      note text NOT NULL,
      demo boolean NOT NULL,
      ${author},
      PRIMARY KEY (system_id, version)
    )`.execute(db);
  await sql`
    CREATE TABLE lifecycle_request (
      id uuid PRIMARY KEY,
      system_id text NOT NULL REFERENCES ai_system,
      from_stage text NOT NULL,
      to_stage text NOT NULL,
      ${combination},
      reason text NOT NULL,
      approvals_needed integer NOT NULL CHECK (approvals_needed > 0),
      at timestamptz(3) NOT NULL,
      expires_at timestamptz(3) NOT NULL,
      state text NOT NULL CHECK (state IN ('open', 'executed', 'rejected', 'withdrawn', 'expired', 'outdated')),
      closed_at timestamptz(3),
      demo boolean NOT NULL,
      ${author},
      CHECK ((state = 'open') = (closed_at IS NULL))
    )`.execute(db);
  await sql`
    CREATE UNIQUE INDEX lifecycle_request_open ON lifecycle_request (system_id) WHERE state = 'open'`.execute(
    db,
  );
  await sql`CREATE INDEX lifecycle_request_of_system ON lifecycle_request (system_id, at)`.execute(db);
  // One decision per person: a second account of the same person cannot add another, whatever the code does.
  await sql`
    CREATE TABLE lifecycle_decision (
      id uuid PRIMARY KEY,
      request_id uuid NOT NULL REFERENCES lifecycle_request,
      decision text NOT NULL CHECK (decision IN ('approved', 'rejected')),
      statement text NOT NULL,
      at timestamptz(3) NOT NULL,
      demo boolean NOT NULL,
      ${author},
      UNIQUE (request_id, by_person)
    )`.execute(db);
  await sql`
    CREATE TABLE lifecycle_transition (
      id uuid PRIMARY KEY,
      system_id text NOT NULL REFERENCES ai_system,
      from_stage text NOT NULL,
      to_stage text NOT NULL,
      ${combination},
      at timestamptz(3) NOT NULL,
      request_id uuid REFERENCES lifecycle_request,
      reason text NOT NULL,
      by_name text NOT NULL,
      demo boolean NOT NULL
    )`.execute(db);
  await sql`CREATE INDEX lifecycle_transition_of_system ON lifecycle_transition (system_id, at)`.execute(db);
  for (const table of ['system_entry', 'lifecycle_decision', 'lifecycle_transition']) {
    await sql`
      CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ${sql.table(table)}
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`.execute(db);
  }
  // What an approval is bound to: the purposes too, and the request that it answered.
  await sql`ALTER TABLE configuration ADD COLUMN purposes jsonb NOT NULL DEFAULT '[]'`.execute(db);
  await sql`ALTER TABLE approval ADD COLUMN request_id uuid REFERENCES lifecycle_request`.execute(db);
  await sql`
    ALTER TABLE validation_result
      ADD COLUMN report jsonb,
      ADD COLUMN by_name text NOT NULL DEFAULT ''`.execute(db);
}
