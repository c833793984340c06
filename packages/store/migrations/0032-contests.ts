import { type Kysely, sql } from 'kysely';

/** What citizens say against challans, the files that they bring, and what is decided. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // A challan is contested once: after that the courts are there.
  await sql`
    CREATE TABLE contest (
      id uuid PRIMARY KEY,
      challan_id uuid NOT NULL UNIQUE REFERENCES challan,
      case_id uuid NOT NULL REFERENCES violation_case,
      site_id uuid NOT NULL REFERENCES site,
      state text NOT NULL CHECK (state IN ('open', 'upheld', 'accepted', 'lapsed', 'overtaken')),
      reasons text[] NOT NULL CHECK (cardinality(reasons) > 0),
      text text NOT NULL CHECK (text <> ''),
      opened_at timestamptz(3) NOT NULL,
      decide_by timestamptz(3) NOT NULL CHECK (decide_by > opened_at),
      ended_at timestamptz(3),
      explanation jsonb,
      decided_user text,
      decided_by_name text,
      decided_person text,
      CHECK ((state = 'open') = (ended_at IS NULL)),
      -- Whatever a person decided has a person and words; whatever none decided has neither.
      CHECK ((state IN ('upheld', 'accepted')) = (explanation IS NOT NULL)),
      CHECK ((explanation IS NULL) = (decided_person IS NULL)),
      CHECK ((decided_person IS NULL) = (decided_user IS NULL)),
      CHECK ((decided_person IS NULL) = (decided_by_name IS NULL)),
      -- Nobody decides after the deadline.
      CHECK (state NOT IN ('upheld', 'accepted') OR ended_at <= decide_by)
    )`.execute(db);
  await sql`CREATE INDEX contest_open ON contest (decide_by, id) WHERE state = 'open'`.execute(db);
  await sql`CREATE INDEX contest_ended ON contest (state, ended_at DESC, id DESC)`.execute(db);
  await sql`
    CREATE TRIGGER kept BEFORE DELETE OR TRUNCATE ON contest
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`.execute(db);
  // Brought before the contest it belongs to: without one it is deleted again.
  await sql`
    CREATE TABLE contest_file (
      id uuid PRIMARY KEY,
      challan_id uuid NOT NULL REFERENCES challan,
      contest_id uuid REFERENCES contest,
      name text NOT NULL CHECK (name <> ''),
      media_type text NOT NULL CHECK (media_type IN ('image/jpeg', 'application/pdf')),
      -- Of what was kept, unsealed; the object in the store is sealed and has another.
      digest bytea NOT NULL CHECK (length(digest) = 32),
      object_digest bytea NOT NULL UNIQUE CHECK (length(object_digest) = 32),
      bytes integer NOT NULL CHECK (bytes > 0),
      added_at timestamptz(3) NOT NULL
    )`.execute(db);
  await sql`CREATE INDEX contest_file_of_challan ON contest_file (challan_id)`.execute(db);
  await sql`CREATE INDEX contest_file_of_contest ON contest_file (contest_id)`.execute(db);
  await sql`CREATE INDEX contest_file_by_time ON contest_file (added_at)`.execute(db);
}
