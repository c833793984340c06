import { type Kysely, sql } from 'kysely';

/** Cases and the purposes stated for them, and what is needed to say later who could do what on a day. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE case_file (
      id uuid PRIMARY KEY,
      ordinal integer NOT NULL UNIQUE,
      title text NOT NULL,
      site_id uuid NOT NULL REFERENCES site,
      opened_at timestamptz(3) NOT NULL,
      opened_by text NOT NULL,
      closed_at timestamptz(3),
      demo boolean NOT NULL
    )`.execute(db);
  await sql`
    CREATE TABLE case_member (
      case_id uuid NOT NULL REFERENCES case_file,
      user_id text NOT NULL REFERENCES "user",
      since timestamptz(3) NOT NULL,
      PRIMARY KEY (case_id, user_id)
    )`.execute(db);
  await sql`CREATE INDEX case_of_member ON case_member (user_id)`.execute(db);
  await sql`
    CREATE TABLE case_alert (
      case_id uuid NOT NULL REFERENCES case_file,
      alert_id uuid NOT NULL REFERENCES alert,
      attached_at timestamptz(3) NOT NULL,
      attached_by text NOT NULL,
      PRIMARY KEY (case_id, alert_id)
    )`.execute(db);
  await sql`CREATE INDEX case_of_alert ON case_alert (alert_id)`.execute(db);
  await sql`
    CREATE TABLE stated_purpose (
      id uuid PRIMARY KEY,
      case_id uuid NOT NULL REFERENCES case_file,
      user_id text NOT NULL REFERENCES "user",
      purpose text NOT NULL,
      statement text NOT NULL,
      at timestamptz(3) NOT NULL,
      expires_at timestamptz(3) NOT NULL
    )`.execute(db);

  await sql`
    CREATE TABLE policy_text (
      digest bytea PRIMARY KEY CHECK (length(digest) = 32),
      body jsonb NOT NULL
    )`.execute(db);
  await sql`
    CREATE TABLE policy_in_force (
      id uuid PRIMARY KEY,
      since timestamptz(3) NOT NULL,
      digest bytea NOT NULL REFERENCES policy_text
    )`.execute(db);
  await sql`
    CREATE TABLE user_history (
      id uuid PRIMARY KEY,
      user_id text NOT NULL,
      since timestamptz(3) NOT NULL,
      username text NOT NULL,
      name text NOT NULL,
      role text NOT NULL,
      person text NOT NULL,
      sites text NOT NULL,
      disabled boolean NOT NULL
    )`.execute(db);
  await sql`CREATE INDEX history_of_user ON user_history (user_id, since)`.execute(db);
  // Who there was before histories were kept has one line: as they are now.
  await sql`
    INSERT INTO user_history (id, user_id, since, username, name, role, person, sites, disabled)
    SELECT gen_random_uuid(), id, "createdAt", coalesce(username, id), name, role, person, sites,
      "disabledAt" IS NOT NULL
    FROM "user"`.execute(db);
  for (const table of ['stated_purpose', 'policy_text', 'policy_in_force', 'user_history']) {
    await sql`
      CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ${sql.table(table)}
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`.execute(db);
  }
}
