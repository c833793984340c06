import { type Kysely, sql } from 'kysely';

/** Possible matches of faces, what people answered, and the numbers that stay when a match is deleted. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // A match goes with its product, however that is deleted: with everything of an authorisation, or by itself.
  await sql`
    CREATE TABLE face_match (
      id uuid PRIMARY KEY,
      product_id uuid NOT NULL UNIQUE REFERENCES face_product ON DELETE CASCADE,
      crop_product_id uuid NOT NULL,
      picture_product_id uuid NOT NULL,
      authorisation_id uuid NOT NULL REFERENCES face_authorisation,
      watchlist_id uuid NOT NULL REFERENCES watchlist,
      entry_id uuid NOT NULL,
      picture_id uuid NOT NULL,
      site_id uuid NOT NULL REFERENCES site,
      camera_id uuid NOT NULL REFERENCES camera,
      captured_at timestamptz(3) NOT NULL,
      raised_at timestamptz(3) NOT NULL,
      simulated boolean NOT NULL,
      light text NOT NULL CHECK (light IN ('day', 'night')),
      state text NOT NULL CHECK (state IN ('possible', 'disputed', 'confirmed', 'rejected')),
      decided_at timestamptz(3),
      CHECK ((state IN ('confirmed', 'rejected')) = (decided_at IS NOT NULL))
    )`.execute(db);
  await sql`CREATE INDEX face_match_by_state ON face_match (state, id DESC)`.execute(db);
  await sql`CREATE INDEX face_match_of_authorisation ON face_match (authorisation_id)`.execute(db);
  await sql`
    CREATE INDEX face_match_rejected ON face_match (decided_at) WHERE state = 'rejected'`.execute(db);
  // One word of each person, and one of a supervisor.
  await sql`
    CREATE TABLE face_match_answer (
      id uuid PRIMARY KEY,
      match_id uuid NOT NULL REFERENCES face_match ON DELETE CASCADE,
      role text NOT NULL CHECK (role IN ('review', 'ruling')),
      answer text NOT NULL CHECK (answer IN ('same-person', 'different-person', 'cannot-tell')),
      note text NOT NULL,
      at timestamptz(3) NOT NULL,
      by_user text NOT NULL,
      by_name text NOT NULL,
      by_person text NOT NULL CHECK (by_person <> ''),
      UNIQUE (match_id, by_person)
    )`.execute(db);
  await sql`
    CREATE UNIQUE INDEX face_match_ruling ON face_match_answer (match_id) WHERE role = 'ruling'`.execute(db);
  // What was observed goes with the match: nothing of it is left in the table of all observations.
  await sql`
    CREATE FUNCTION forget_face_observation() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      DELETE FROM observation WHERE captured_at = OLD.captured_at AND id = OLD.id;
      RETURN NULL;
    END $$`.execute(db);
  await sql`
    CREATE TRIGGER forgotten AFTER DELETE ON face_match
    FOR EACH ROW EXECUTE FUNCTION forget_face_observation()`.execute(db);
  await sql`
    CREATE TABLE face_picture_feedback (
      picture_id uuid PRIMARY KEY REFERENCES watchlist_picture ON DELETE CASCADE,
      confirmed integer NOT NULL DEFAULT 0,
      rejected integer NOT NULL DEFAULT 0
    )`.execute(db);
  await sql`
    CREATE TABLE face_searched (
      id uuid PRIMARY KEY,
      authorisation_id uuid NOT NULL REFERENCES face_authorisation,
      watchlist_id uuid NOT NULL REFERENCES watchlist,
      site_id uuid NOT NULL REFERENCES site,
      camera_id uuid NOT NULL REFERENCES camera,
      hour timestamptz(3) NOT NULL,
      light text NOT NULL CHECK (light IN ('day', 'night')),
      simulated boolean NOT NULL,
      faces integer NOT NULL CHECK (faces > 0)
    )`.execute(db);
  await sql`CREATE INDEX face_searched_by_hour ON face_searched (hour)`.execute(db);
  // Numbers alone, by the day (UTC) on which matches were raised.
  await sql`
    CREATE TABLE face_match_tally (
      day date NOT NULL,
      camera_id uuid NOT NULL REFERENCES camera,
      site_id uuid NOT NULL REFERENCES site,
      watchlist_id uuid NOT NULL REFERENCES watchlist,
      light text NOT NULL CHECK (light IN ('day', 'night')),
      simulated boolean NOT NULL,
      raised integer NOT NULL DEFAULT 0,
      confirmed integer NOT NULL DEFAULT 0,
      rejected integer NOT NULL DEFAULT 0,
      deleted integer NOT NULL DEFAULT 0,
      confirmed_in_time integer NOT NULL DEFAULT 0,
      rejected_in_time integer NOT NULL DEFAULT 0,
      PRIMARY KEY (day, camera_id, watchlist_id, light, simulated)
    )`.execute(db);
  // Whatever deletes a match that nobody has decided on, it is counted.
  await sql`
    CREATE FUNCTION count_deleted_face_match() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      UPDATE face_match_tally SET deleted = deleted + 1
      WHERE OLD.state IN ('possible', 'disputed')
        AND day = (OLD.raised_at AT TIME ZONE 'UTC')::date AND camera_id = OLD.camera_id
        AND watchlist_id = OLD.watchlist_id AND light = OLD.light AND simulated = OLD.simulated;
      RETURN NULL;
    END $$`.execute(db);
  await sql`
    CREATE TRIGGER counted AFTER DELETE ON face_match
    FOR EACH ROW EXECUTE FUNCTION count_deleted_face_match()`.execute(db);
  await sql`
    CREATE TABLE face_audit_set (
      id uuid PRIMARY KEY,
      body jsonb NOT NULL,
      digest bytea NOT NULL CHECK (length(digest) = 32),
      uploaded_at timestamptz(3) NOT NULL,
      uploaded_by text NOT NULL
    )`.execute(db);
  await sql`
    CREATE TABLE face_match_retention_run (
      id uuid PRIMARY KEY,
      started_at timestamptz(3) NOT NULL,
      finished_at timestamptz(3) NOT NULL,
      before timestamptz(3) NOT NULL,
      deleted integer NOT NULL,
      abandoned integer NOT NULL
    )`.execute(db);
  for (const table of ['face_searched', 'face_audit_set', 'face_match_retention_run']) {
    await sql`
      CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ${sql.table(table)}
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`.execute(db);
  }
}
