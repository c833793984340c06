import { type Kysely, sql } from 'kysely';

/** Emergency calls as dispatch systems tell of them, where they come from, and the weekly reports of the service. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE call_source (
      id uuid PRIMARY KEY,
      name text NOT NULL UNIQUE,
      kind text NOT NULL CHECK (kind IN ('feed', 'file')),
      -- Null: every site.
      site_ids uuid[],
      simulated boolean NOT NULL,
      -- Of the token that a feed shows; files have none.
      token_digest bytea CHECK (length(token_digest) = 32),
      created_at timestamptz(3) NOT NULL,
      created_by text NOT NULL,
      revoked_at timestamptz(3),
      heard_at timestamptz(3),
      CHECK ((kind = 'feed') = (token_digest IS NOT NULL))
    )`.execute(db);
  // There is no column for a caller, a number, a name, words or a recording, and none may be added.
  await sql`
    CREATE TABLE service_call (
      source_id uuid NOT NULL REFERENCES call_source,
      call_id text COLLATE "C" NOT NULL,
      site_id uuid REFERENCES site,
      station text,
      kind text,
      priority smallint CHECK (priority BETWEEN 1 AND 5),
      unit_kind text,
      -- Rounded to thousandths of a degree before it comes here.
      longitude double precision,
      latitude double precision,
      received_at timestamptz(3),
      dispatched_at timestamptz(3),
      arrived_at timestamptz(3),
      closed_at timestamptz(3),
      -- When each field was said, in milliseconds since 1970: the latest counts.
      said jsonb NOT NULL,
      first_heard_at timestamptz(3) NOT NULL,
      simulated boolean NOT NULL,
      PRIMARY KEY (source_id, call_id),
      CHECK ((longitude IS NULL) = (latitude IS NULL))
    )`.execute(db);
  await sql`CREATE INDEX service_call_by_time ON service_call (received_at)`.execute(db);
  await sql`
    CREATE TABLE call_contradiction (
      source_id uuid NOT NULL,
      call_id text COLLATE "C" NOT NULL,
      field text NOT NULL,
      -- What was said besides the value that counts.
      value timestamptz(3) NOT NULL,
      said_at timestamptz(3) NOT NULL,
      noticed_at timestamptz(3) NOT NULL,
      PRIMARY KEY (source_id, call_id, field, value),
      FOREIGN KEY (source_id, call_id) REFERENCES service_call
    )`.execute(db);
  await sql`
    CREATE TABLE call_feed_hour (
      source_id uuid NOT NULL REFERENCES call_source,
      hour timestamptz(3) NOT NULL,
      batches integer NOT NULL,
      reports integer NOT NULL,
      -- This server's clock less the sender's, the way included.
      least_lag_ms bigint NOT NULL,
      most_lag_ms bigint NOT NULL,
      PRIMARY KEY (source_id, hour)
    )`.execute(db);
  await sql`
    CREATE TABLE call_import (
      id uuid PRIMARY KEY,
      source_id uuid NOT NULL REFERENCES call_source,
      file_name text NOT NULL,
      digest bytea NOT NULL CHECK (length(digest) = 32),
      mapping jsonb NOT NULL,
      lines integer NOT NULL,
      taken jsonb NOT NULL,
      imported_at timestamptz(3) NOT NULL,
      imported_by text NOT NULL
    )`.execute(db);
  await sql`
    CREATE TABLE service_report (
      id uuid PRIMARY KEY,
      from_at timestamptz(3) NOT NULL,
      to_at timestamptz(3) NOT NULL,
      simulated boolean NOT NULL,
      made_at timestamptz(3) NOT NULL,
      digest bytea NOT NULL CHECK (length(digest) = 32),
      bytes integer NOT NULL CHECK (bytes > 0),
      alerts integer NOT NULL,
      calls integer NOT NULL,
      -- However often servers start, and however many there are, a week has one.
      UNIQUE (from_at, simulated)
    )`.execute(db);
}
