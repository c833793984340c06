import { type Kysely, sql } from 'kysely';

/** What monitoring counts, its rules and its runs; what operators did about alerts; the service's own targets. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // Ingest writes one row per batch, in its own transaction; monitoring folds them into hours. The database never
  // looks into it. A row that fits its page stays in it, and none is compressed: it lives a minute.
  await sql`
    CREATE TABLE monitoring_delta (
      id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      body text STORAGE EXTERNAL NOT NULL,
      rows bytea STORAGE EXTERNAL NOT NULL
    ) WITH (toast_tuple_target = 8160)`.execute(db);
  await sql`
    CREATE TABLE monitoring_hour (
      hour timestamptz(3) NOT NULL,
      system text NOT NULL,
      site_id uuid NOT NULL REFERENCES site,
      group_id uuid NOT NULL REFERENCES camera_group,
      simulated boolean NOT NULL,
      volume bigint NOT NULL,
      latency jsonb NOT NULL,
      confidence jsonb NOT NULL,
      objects jsonb NOT NULL,
      PRIMARY KEY (hour, system, group_id, simulated)
    )`.execute(db);
  await sql`CREATE INDEX monitoring_hour_of_group ON monitoring_hour (group_id, hour)`.execute(db);
  await sql`
    CREATE TABLE monitoring_input_hour (
      hour timestamptz(3) NOT NULL,
      site_id uuid NOT NULL REFERENCES site,
      group_id uuid NOT NULL REFERENCES camera_group,
      simulated boolean NOT NULL,
      samples bigint NOT NULL,
      brightness jsonb NOT NULL,
      sharpness jsonb NOT NULL,
      resolution jsonb NOT NULL,
      PRIMARY KEY (hour, group_id, simulated)
    )`.execute(db);
  await sql`
    CREATE TABLE monitoring_rule (
      rule_id uuid NOT NULL,
      version integer NOT NULL CHECK (version > 0),
      body jsonb NOT NULL,
      changed_at timestamptz(3) NOT NULL,
      changed_by text NOT NULL,
      reason text NOT NULL,
      PRIMARY KEY (rule_id, version)
    )`.execute(db);
  await sql`
    CREATE TABLE monitoring_state (
      rule_id uuid NOT NULL,
      system text NOT NULL,
      group_id uuid NOT NULL,
      simulated boolean NOT NULL,
      state text NOT NULL CHECK (state IN ('ok', 'firing', 'not-enough-data')),
      streak integer NOT NULL,
      since timestamptz(3) NOT NULL,
      figure jsonb NOT NULL,
      PRIMARY KEY (rule_id, system, group_id, simulated)
    )`.execute(db);
  await sql`
    CREATE TABLE monitoring_reference (
      id uuid PRIMARY KEY,
      system text NOT NULL,
      group_id uuid NOT NULL REFERENCES camera_group,
      simulated boolean NOT NULL,
      from_hour timestamptz(3) NOT NULL,
      to_hour timestamptz(3) NOT NULL,
      body jsonb NOT NULL,
      pinned_at timestamptz(3) NOT NULL,
      pinned_by text NOT NULL,
      reason text NOT NULL,
      CHECK (from_hour < to_hour)
    )`.execute(db);
  await sql`
    CREATE INDEX monitoring_reference_of_pair
    ON monitoring_reference (system, group_id, simulated, pinned_at DESC)`.execute(db);
  await sql`
    CREATE TABLE monitoring_run (
      id uuid PRIMARY KEY,
      started_at timestamptz(3) NOT NULL,
      finished_at timestamptz(3) NOT NULL,
      rules integer NOT NULL,
      checks integer NOT NULL,
      firing integer NOT NULL,
      not_enough_data integer NOT NULL,
      digest bytea NOT NULL CHECK (length(digest) = 32),
      results text
    )`.execute(db);
  await sql`CREATE INDEX monitoring_run_by_time ON monitoring_run (finished_at DESC)`.execute(db);
  await sql`
    CREATE TABLE alert_step (
      id uuid PRIMARY KEY,
      alert_id uuid NOT NULL REFERENCES alert,
      step text NOT NULL CHECK (step IN ('acknowledged', 'dispatched', 'closed')),
      unit text,
      note text NOT NULL,
      by_user text NOT NULL,
      by_name text NOT NULL,
      at timestamptz(3) NOT NULL,
      CHECK ((step = 'dispatched') = (unit IS NOT NULL))
    )`.execute(db);
  await sql`CREATE INDEX alert_step_of_alert ON alert_step (alert_id, at)`.execute(db);
  // Several units may be sent; an alert is taken up once and closed once.
  await sql`
    CREATE UNIQUE INDEX alert_step_once ON alert_step (alert_id, step)
    WHERE step IN ('acknowledged', 'closed')`.execute(db);
  await sql`
    CREATE TABLE service_targets (
      version integer PRIMARY KEY CHECK (version > 0),
      body jsonb NOT NULL,
      changed_at timestamptz(3) NOT NULL,
      changed_by text NOT NULL,
      reason text NOT NULL
    )`.execute(db);
  for (const table of [
    'monitoring_rule',
    'monitoring_reference',
    'monitoring_run',
    'alert_step',
    'service_targets',
  ]) {
    await sql`
      CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ${sql.table(table)}
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`.execute(db);
  }
}
