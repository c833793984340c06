import { type Kysely, sql } from 'kysely';

/** Documented information: records with versions and signatures. Versions and signatures are append-only. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE governance_record (
      id uuid PRIMARY KEY,
      kind text NOT NULL,
      ordinal integer NOT NULL,
      system_id text REFERENCES ai_system,
      title text NOT NULL,
      status text NOT NULL,
      owner text,
      opened_at timestamptz(3) NOT NULL,
      closed_at timestamptz(3),
      review_at timestamptz(3),
      expires_at timestamptz(3),
      version integer NOT NULL CHECK (version > 0),
      demo boolean NOT NULL,
      UNIQUE (kind, ordinal)
    )`.execute(db);
  await sql`CREATE INDEX governance_record_of_system ON governance_record (system_id, kind)`.execute(db);
  const author = sql`
      by_actor text NOT NULL,
      by_name text NOT NULL,
      by_person text NOT NULL,
      by_role text NOT NULL`;
  await sql`
    CREATE TABLE governance_record_version (
      record_id uuid NOT NULL REFERENCES governance_record,
      version integer NOT NULL CHECK (version > 0),
      body jsonb NOT NULL,
      digest bytea NOT NULL CHECK (length(digest) = 32),
      at timestamptz(3) NOT NULL,
      note text NOT NULL,
      ${author},
      PRIMARY KEY (record_id, version)
    )`.execute(db);
  await sql`
    CREATE TABLE governance_record_signature (
      id uuid PRIMARY KEY,
      record_id uuid NOT NULL,
      version integer NOT NULL,
      meaning text NOT NULL,
      at timestamptz(3) NOT NULL,
      statement text NOT NULL,
      demo boolean NOT NULL,
      ${author},
      FOREIGN KEY (record_id, version) REFERENCES governance_record_version
    )`.execute(db);
  await sql`
    CREATE INDEX governance_record_signature_of_version
    ON governance_record_signature (record_id, version)`.execute(db);
  for (const table of ['governance_record_version', 'governance_record_signature']) {
    await sql`
      CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ${sql.table(table)}
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`.execute(db);
  }
  // Which version of which assessment record a decision that permits rely on came from.
  await sql`ALTER TABLE impact_assessment ADD COLUMN record_id uuid, ADD COLUMN record_version integer`.execute(
    db,
  );
}
