import { type Kysely, sql } from 'kysely';

/** What is enforced on cameras, sections of road, what signals showed, and what was not reported for want of evidence. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE enforcement_plan (
      plan_id uuid NOT NULL,
      version integer NOT NULL CHECK (version > 0),
      camera_id uuid NOT NULL REFERENCES camera,
      body jsonb NOT NULL,
      note text NOT NULL,
      at timestamptz(3) NOT NULL,
      by_user text NOT NULL,
      by_name text NOT NULL,
      retired_at timestamptz(3),
      PRIMARY KEY (plan_id, version)
    )`.execute(db);
  await sql`
    CREATE UNIQUE INDEX enforcement_plan_in_force ON enforcement_plan (camera_id)
    WHERE retired_at IS NULL`.execute(db);
  await sql`
    CREATE TABLE speed_section (
      section_id uuid NOT NULL,
      version integer NOT NULL CHECK (version > 0),
      site_id uuid NOT NULL REFERENCES site,
      body jsonb NOT NULL,
      at timestamptz(3) NOT NULL,
      by_user text NOT NULL,
      by_name text NOT NULL,
      retired_at timestamptz(3),
      PRIMARY KEY (section_id, version)
    )`.execute(db);
  await sql`
    CREATE UNIQUE INDEX speed_section_in_force ON speed_section (section_id) WHERE retired_at IS NULL`.execute(
    db,
  );
  // Vehicles between two cameras: deleted when the other end was passed, or could have been with nothing to complain of.
  await sql`
    CREATE TABLE section_passage (
      id uuid PRIMARY KEY,
      section_id uuid NOT NULL,
      section_end text NOT NULL CHECK (section_end IN ('entry', 'exit')),
      site_id uuid NOT NULL,
      camera_id uuid NOT NULL,
      track integer NOT NULL,
      -- By the control plane's clock.
      at timestamptz(3) NOT NULL,
      body jsonb NOT NULL,
      plate text COLLATE "C",
      plate_confidence real,
      expires_at timestamptz(3) NOT NULL,
      CHECK ((plate IS NULL) = (plate_confidence IS NULL))
    )`.execute(db);
  await sql`CREATE INDEX section_passage_of_plate ON section_passage (section_id, plate)`.execute(db);
  await sql`CREATE INDEX section_passage_of_track ON section_passage (camera_id, track)`.execute(db);
  await sql`CREATE INDEX section_passage_by_end ON section_passage (expires_at)`.execute(db);
  // A partition a day, dropped after some weeks; no foreign key, so that dropping one locks nothing.
  await sql`
    CREATE TABLE signal_phase (
      from_at timestamptz(3) NOT NULL,
      to_at timestamptz(3) NOT NULL,
      junction_id uuid NOT NULL,
      signal_group text NOT NULL,
      light text NOT NULL,
      error_ms real NOT NULL CHECK (error_ms >= 0),
      source text NOT NULL CHECK (source IN ('controller', 'simulated')),
      clock jsonb,
      PRIMARY KEY (junction_id, signal_group, from_at),
      CHECK (from_at <= to_at)
    ) PARTITION BY RANGE (from_at)`.execute(db);
  await sql`
    CREATE TABLE evidence_gap (
      minute timestamptz(3) NOT NULL,
      report_id uuid NOT NULL,
      site_id uuid NOT NULL,
      camera_id uuid NOT NULL,
      kind text NOT NULL,
      reason text NOT NULL,
      count integer NOT NULL CHECK (count > 0),
      PRIMARY KEY (minute, report_id, kind, reason)
    ) PARTITION BY RANGE (minute)`.execute(db);
}
