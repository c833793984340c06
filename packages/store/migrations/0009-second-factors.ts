import { type Kysely, sql } from 'kysely';

/** How people prove who they are beyond a password, and what is known of their sessions. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`ALTER TABLE "user" ADD COLUMN "secondFactor" boolean NOT NULL DEFAULT false`.execute(db);
  await sql`
    ALTER TABLE session
      ADD COLUMN method text NOT NULL DEFAULT 'password',
      ADD COLUMN "lastSeenAt" timestamptz(3) NOT NULL DEFAULT now(),
      ADD COLUMN "steppedUpAt" timestamptz(3)`.execute(db);
  await sql`
    CREATE TABLE totp_secret (
      user_id text PRIMARY KEY REFERENCES "user" ON DELETE CASCADE,
      sealed bytea NOT NULL,
      created_at timestamptz(3) NOT NULL,
      confirmed_at timestamptz(3),
      last_step bigint NOT NULL DEFAULT 0
    )`.execute(db);
  await sql`
    CREATE TABLE recovery_code (
      user_id text NOT NULL REFERENCES "user" ON DELETE CASCADE,
      digest bytea NOT NULL,
      created_at timestamptz(3) NOT NULL,
      used_at timestamptz(3),
      PRIMARY KEY (user_id, digest)
    )`.execute(db);
  await sql`
    CREATE TABLE passkey (
      id text PRIMARY KEY,
      user_id text NOT NULL REFERENCES "user" ON DELETE CASCADE,
      name text NOT NULL,
      public_key bytea NOT NULL,
      counter bigint NOT NULL,
      transports text NOT NULL,
      backed_up boolean NOT NULL,
      created_at timestamptz(3) NOT NULL,
      last_used_at timestamptz(3)
    )`.execute(db);
  await sql`CREATE INDEX passkey_of_user ON passkey (user_id)`.execute(db);
  await sql`
    CREATE TABLE identity_challenge (
      digest bytea PRIMARY KEY,
      purpose text NOT NULL,
      user_id text REFERENCES "user" ON DELETE CASCADE,
      attempts integer NOT NULL DEFAULT 0,
      expires_at timestamptz(3) NOT NULL
    )`.execute(db);
  await sql`CREATE INDEX identity_challenge_expiry ON identity_challenge (expires_at)`.execute(db);
  await sql`
    CREATE TABLE sign_in_throttle (
      key bytea PRIMARY KEY,
      failures integer NOT NULL,
      failed_at timestamptz(3) NOT NULL,
      blocked_until timestamptz(3) NOT NULL
    )`.execute(db);
}
