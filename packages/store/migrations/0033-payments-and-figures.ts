import { type Kysely, sql } from 'kysely';

/** Notices, money that comes and goes back, challans cancelled by the thousand, cameras that stopped, figures of months. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE challan_notice (
      challan_id uuid PRIMARY KEY REFERENCES challan,
      digest bytea NOT NULL CHECK (length(digest) = 32),
      bytes integer NOT NULL CHECK (bytes > 0),
      made_at timestamptz(3) NOT NULL
    )`.execute(db);
  await sql`
    CREATE TABLE payment_bill (
      challan_id uuid PRIMARY KEY REFERENCES challan,
      reference text COLLATE "C" NOT NULL UNIQUE CHECK (reference ~ '^[0-9]{18}$'),
      opened_at timestamptz(3) NOT NULL
    )`.execute(db);
  await sql`
    CREATE TABLE payment (
      id uuid PRIMARY KEY,
      gateway text NOT NULL,
      gateway_payment_id text COLLATE "C" NOT NULL,
      reference text NOT NULL,
      challan_id uuid REFERENCES challan,
      amount integer NOT NULL CHECK (amount > 0),
      currency text NOT NULL,
      paid_at timestamptz(3) NOT NULL,
      received_at timestamptz(3) NOT NULL,
      standing text NOT NULL CHECK (standing IN ('settles', 'part', 'held', 'surplus', 'not-owed',
        'unknown-reference')),
      test boolean NOT NULL,
      -- Of the gateway's message as it was signed.
      message_digest bytea NOT NULL CHECK (length(message_digest) = 32),
      -- However often it is told, money counts once.
      UNIQUE (gateway, gateway_payment_id),
      CHECK ((challan_id IS NULL) = (standing = 'unknown-reference'))
    )`.execute(db);
  await sql`CREATE INDEX payment_of_challan ON payment (challan_id)`.execute(db);
  await sql`CREATE INDEX payment_by_time ON payment (received_at DESC, id DESC)`.execute(db);
  await sql`CREATE INDEX payment_of_day ON payment (gateway, paid_at)`.execute(db);
  await sql`
    CREATE TABLE refund (
      id uuid PRIMARY KEY,
      payment_id uuid NOT NULL REFERENCES payment,
      challan_id uuid REFERENCES challan,
      gateway text NOT NULL,
      amount integer NOT NULL CHECK (amount > 0),
      cause text NOT NULL CHECK (cause IN ('cancelled', 'lapsed', 'surplus', 'not-owed', 'unknown-reference')),
      state text NOT NULL CHECK (state IN ('due', 'sent', 'done', 'failed')),
      due_at timestamptz(3) NOT NULL,
      -- When the gateway is asked next, while it is due or sent.
      next_at timestamptz(3) NOT NULL,
      attempts integer NOT NULL DEFAULT 0,
      problem text,
      done_at timestamptz(3),
      CHECK ((state = 'done') = (done_at IS NOT NULL))
    )`.execute(db);
  await sql`CREATE INDEX refund_of_challan ON refund (challan_id)`.execute(db);
  await sql`CREATE INDEX refund_of_payment ON refund (payment_id)`.execute(db);
  await sql`CREATE INDEX refund_to_ask ON refund (next_at) WHERE state IN ('due', 'sent')`.execute(db);
  await sql`
    CREATE TABLE reconciliation (
      id uuid PRIMARY KEY,
      gateway text NOT NULL,
      day text NOT NULL CHECK (day ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'),
      at timestamptz(3) NOT NULL,
      by_name text NOT NULL,
      agrees integer NOT NULL,
      differences jsonb NOT NULL,
      here bigint NOT NULL,
      there bigint NOT NULL
    )`.execute(db);
  await sql`CREATE INDEX reconciliation_by_time ON reconciliation (at DESC)`.execute(db);
  await sql`
    CREATE TABLE bulk_cancel (
      id uuid PRIMARY KEY,
      site_id uuid NOT NULL REFERENCES site,
      camera_id uuid NOT NULL REFERENCES camera,
      -- Null: whatever software it was.
      software_version text,
      from_at timestamptz(3) NOT NULL,
      to_at timestamptz(3) NOT NULL CHECK (to_at > from_at),
      reason jsonb NOT NULL,
      state text NOT NULL CHECK (state IN ('asked', 'refused', 'running', 'done')),
      preview jsonb NOT NULL,
      asked_at timestamptz(3) NOT NULL,
      asked_by text NOT NULL,
      asked_by_name text NOT NULL,
      asked_person text NOT NULL CHECK (asked_person <> ''),
      decided_at timestamptz(3),
      decided_by text,
      decided_by_name text,
      decided_person text,
      decision_note text,
      ended_at timestamptz(3),
      CHECK (decided_person IS NULL OR decided_person <> asked_person),
      CHECK ((state = 'asked') = (decided_at IS NULL)),
      CHECK ((decided_at IS NULL) = (decided_person IS NULL)),
      CHECK ((state IN ('refused', 'done')) = (ended_at IS NOT NULL))
    )`.execute(db);
  await sql`CREATE INDEX bulk_cancel_by_time ON bulk_cancel (asked_at DESC, id DESC)`.execute(db);
  // Exactly the challans that the second person approved; a row changes in the transaction that cancels its challan.
  await sql`
    CREATE TABLE bulk_cancel_item (
      bulk_cancel_id uuid NOT NULL REFERENCES bulk_cancel,
      challan_id uuid NOT NULL REFERENCES challan,
      state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'cancelled', 'skipped')),
      amount integer NOT NULL,
      refund_amount integer NOT NULL DEFAULT 0,
      PRIMARY KEY (bulk_cancel_id, challan_id)
    )`.execute(db);
  await sql`
    CREATE INDEX bulk_cancel_item_waiting ON bulk_cancel_item (bulk_cancel_id, challan_id)
    WHERE state = 'waiting'`.execute(db);
  await sql`CREATE INDEX bulk_cancel_item_of_challan ON bulk_cancel_item (challan_id)`.execute(db);
  await sql`
    CREATE TABLE enforcement_suspension (
      id uuid PRIMARY KEY,
      camera_id uuid NOT NULL REFERENCES camera,
      at timestamptz(3) NOT NULL,
      rate jsonb NOT NULL,
      rate_limit double precision NOT NULL,
      ended_at timestamptz(3)
    )`.execute(db);
  // A camera is suspended once at a time.
  await sql`
    CREATE UNIQUE INDEX enforcement_suspension_in_force ON enforcement_suspension (camera_id)
    WHERE ended_at IS NULL`.execute(db);
  await sql`
    CREATE TABLE enforcement_suspension_lift (
      suspension_id uuid NOT NULL REFERENCES enforcement_suspension,
      role text NOT NULL CHECK (role IN ('supervisor', 'governance-officer')),
      at timestamptz(3) NOT NULL,
      by_user text NOT NULL,
      by_name text NOT NULL,
      person text NOT NULL CHECK (person <> ''),
      note text NOT NULL,
      PRIMARY KEY (suspension_id, role),
      -- Two different people, whatever accounts they use.
      UNIQUE (suspension_id, person)
    )`.execute(db);
  // What was published of a closed month stays as it was published.
  await sql`
    CREATE TABLE violation_month (
      month text PRIMARY KEY CHECK (month ~ '^[0-9]{4}-[0-9]{2}$'),
      published jsonb NOT NULL,
      made_at timestamptz(3) NOT NULL
    )`.execute(db);
  await sql`
    CREATE INDEX challan_fallen ON challan (changed_at)
    WHERE state IN ('cancelled', 'lapsed', 'refund-due')`.execute(db);
  await sql`CREATE INDEX challan_event_by_time ON challan_event (at, event)`.execute(db);
  for (const table of ['payment', 'reconciliation', 'enforcement_suspension_lift', 'violation_month'])
    await sql`
      CREATE TRIGGER kept BEFORE UPDATE OR DELETE OR TRUNCATE ON ${sql.table(table)}
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`.execute(db);
  for (const table of [
    'refund',
    'bulk_cancel',
    'bulk_cancel_item',
    'enforcement_suspension',
    'challan_notice',
  ])
    await sql`
      CREATE TRIGGER kept BEFORE DELETE OR TRUNCATE ON ${sql.table(table)}
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`.execute(db);
}
