import { type Kysely, sql } from 'kysely';

/** The tables of better-auth 1.7 with its `username` plugin, as its own `getSchema` describes them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE "user" (
      id text PRIMARY KEY,
      name text NOT NULL,
      email text NOT NULL UNIQUE,
      "emailVerified" boolean NOT NULL,
      image text,
      "createdAt" timestamptz(3) NOT NULL DEFAULT now(),
      "updatedAt" timestamptz(3) NOT NULL DEFAULT now(),
      username text UNIQUE,
      "displayUsername" text,
      role text NOT NULL,
      "mustChangePassword" boolean NOT NULL
    )`.execute(db);
  await sql`
    CREATE TABLE session (
      id text PRIMARY KEY,
      "expiresAt" timestamptz(3) NOT NULL,
      token text NOT NULL UNIQUE,
      "createdAt" timestamptz(3) NOT NULL DEFAULT now(),
      "updatedAt" timestamptz(3) NOT NULL DEFAULT now(),
      "ipAddress" text,
      "userAgent" text,
      "userId" text NOT NULL REFERENCES "user" ON DELETE CASCADE
    )`.execute(db);
  await sql`CREATE INDEX session_of_user ON session ("userId")`.execute(db);
  await sql`
    CREATE TABLE account (
      id text PRIMARY KEY,
      "accountId" text NOT NULL,
      "providerId" text NOT NULL,
      "userId" text NOT NULL REFERENCES "user" ON DELETE CASCADE,
      "accessToken" text,
      "refreshToken" text,
      "idToken" text,
      "accessTokenExpiresAt" timestamptz(3),
      "refreshTokenExpiresAt" timestamptz(3),
      scope text,
      password text,
      "createdAt" timestamptz(3) NOT NULL DEFAULT now(),
      "updatedAt" timestamptz(3) NOT NULL DEFAULT now()
    )`.execute(db);
  await sql`CREATE INDEX account_of_user ON account ("userId")`.execute(db);
  await sql`
    CREATE TABLE verification (
      id text PRIMARY KEY,
      identifier text NOT NULL,
      value text NOT NULL,
      "expiresAt" timestamptz(3) NOT NULL,
      "createdAt" timestamptz(3) NOT NULL DEFAULT now(),
      "updatedAt" timestamptz(3) NOT NULL DEFAULT now()
    )`.execute(db);
  await sql`CREATE INDEX verification_of_identifier ON verification (identifier)`.execute(db);
}
