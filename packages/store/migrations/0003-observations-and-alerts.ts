import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  // No DEFAULT partition: attaching a day later would have to scan it. `observation-partitions.ts` makes
  // each day's partition when its first observation arrives.
  await sql`
    CREATE TABLE observation (
      captured_at timestamptz(3) NOT NULL,
      id uuid NOT NULL,
      system text NOT NULL,
      kind text NOT NULL,
      site_id uuid NOT NULL,
      camera_id uuid NOT NULL,
      clock_offset_ms double precision NOT NULL,
      simulated boolean NOT NULL,
      permit_id uuid NOT NULL,
      model_digest bytea NOT NULL,
      configuration_digest bytea NOT NULL,
      frame_digest bytea NOT NULL,
      rule_id uuid,
      rule_version integer,
      object_class text,
      body jsonb NOT NULL,
      PRIMARY KEY (captured_at, id)
    ) PARTITION BY RANGE (captured_at)`.execute(db);
  await sql`CREATE INDEX observation_of_camera ON observation (camera_id, captured_at)`.execute(db);
  await sql`
    CREATE TABLE evidence_item (
      observation_id uuid NOT NULL,
      captured_at timestamptz(3) NOT NULL,
      kind text NOT NULL,
      digest bytea NOT NULL CHECK (length(digest) = 32),
      media_type text NOT NULL,
      bytes bigint NOT NULL,
      PRIMARY KEY (observation_id, kind)
    )`.execute(db);
  await sql`CREATE INDEX evidence_item_of_object ON evidence_item (digest)`.execute(db);
  await sql`
    CREATE TABLE alert (
      id uuid PRIMARY KEY,
      observation_id uuid NOT NULL UNIQUE,
      captured_at timestamptz(3) NOT NULL,
      site_id uuid NOT NULL REFERENCES site,
      camera_id uuid NOT NULL REFERENCES camera,
      rule_id uuid NOT NULL,
      rule_version integer NOT NULL,
      rule_name text NOT NULL,
      priority text NOT NULL,
      state text NOT NULL CHECK (state IN ('new', 'confirmed', 'rejected')),
      simulated boolean NOT NULL,
      raised_at timestamptz(3) NOT NULL,
      FOREIGN KEY (rule_id, rule_version) REFERENCES scene_rule (rule_id, version)
    )`.execute(db);
  await sql`CREATE INDEX alert_by_time ON alert (raised_at DESC, id DESC)`.execute(db);
  await sql`CREATE INDEX alert_by_state ON alert (state, raised_at DESC, id DESC)`.execute(db);
  await sql`CREATE INDEX alert_of_camera ON alert (camera_id, raised_at DESC, id DESC)`.execute(db);
  await sql`
    CREATE TABLE review (
      id uuid PRIMARY KEY,
      alert_id uuid NOT NULL UNIQUE REFERENCES alert,
      decision text NOT NULL CHECK (decision IN ('confirmed', 'rejected')),
      reason text,
      note text NOT NULL,
      by_user text NOT NULL,
      by_name text NOT NULL,
      at timestamptz(3) NOT NULL,
      CHECK ((decision = 'rejected') = (reason IS NOT NULL))
    )`.execute(db);
}
