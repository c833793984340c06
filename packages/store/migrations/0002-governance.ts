import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE ai_system (
      id text PRIMARY KEY,
      version text NOT NULL,
      definition jsonb NOT NULL,
      stage text NOT NULL,
      suspended_at timestamptz(3),
      suspended_by text,
      suspended_reason text,
      registered_at timestamptz(3) NOT NULL,
      CHECK (num_nonnulls(suspended_at, suspended_by, suspended_reason) IN (0, 3))
    )`.execute(db);
  await sql`
    CREATE TABLE configuration (
      digest bytea PRIMARY KEY CHECK (length(digest) = 32),
      system_id text NOT NULL REFERENCES ai_system,
      version text NOT NULL,
      thresholds jsonb NOT NULL,
      settings jsonb NOT NULL,
      registered_at timestamptz(3) NOT NULL
    )`.execute(db);
  await sql`
    CREATE TABLE impact_assessment (
      id uuid PRIMARY KEY,
      system_id text NOT NULL REFERENCES ai_system,
      at timestamptz(3) NOT NULL,
      statement text NOT NULL,
      demo boolean NOT NULL,
      status text NOT NULL CHECK (status IN ('draft', 'approved', 'rejected')),
      expires_at timestamptz(3) NOT NULL
    )`.execute(db);
  await sql`CREATE INDEX impact_assessment_of_system ON impact_assessment (system_id, at)`.execute(db);
  // `models` is [{id, digest}]: a decision or a test holds for exactly one combination.
  await sql`
    CREATE TABLE approval (
      id uuid PRIMARY KEY,
      system_id text NOT NULL REFERENCES ai_system,
      at timestamptz(3) NOT NULL,
      statement text NOT NULL,
      demo boolean NOT NULL,
      models jsonb NOT NULL,
      configuration_digest bytea NOT NULL CHECK (length(configuration_digest) = 32),
      account text NOT NULL,
      person text NOT NULL,
      name text NOT NULL,
      role text NOT NULL
    )`.execute(db);
  await sql`CREATE INDEX approval_of_system ON approval (system_id, at)`.execute(db);
  await sql`
    CREATE TABLE validation_result (
      id uuid PRIMARY KEY,
      system_id text NOT NULL REFERENCES ai_system,
      at timestamptz(3) NOT NULL,
      statement text NOT NULL,
      demo boolean NOT NULL,
      models jsonb NOT NULL,
      configuration_digest bytea NOT NULL CHECK (length(configuration_digest) = 32),
      passed boolean NOT NULL,
      results jsonb NOT NULL
    )`.execute(db);
  await sql`CREATE INDEX validation_result_of_system ON validation_result (system_id, at)`.execute(db);
  await sql`
    CREATE TABLE model (
      digest bytea PRIMARY KEY CHECK (length(digest) = 32),
      id text NOT NULL,
      title text NOT NULL,
      licence text NOT NULL,
      source text NOT NULL,
      registered_at timestamptz(3) NOT NULL
    )`.execute(db);
  await sql`
    CREATE TABLE permit (
      id uuid PRIMARY KEY,
      system_id text NOT NULL REFERENCES ai_system,
      claims jsonb NOT NULL,
      token text NOT NULL,
      issued_at timestamptz(3) NOT NULL,
      expires_at timestamptz(3) NOT NULL,
      approval_ids uuid[] NOT NULL,
      impact_assessment_id uuid REFERENCES impact_assessment,
      revoked_at timestamptz(3),
      revoked_reason text,
      CHECK ((revoked_at IS NULL) = (revoked_reason IS NULL))
    )`.execute(db);
  await sql`CREATE INDEX permit_of_system ON permit (system_id, expires_at)`.execute(db);
  await sql`CREATE INDEX permit_by_expiry ON permit (expires_at)`.execute(db);
  await sql`
    CREATE TABLE denial (
      id uuid PRIMARY KEY,
      system text NOT NULL,
      camera_id uuid,
      at timestamptz(3) NOT NULL,
      permit_id uuid,
      model_digest bytea,
      code text NOT NULL,
      reason text NOT NULL
    )`.execute(db);
  await sql`CREATE INDEX denial_by_time ON denial (at)`.execute(db);
}
