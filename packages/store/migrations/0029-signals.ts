import { type Kysely, sql } from 'kysely';

/** Junctions with their plans and limits, who allowed them to be controlled, what was decided, waves and replays. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE signal_network (
      id uuid PRIMARY KEY,
      site_id uuid NOT NULL REFERENCES site,
      name text NOT NULL,
      digest bytea NOT NULL CHECK (length(digest) = 32),
      bytes bigint NOT NULL CHECK (bytes > 0),
      junctions jsonb NOT NULL,
      added_at timestamptz(3) NOT NULL,
      added_by_name text NOT NULL
    )`.execute(db);
  await sql`
    CREATE TABLE junction (
      id uuid PRIMARY KEY,
      site_id uuid NOT NULL REFERENCES site,
      name text NOT NULL,
      version integer NOT NULL CHECK (version > 0),
      definition jsonb NOT NULL,
      contradictions jsonb NOT NULL,
      mode text NOT NULL CHECK (mode IN ('observe', 'advise', 'control')),
      mode_since timestamptz(3) NOT NULL,
      controller text NOT NULL,
      -- Addresses and keys of the controller on the street, sealed; what people read stands beside it.
      output_sealed bytea NOT NULL,
      output jsonb NOT NULL,
      network_id uuid REFERENCES signal_network,
      network_junction text,
      created_at timestamptz(3) NOT NULL,
      changed_by_name text NOT NULL,
      note text NOT NULL,
      retired_at timestamptz(3),
      -- What contradicts itself never leaves its fixed plan.
      CHECK (mode <> 'control' OR contradictions = '[]'::jsonb)
    )`.execute(db);
  await sql`CREATE INDEX junction_of_site ON junction (site_id) WHERE retired_at IS NULL`.execute(db);
  await sql`
    CREATE TABLE junction_version (
      junction_id uuid NOT NULL REFERENCES junction,
      version integer NOT NULL,
      definition jsonb NOT NULL,
      at timestamptz(3) NOT NULL,
      by_name text NOT NULL,
      note text NOT NULL,
      PRIMARY KEY (junction_id, version)
    )`.execute(db);
  await sql`
    CREATE TABLE signal_approval (
      id uuid PRIMARY KEY,
      controller text NOT NULL,
      reason text NOT NULL,
      days double precision NOT NULL CHECK (days > 0 AND days <= 30),
      state text NOT NULL CHECK (state IN ('waiting', 'in-force', 'ended')),
      asked_at timestamptz(3) NOT NULL,
      asked_by text NOT NULL,
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
      until_at timestamptz(3),
      ended_at timestamptz(3),
      ended_by_name text,
      end_kind text CHECK (end_kind IN ('refused', 'revoked', 'expired', 'lapsed')),
      CHECK (state <> 'in-force' OR decision IS NOT DISTINCT FROM 'approved'),
      CHECK (decided_person IS NULL OR decided_person <> asked_person),
      CHECK ((decision IS NULL) = (decided_at IS NULL)),
      CHECK ((until_at IS NULL) = (decision IS DISTINCT FROM 'approved')),
      CHECK (until_at IS NULL OR until_at <= decided_at + interval '30 days'),
      CHECK ((state = 'ended') = (ended_at IS NOT NULL)),
      CHECK ((ended_at IS NULL) = (end_kind IS NULL))
    )`.execute(db);
  await sql`
    CREATE TABLE signal_approval_junction (
      approval_id uuid NOT NULL REFERENCES signal_approval,
      junction_id uuid NOT NULL REFERENCES junction,
      PRIMARY KEY (junction_id, approval_id)
    )`.execute(db);
  await sql`CREATE INDEX signal_approval_not_ended ON signal_approval (id) WHERE state <> 'ended'`.execute(
    db,
  );
  await sql`
    CREATE TABLE signal_event (
      id uuid PRIMARY KEY,
      junction_id uuid NOT NULL REFERENCES junction,
      at timestamptz(3) NOT NULL,
      kind text NOT NULL,
      code text NOT NULL,
      text text NOT NULL,
      by_name text NOT NULL
    )`.execute(db);
  await sql`CREATE INDEX signal_event_of_junction ON signal_event (junction_id, at DESC)`.execute(db);
  // A partition a day, dropped after some weeks; no foreign key, so that dropping one locks nothing.
  await sql`
    CREATE TABLE signal_decision (
      at timestamptz(3) NOT NULL,
      junction_id uuid NOT NULL,
      body jsonb NOT NULL,
      PRIMARY KEY (junction_id, at)
    ) PARTITION BY RANGE (at)`.execute(db);
  await sql`
    CREATE TABLE emergency_wave (
      id uuid PRIMARY KEY,
      service text NOT NULL,
      vehicle text NOT NULL,
      reason text NOT NULL,
      minutes double precision NOT NULL CHECK (minutes > 0 AND minutes <= 30),
      key_digest bytea NOT NULL CHECK (length(key_digest) = 32),
      asked_at timestamptz(3) NOT NULL,
      asked_by text NOT NULL,
      asked_by_name text NOT NULL,
      until_at timestamptz(3) NOT NULL,
      ended_at timestamptz(3),
      end_kind text CHECK (end_kind IN ('arrived', 'cancelled', 'expired')),
      last_report jsonb,
      CHECK (until_at <= asked_at + interval '30 minutes'),
      CHECK ((ended_at IS NULL) = (end_kind IS NULL))
    )`.execute(db);
  await sql`CREATE INDEX emergency_wave_running ON emergency_wave (id) WHERE ended_at IS NULL`.execute(db);
  await sql`
    CREATE TABLE emergency_wave_stop (
      wave_id uuid NOT NULL REFERENCES emergency_wave,
      ordinal integer NOT NULL,
      junction_id uuid NOT NULL REFERENCES junction,
      stage text NOT NULL,
      expected_seconds double precision NOT NULL,
      expected_at timestamptz(3) NOT NULL,
      state text NOT NULL CHECK (state IN ('ahead', 'holding', 'recovering', 'done', 'skipped')),
      problem text,
      PRIMARY KEY (wave_id, ordinal)
    )`.execute(db);
  await sql`
    CREATE TABLE what_if (
      id uuid PRIMARY KEY,
      junction_id uuid NOT NULL REFERENCES junction,
      body jsonb NOT NULL,
      state text NOT NULL CHECK (state IN ('waiting', 'running', 'done', 'failed', 'cancelled')),
      progress double precision NOT NULL DEFAULT 0,
      attempt integer NOT NULL DEFAULT 0,
      asked_at timestamptz(3) NOT NULL,
      asked_by text NOT NULL,
      asked_by_name text NOT NULL,
      started_at timestamptz(3),
      heard_at timestamptz(3),
      ended_at timestamptz(3),
      demand jsonb,
      results jsonb NOT NULL DEFAULT '[]',
      problem jsonb,
      CHECK ((state IN ('done', 'failed', 'cancelled')) = (ended_at IS NOT NULL))
    )`.execute(db);
  await sql`CREATE INDEX what_if_open ON what_if (id) WHERE ended_at IS NULL`.execute(db);
  // A permit covers cameras, or lets junctions be controlled: an AI system may have both kinds in force at once.
  await sql`
    ALTER TABLE permit ADD COLUMN scope text NOT NULL DEFAULT 'cameras'
      CHECK (scope IN ('cameras', 'junctions'))`.execute(db);
  for (const table of ['junction_version', 'signal_event'])
    await sql`
      CREATE TRIGGER kept BEFORE UPDATE OR DELETE OR TRUNCATE ON ${sql.table(table)}
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`.execute(db);
  for (const table of ['signal_approval', 'emergency_wave'])
    await sql`
      CREATE TRIGGER kept BEFORE DELETE OR TRUNCATE ON ${sql.table(table)}
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`.execute(db);
}
