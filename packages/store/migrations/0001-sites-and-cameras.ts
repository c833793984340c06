import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE deployment (
      id uuid PRIMARY KEY,
      name text NOT NULL,
      created_at timestamptz(3) NOT NULL,
      only_row boolean NOT NULL DEFAULT true UNIQUE CHECK (only_row)
    )`.execute(db);
  await sql`
    CREATE TABLE site (
      id uuid PRIMARY KEY,
      name text NOT NULL UNIQUE,
      created_at timestamptz(3) NOT NULL
    )`.execute(db);
  await sql`
    CREATE TABLE camera (
      id uuid PRIMARY KEY,
      site_id uuid NOT NULL REFERENCES site,
      name text NOT NULL,
      url_sealed bytea NOT NULL,
      display_url text NOT NULL,
      longitude double precision,
      latitude double precision,
      analysis_rate double precision NOT NULL,
      simulated boolean NOT NULL,
      created_at timestamptz(3) NOT NULL,
      deleted_at timestamptz(3),
      CHECK ((longitude IS NULL) = (latitude IS NULL))
    )`.execute(db);
  await sql`CREATE INDEX camera_of_site ON camera (site_id) WHERE deleted_at IS NULL`.execute(db);
  await sql`
    CREATE TABLE scene_rule (
      rule_id uuid NOT NULL,
      version integer NOT NULL CHECK (version > 0),
      camera_id uuid NOT NULL REFERENCES camera,
      body jsonb NOT NULL,
      created_at timestamptz(3) NOT NULL,
      created_by text NOT NULL,
      retired_at timestamptz(3),
      PRIMARY KEY (rule_id, version)
    )`.execute(db);
  // One version of a rule is in force at most: two people who change it at once cannot both win.
  await sql`CREATE UNIQUE INDEX scene_rule_in_force ON scene_rule (rule_id) WHERE retired_at IS NULL`.execute(
    db,
  );
  await sql`CREATE INDEX scene_rule_of_camera ON scene_rule (camera_id) WHERE retired_at IS NULL`.execute(db);
  await sql`
    CREATE TABLE worker (
      id uuid PRIMARY KEY,
      live_url text NOT NULL,
      live_token text NOT NULL,
      models jsonb NOT NULL,
      last_seen_at timestamptz(3) NOT NULL
    )`.execute(db);
  await sql`
    CREATE TABLE camera_status (
      camera_id uuid PRIMARY KEY REFERENCES camera,
      worker_id uuid NOT NULL REFERENCES worker,
      state text NOT NULL,
      since timestamptz(3) NOT NULL,
      error jsonb,
      frames_per_second double precision NOT NULL,
      frames_dropped bigint NOT NULL,
      width integer NOT NULL,
      height integer NOT NULL,
      last_frame_at timestamptz(3),
      inference_denied text,
      reported_at timestamptz(3) NOT NULL
    )`.execute(db);
}
