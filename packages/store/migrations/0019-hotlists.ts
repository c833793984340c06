import { type Kysely, sql } from 'kysely';

/** Hotlists with every version of them and every entry that ever was, and alerts that no rule raised. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE hotlist (
      id uuid PRIMARY KEY,
      site_id uuid REFERENCES site,
      version integer NOT NULL,
      body jsonb NOT NULL,
      expires_on date NOT NULL,
      created_at timestamptz(3) NOT NULL,
      created_by text NOT NULL,
      created_by_name text NOT NULL,
      closed_at timestamptz(3),
      revision bigint NOT NULL
    )`.execute(db);
  await sql`
    CREATE TABLE hotlist_version (
      hotlist_id uuid NOT NULL REFERENCES hotlist,
      version integer NOT NULL,
      body jsonb NOT NULL,
      digest bytea NOT NULL CHECK (length(digest) = 32),
      at timestamptz(3) NOT NULL,
      by_actor text NOT NULL,
      by_name text NOT NULL,
      PRIMARY KEY (hotlist_id, version)
    )`.execute(db);
  await sql`
    CREATE TABLE hotlist_entry (
      id uuid PRIMARY KEY,
      hotlist_id uuid NOT NULL REFERENCES hotlist,
      plate text COLLATE "C" NOT NULL,
      note text NOT NULL,
      case_number text NOT NULL,
      expires_on date,
      digest bytea NOT NULL CHECK (length(digest) = 32),
      state text NOT NULL CHECK (state IN ('waiting', 'active', 'refused', 'removed', 'expired')),
      import_id uuid,
      added_at timestamptz(3) NOT NULL,
      added_by text NOT NULL,
      added_by_name text NOT NULL,
      added_person text NOT NULL,
      decided_at timestamptz(3),
      decided_by text,
      decided_by_name text,
      decision_note text,
      removed_at timestamptz(3),
      removed_by text,
      removed_by_name text,
      revision bigint NOT NULL,
      CHECK ((decided_at IS NULL) = (decided_by IS NULL)),
      CHECK ((removed_at IS NULL) = (removed_by IS NULL))
    )`.execute(db);
  // A plate stands on a list once; what was refused, removed or ran out stays beside it.
  await sql`
    CREATE UNIQUE INDEX hotlist_entry_in_force ON hotlist_entry (hotlist_id, plate)
    WHERE state IN ('waiting', 'active')`.execute(db);
  await sql`CREATE INDEX hotlist_entry_by_state ON hotlist_entry (hotlist_id, state, id DESC)`.execute(db);
  await sql`CREATE INDEX hotlist_entry_by_age ON hotlist_entry (hotlist_id, id DESC)`.execute(db);
  // What changed since a server last looked.
  await sql`CREATE INDEX hotlist_entry_by_revision ON hotlist_entry (revision, id)`.execute(db);
  // One row, locked by every change until it is committed, so that revisions become visible in their order.
  await sql`
    CREATE TABLE hotlist_state (
      only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
      revision bigint NOT NULL,
      matching boolean NOT NULL,
      reason text NOT NULL,
      since timestamptz(3)
    )`.execute(db);
  await sql`
    INSERT INTO hotlist_state (revision, matching, reason) VALUES (0, false, '')`.execute(db);
  await sql`
    CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON hotlist_version
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`.execute(db);
  for (const table of ['hotlist', 'hotlist_entry']) {
    await sql`
      CREATE TRIGGER kept BEFORE DELETE OR TRUNCATE ON ${sql.table(table)}
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`.execute(db);
  }
  await sql`
    ALTER TABLE alert
      ALTER COLUMN rule_id DROP NOT NULL,
      ALTER COLUMN rule_version DROP NOT NULL,
      ADD COLUMN cause jsonb,
      ADD CHECK ((rule_id IS NULL) = (rule_version IS NULL)),
      ADD CHECK ((rule_id IS NULL) = (cause IS NOT NULL))`.execute(db);
}
