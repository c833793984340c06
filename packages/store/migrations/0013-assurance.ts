import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE training_record (
      id uuid PRIMARY KEY,
      person text NOT NULL,
      course text NOT NULL,
      passed_at timestamptz(3) NOT NULL,
      expires_at timestamptz(3) NOT NULL,
      recorded_by text NOT NULL,
      recorded_at timestamptz(3) NOT NULL,
      demo boolean NOT NULL
    )`.execute(db);
  await sql`CREATE INDEX training_record_of_person ON training_record (person, course, expires_at)`.execute(
    db,
  );
  await sql`
    CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON training_record
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`.execute(db);
  // Beside the record, so that a contact can be erased from the one table that is not append-only.
  await sql`
    CREATE TABLE concern_receipt (
      record_id uuid PRIMARY KEY REFERENCES governance_record,
      code_digest bytea NOT NULL CHECK (length(code_digest) = 32),
      contact_sealed bytea
    )`.execute(db);
}
