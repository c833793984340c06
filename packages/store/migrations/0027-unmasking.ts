import { type Kysely, sql } from 'kysely';

/** Masked versions of stored pictures and clips, and who was granted to see an original. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // One for each original: made anew when models or configuration of redaction change.
  await sql`
    CREATE TABLE masked_object (
      original_digest bytea PRIMARY KEY CHECK (length(original_digest) = 32),
      masked_digest bytea NOT NULL CHECK (length(masked_digest) = 32),
      media_type text NOT NULL,
      bytes bigint NOT NULL CHECK (bytes > 0),
      camera_id uuid NOT NULL REFERENCES camera,
      permit_id uuid NOT NULL,
      models jsonb NOT NULL,
      configuration_digest bytea NOT NULL CHECK (length(configuration_digest) = 32),
      report jsonb NOT NULL,
      made_at timestamptz(3) NOT NULL
    )`.execute(db);
  await sql`CREATE INDEX masked_object_by_result ON masked_object (masked_digest)`.execute(db);
  await sql`CREATE INDEX face_product_of_object ON face_product (object_digest)`.execute(db);
  await sql`
    CREATE TABLE unmasking (
      id uuid PRIMARY KEY,
      case_id uuid NOT NULL REFERENCES case_file,
      site_id uuid NOT NULL REFERENCES site,
      camera_id uuid NOT NULL REFERENCES camera,
      purpose_id uuid,
      subject jsonb NOT NULL,
      original_digest bytea CHECK (length(original_digest) = 32),
      minutes integer NOT NULL CHECK (minutes > 0),
      reason text NOT NULL,
      state text NOT NULL CHECK (state IN ('waiting', 'in-force', 'ended')),
      approval_needed boolean NOT NULL,
      asked_at timestamptz(3) NOT NULL,
      asked_user text NOT NULL,
      asked_by_name text NOT NULL,
      asked_person text NOT NULL CHECK (asked_person <> ''),
      asked_role text NOT NULL,
      decide_by timestamptz(3),
      decision text CHECK (decision IN ('approved', 'refused')),
      decided_at timestamptz(3),
      decided_by text,
      decided_by_name text,
      decided_person text,
      decision_note text,
      opened_at timestamptz(3),
      until_at timestamptz(3),
      ended_at timestamptz(3),
      ended_by text,
      ended_by_name text,
      end_kind text CHECK (end_kind IN
        ('refused', 'revoked', 'expired', 'lapsed', 'case-closed', 'left-case')),
      openings integer NOT NULL DEFAULT 0,
      -- A camera has no original that is stored; everything else has.
      CHECK ((subject ->> 'kind' = 'live') = (original_digest IS NULL)),
      -- What wants a second person was approved by one before it opened anything.
      CHECK (opened_at IS NULL OR NOT approval_needed OR decision IS NOT DISTINCT FROM 'approved'),
      CHECK (state <> 'in-force' OR opened_at IS NOT NULL),
      CHECK (decided_person IS NULL OR decided_person <> asked_person),
      CHECK ((decision IS NULL) = (decided_at IS NULL)),
      CHECK ((opened_at IS NULL) = (until_at IS NULL)),
      CHECK (until_at IS NULL OR until_at <= opened_at + interval '4 hours'),
      CHECK ((state = 'ended') = (ended_at IS NOT NULL)),
      CHECK ((ended_at IS NULL) = (end_kind IS NULL))
    )`.execute(db);
  await sql`CREATE INDEX unmasking_not_ended ON unmasking (asked_user) WHERE state <> 'ended'`.execute(db);
  await sql`CREATE INDEX unmasking_of_person ON unmasking (asked_person, opened_at)`.execute(db);
  await sql`CREATE INDEX unmasking_of_case ON unmasking (case_id, id DESC)`.execute(db);
  await sql`
    CREATE TRIGGER kept BEFORE DELETE OR TRUNCATE ON unmasking
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`.execute(db);
}
