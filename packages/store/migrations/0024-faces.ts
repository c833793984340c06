import { type Kysely, sql } from 'kysely';

/** Watchlists of faces, sealed by a key each, and the authorisations that open searches on them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE watchlist (
      id uuid PRIMARY KEY,
      site_id uuid REFERENCES site,
      body jsonb,
      expires_on date NOT NULL,
      revision bigint NOT NULL,
      changed_at timestamptz(3) NOT NULL,
      changed_people text[] NOT NULL,
      reviewed_revision bigint,
      reviewed_at timestamptz(3),
      reviewed_by text,
      reviewed_by_name text,
      created_at timestamptz(3) NOT NULL,
      created_by text NOT NULL,
      created_by_name text NOT NULL,
      key_destroyed_at timestamptz(3),
      destroyed_at timestamptz(3),
      CHECK ((body IS NULL) = (destroyed_at IS NOT NULL)),
      CHECK (destroyed_at IS NULL OR key_destroyed_at IS NOT NULL),
      CHECK ((reviewed_revision IS NULL) = (reviewed_at IS NULL))
    )`.execute(db);
  await sql`
    CREATE TABLE watchlist_key (
      watchlist_id uuid PRIMARY KEY REFERENCES watchlist,
      sealed bytea NOT NULL,
      created_at timestamptz(3) NOT NULL
    )`.execute(db);
  await sql`
    CREATE TABLE watchlist_entry (
      id uuid PRIMARY KEY,
      watchlist_id uuid NOT NULL REFERENCES watchlist,
      sealed bytea,
      child boolean NOT NULL,
      missing boolean NOT NULL,
      state text NOT NULL CHECK (state IN ('waiting', 'active', 'refused', 'removed')),
      revision bigint NOT NULL,
      added_at timestamptz(3) NOT NULL,
      added_by text NOT NULL,
      added_by_name text NOT NULL,
      added_person text NOT NULL,
      decided_at timestamptz(3),
      decided_by text,
      decided_by_name text,
      removed_at timestamptz(3),
      removed_by text,
      removed_by_name text,
      CHECK ((sealed IS NOT NULL) = (state IN ('waiting', 'active'))),
      CHECK (NOT child OR state <> 'active' OR decided_at IS NOT NULL)
    )`.execute(db);
  await sql`CREATE INDEX watchlist_entry_by_age ON watchlist_entry (watchlist_id, id DESC)`.execute(db);
  await sql`
    CREATE TABLE watchlist_picture (
      id uuid PRIMARY KEY,
      watchlist_id uuid NOT NULL REFERENCES watchlist,
      entry_id uuid NOT NULL REFERENCES watchlist_entry ON DELETE CASCADE,
      state text NOT NULL CHECK (state IN ('active', 'held')),
      object_digest bytea NOT NULL CHECK (length(object_digest) = 32),
      template bytea NOT NULL,
      details bytea NOT NULL,
      taken_on date NOT NULL,
      quality real NOT NULL CHECK (quality BETWEEN 0 AND 1),
      model_digest bytea NOT NULL CHECK (length(model_digest) = 32),
      weight real NOT NULL DEFAULT 1 CHECK (weight BETWEEN 0 AND 1),
      contradicted integer NOT NULL DEFAULT 0,
      revision bigint NOT NULL,
      added_at timestamptz(3) NOT NULL,
      added_by text NOT NULL,
      added_by_name text NOT NULL,
      added_person text NOT NULL
    )`.execute(db);
  await sql`CREATE INDEX watchlist_picture_by_list ON watchlist_picture (watchlist_id, id)`.execute(db);
  await sql`CREATE INDEX watchlist_picture_by_entry ON watchlist_picture (entry_id, id)`.execute(db);
  await sql`
    CREATE TABLE watchlist_finding (
      id uuid PRIMARY KEY,
      watchlist_id uuid NOT NULL REFERENCES watchlist,
      kind text NOT NULL CHECK (kind IN ('one-person-two-entries', 'two-people-one-entry')),
      picture_id uuid NOT NULL REFERENCES watchlist_picture ON DELETE CASCADE,
      other_picture_id uuid NOT NULL REFERENCES watchlist_picture ON DELETE CASCADE,
      similarity real NOT NULL,
      threshold real NOT NULL,
      found_at timestamptz(3) NOT NULL,
      decision text CHECK (decision IN ('same-person', 'different-people')),
      decided_at timestamptz(3),
      decided_by text,
      decided_by_name text,
      CHECK ((decision IS NULL) = (decided_at IS NULL))
    )`.execute(db);
  await sql`CREATE INDEX watchlist_finding_by_list ON watchlist_finding (watchlist_id, id DESC)`.execute(db);
  await sql`CREATE INDEX watchlist_finding_by_picture ON watchlist_finding (picture_id)`.execute(db);
  await sql`CREATE INDEX watchlist_finding_by_other ON watchlist_finding (other_picture_id)`.execute(db);
  await sql`
    CREATE TABLE face_authorisation (
      id uuid PRIMARY KEY,
      case_id uuid NOT NULL REFERENCES case_file,
      site_id uuid NOT NULL REFERENCES site,
      watchlist_id uuid NOT NULL REFERENCES watchlist,
      kind text NOT NULL CHECK (kind IN ('offence', 'missing-person')),
      about text NOT NULL,
      legal_basis text NOT NULL,
      reason text NOT NULL,
      camera_ids uuid[] CHECK (cardinality(camera_ids) > 0),
      from_at timestamptz(3) NOT NULL,
      to_at timestamptz(3) NOT NULL,
      false_matches double precision NOT NULL CHECK (false_matches > 0 AND false_matches < 1),
      urgent boolean NOT NULL,
      state text NOT NULL CHECK (state IN ('waiting', 'in-force', 'ended')),
      asked_at timestamptz(3) NOT NULL,
      asked_by text NOT NULL,
      asked_by_name text NOT NULL,
      asked_person text NOT NULL,
      asked_role text NOT NULL,
      approve_by timestamptz(3),
      decided_at timestamptz(3),
      decided_by text,
      decided_by_name text,
      decision_note text,
      approved boolean NOT NULL DEFAULT false,
      ended_at timestamptz(3),
      ended_by text,
      ended_by_name text,
      end_kind text CHECK (end_kind IN
        ('refused', 'revoked', 'expired', 'lapsed', 'case-closed', 'watchlist-ended', 'watchlist-destroyed')),
      CHECK (from_at < to_at AND to_at <= from_at + interval '30 days'),
      -- What is in force was approved by somebody else, or is urgent and has an end of its own.
      CHECK (state <> 'in-force' OR approved OR (urgent AND approve_by IS NOT NULL)),
      CHECK (approve_by IS NULL OR approve_by <= asked_at + interval '24 hours'),
      CHECK (decided_by IS NULL OR decided_by <> asked_by),
      CHECK (NOT approved OR decided_by IS NOT NULL),
      CHECK ((state = 'ended') = (ended_at IS NOT NULL)),
      CHECK ((ended_at IS NULL) = (end_kind IS NULL))
    )`.execute(db);
  await sql`
    CREATE INDEX face_authorisation_not_ended ON face_authorisation (watchlist_id)
    WHERE state <> 'ended'`.execute(db);
  await sql`CREATE INDEX face_authorisation_by_case ON face_authorisation (case_id, id DESC)`.execute(db);
  await sql`
    CREATE TABLE face_product (
      id uuid PRIMARY KEY,
      authorisation_id uuid NOT NULL REFERENCES face_authorisation,
      kind text NOT NULL CHECK (kind IN ('hit', 'crop', 'result')),
      at timestamptz(3) NOT NULL,
      object_digest bytea CHECK (length(object_digest) = 32)
    )`.execute(db);
  await sql`CREATE INDEX face_product_by_authorisation ON face_product (authorisation_id)`.execute(db);
  await sql`
    CREATE TABLE face_object_removal (
      digest bytea PRIMARY KEY CHECK (length(digest) = 32),
      queued_at timestamptz(3) NOT NULL
    )`.execute(db);
  // Of a list that is gone the row stays, without a word of what it said.
  for (const table of ['watchlist', 'face_authorisation']) {
    await sql`
      CREATE TRIGGER kept BEFORE DELETE OR TRUNCATE ON ${sql.table(table)}
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`.execute(db);
  }
}
