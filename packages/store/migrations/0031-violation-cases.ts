import { type Kysely, sql } from 'kysely';

/** What was suspected and waits for its plate, cases with the answers to them, challans and what happened to them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE violation_suspicion (
      observation_id uuid PRIMARY KEY,
      captured_at timestamptz(3) NOT NULL,
      taken_at timestamptz(3) NOT NULL
    )`.execute(db);
  await sql`CREATE INDEX violation_suspicion_by_time ON violation_suspicion (taken_at)`.execute(db);
  // What became of suspicions, by hour and camera: no vehicle is named.
  await sql`
    CREATE TABLE violation_intake (
      hour timestamptz(3) NOT NULL,
      camera_id uuid NOT NULL,
      kind text NOT NULL,
      outcome text NOT NULL,
      count integer NOT NULL CHECK (count > 0),
      PRIMARY KEY (hour, camera_id, kind, outcome)
    )`.execute(db);
  // Plate, observation and what belongs to them go when the evidence of a rejected case is destroyed.
  await sql`
    CREATE TABLE violation_case (
      id uuid PRIMARY KEY,
      site_id uuid NOT NULL REFERENCES site,
      camera_id uuid NOT NULL REFERENCES camera,
      kind text NOT NULL,
      state text NOT NULL CHECK (state IN ('for-review', 'second-look', 'held', 'confirmed', 'rejected')),
      occurred_at timestamptz(3) NOT NULL,
      opened_at timestamptz(3) NOT NULL,
      observation_id uuid NOT NULL UNIQUE,
      captured_at timestamptz(3) NOT NULL,
      permit_id uuid NOT NULL,
      software_version text NOT NULL,
      simulated boolean NOT NULL,
      -- Chosen by the case's number, so that nobody chooses.
      second_look boolean NOT NULL,
      plate text COLLATE "C",
      observation jsonb,
      reading jsonb,
      vehicle jsonb,
      registry jsonb,
      holds jsonb NOT NULL DEFAULT '[]',
      -- Reasons to hold that a supervisor has looked at.
      released_holds text[] NOT NULL DEFAULT '{}',
      decided_at timestamptz(3),
      reject_reason text,
      purged_at timestamptz(3),
      CHECK ((state IN ('confirmed', 'rejected')) = (decided_at IS NOT NULL)),
      CHECK ((state = 'rejected') = (reject_reason IS NOT NULL)),
      CHECK (purged_at IS NULL OR state = 'rejected'),
      CHECK ((plate IS NULL) = (purged_at IS NOT NULL)),
      CHECK ((observation IS NULL) = (purged_at IS NOT NULL)),
      CHECK ((reading IS NULL) = (purged_at IS NOT NULL)),
      CHECK ((vehicle IS NULL) = (purged_at IS NOT NULL))
    )`.execute(db);
  await sql`CREATE INDEX violation_case_queue ON violation_case (state, opened_at, id)`.execute(db);
  await sql`CREATE INDEX violation_case_of_plate ON violation_case (plate, occurred_at)`.execute(db);
  await sql`
    CREATE INDEX violation_case_to_purge ON violation_case (decided_at)
    WHERE state = 'rejected' AND purged_at IS NULL`.execute(db);
  await sql`
    CREATE TABLE violation_duplicate (
      observation_id uuid PRIMARY KEY,
      case_id uuid NOT NULL REFERENCES violation_case,
      captured_at timestamptz(3) NOT NULL,
      at timestamptz(3) NOT NULL
    )`.execute(db);
  await sql`CREATE INDEX violation_duplicate_of_case ON violation_duplicate (case_id)`.execute(db);
  await sql`
    CREATE TABLE violation_decision (
      id uuid PRIMARY KEY,
      case_id uuid NOT NULL REFERENCES violation_case,
      step text NOT NULL CHECK (step IN ('review', 'second-look', 'hold', 'server')),
      decision text NOT NULL CHECK (decision IN ('confirm', 'reject', 'hold', 'release')),
      reason text,
      note text NOT NULL,
      at timestamptz(3) NOT NULL,
      by_user text,
      by_name text,
      person text,
      CHECK ((by_user IS NULL) = (step = 'server')),
      CHECK ((person IS NULL) = (step = 'server'))
    )`.execute(db);
  await sql`CREATE INDEX violation_decision_of_case ON violation_decision (case_id, at)`.execute(db);
  await sql`CREATE INDEX violation_decision_by_time ON violation_decision (at)`.execute(db);
  await sql`
    CREATE TABLE challan (
      id uuid PRIMARY KEY,
      number text COLLATE "C" NOT NULL UNIQUE,
      case_id uuid NOT NULL UNIQUE REFERENCES violation_case,
      site_id uuid NOT NULL REFERENCES site,
      camera_id uuid NOT NULL REFERENCES camera,
      province text NOT NULL,
      plate text COLLATE "C" NOT NULL,
      kind text NOT NULL,
      state text NOT NULL CHECK (state IN ('issued', 'contested', 'upheld', 'overdue', 'paid', 'cancelled',
        'lapsed', 'refund-due', 'refunded')),
      money_held boolean NOT NULL,
      was_contested boolean NOT NULL,
      occurred_at timestamptz(3) NOT NULL,
      issued_at timestamptz(3) NOT NULL,
      law jsonb NOT NULL,
      amount integer NOT NULL CHECK (amount > 0),
      currency text NOT NULL,
      pay_by timestamptz(3) NOT NULL,
      contest_by timestamptz(3) NOT NULL,
      software_version text NOT NULL,
      cancel_cause text,
      simulated boolean NOT NULL,
      changed_at timestamptz(3) NOT NULL,
      CHECK ((cancel_cause IS NOT NULL) = (state IN ('cancelled', 'lapsed', 'refund-due', 'refunded')))
    )`.execute(db);
  await sql`CREATE INDEX challan_by_time ON challan (issued_at DESC, id DESC)`.execute(db);
  await sql`CREATE INDEX challan_of_plate ON challan (plate, issued_at DESC)`.execute(db);
  await sql`CREATE INDEX challan_of_camera ON challan (camera_id, software_version, occurred_at)`.execute(db);
  await sql`
    CREATE INDEX challan_to_pay ON challan (pay_by) WHERE state IN ('issued', 'upheld')`.execute(db);
  await sql`
    CREATE TABLE challan_event (
      id uuid PRIMARY KEY,
      challan_id uuid NOT NULL REFERENCES challan,
      at timestamptz(3) NOT NULL,
      event text NOT NULL,
      from_state text,
      to_state text NOT NULL,
      cause text,
      note text NOT NULL,
      by_user text,
      by_name text
    )`.execute(db);
  await sql`CREATE INDEX challan_event_of_challan ON challan_event (challan_id, at)`.execute(db);
  for (const table of ['violation_decision', 'challan_event'])
    await sql`
      CREATE TRIGGER kept BEFORE UPDATE OR DELETE OR TRUNCATE ON ${sql.table(table)}
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`.execute(db);
  for (const table of ['violation_case', 'challan'])
    await sql`
      CREATE TRIGGER kept BEFORE DELETE OR TRUNCATE ON ${sql.table(table)}
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`.execute(db);
}
