import { type Kysely, sql } from 'kysely';

/** Tickets about places: what is wrong there, who has to mend it until when, and pictures from before and after. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE civic_settings (
      version integer PRIMARY KEY CHECK (version > 0),
      body jsonb NOT NULL,
      changed_at timestamptz(3) NOT NULL,
      changed_by text NOT NULL,
      reason text NOT NULL
    )`.execute(db);
  await sql`
    CREATE TABLE civic_ticket (
      id uuid PRIMARY KEY,
      number text NOT NULL UNIQUE,
      site_id uuid NOT NULL REFERENCES site,
      kind text NOT NULL CHECK
        (kind IN ('waste-heap', 'blocked-footpath', 'dead-street-light', 'standing-water', 'other')),
      state text NOT NULL CHECK (state IN ('suggested', 'open', 'sent', 'done', 'closed', 'dismissed')),
      -- A camera that is removed does not take the place with it.
      camera_id uuid REFERENCES camera ON DELETE SET NULL,
      rule_id uuid,
      alert_id uuid UNIQUE,
      longitude double precision NOT NULL CHECK (longitude BETWEEN -180 AND 180),
      latitude double precision NOT NULL CHECK (latitude BETWEEN -90 AND 90),
      place text NOT NULL CHECK (place <> ''),
      note text NOT NULL,
      department text,
      sent_at timestamptz(3),
      due_at timestamptz(3),
      opened_at timestamptz(3) NOT NULL,
      opened_by text NOT NULL,
      opened_by_name text NOT NULL,
      done_at timestamptz(3),
      ended_at timestamptz(3),
      simulated boolean NOT NULL,
      CHECK ((alert_id IS NULL) = (rule_id IS NULL)),
      CHECK ((department IS NULL) = (due_at IS NULL)),
      CHECK ((department IS NULL) = (sent_at IS NULL)),
      CHECK (state NOT IN ('sent', 'done', 'closed') OR department IS NOT NULL),
      CHECK (state NOT IN ('done', 'closed') OR done_at IS NOT NULL),
      CHECK ((state IN ('closed', 'dismissed')) = (ended_at IS NOT NULL))
    )`.execute(db);
  await sql`CREATE INDEX civic_ticket_by_time ON civic_ticket (opened_at DESC, id DESC)`.execute(db);
  await sql`CREATE INDEX civic_ticket_due ON civic_ticket (due_at) WHERE state = 'sent'`.execute(db);
  // One rule does not suggest the same heap twice while somebody works on it.
  await sql`
    CREATE UNIQUE INDEX civic_ticket_of_rule ON civic_ticket (rule_id)
    WHERE rule_id IS NOT NULL AND state NOT IN ('closed', 'dismissed')`.execute(db);
  await sql`
    CREATE TABLE civic_picture (
      id uuid PRIMARY KEY,
      ticket_id uuid NOT NULL REFERENCES civic_ticket,
      moment text NOT NULL CHECK (moment IN ('before', 'after')),
      source text NOT NULL CHECK (source IN ('alert', 'camera', 'upload')),
      -- Of the masked version: nothing bare is kept.
      object_digest bytea NOT NULL CHECK (length(object_digest) = 32),
      bytes integer NOT NULL CHECK (bytes > 0),
      taken_at timestamptz(3),
      added_at timestamptz(3) NOT NULL,
      added_by_name text NOT NULL
    )`.execute(db);
  await sql`CREATE INDEX civic_picture_of_ticket ON civic_picture (ticket_id, id)`.execute(db);
  await sql`CREATE INDEX civic_picture_of_object ON civic_picture (object_digest)`.execute(db);
  await sql`
    CREATE TABLE civic_step (
      id uuid PRIMARY KEY,
      ticket_id uuid NOT NULL REFERENCES civic_ticket,
      step text NOT NULL,
      from_state text,
      to_state text NOT NULL,
      note text NOT NULL,
      department text,
      due_at timestamptz(3),
      at timestamptz(3) NOT NULL,
      by_user text NOT NULL,
      by_name text NOT NULL
    )`.execute(db);
  await sql`CREATE INDEX civic_step_of_ticket ON civic_step (ticket_id, id)`.execute(db);
  for (const table of ['civic_ticket', 'civic_step'])
    await sql`
      CREATE TRIGGER kept BEFORE DELETE OR TRUNCATE ON ${sql.table(table)}
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`.execute(db);
}
