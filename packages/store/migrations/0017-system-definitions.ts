import { type Kysely, sql } from 'kysely';

/** Every version of what the code says of an AI system, kept for ever beside the newest one in `ai_system`. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE system_definition (
      system_id text NOT NULL REFERENCES ai_system,
      version integer NOT NULL CHECK (version > 0),
      definition jsonb NOT NULL,
      digest bytea NOT NULL CHECK (length(digest) = 32),
      changed jsonb NOT NULL,
      at timestamptz(3) NOT NULL,
      PRIMARY KEY (system_id, version)
    )`.execute(db);
  await sql`
    CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON system_definition
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`.execute(db);
}
