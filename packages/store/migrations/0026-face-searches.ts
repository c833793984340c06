import { type Kysely, sql } from 'kysely';

/** Searches with a picture after the event: that they took place, how often, and matches that no camera saw. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE face_search (
      id uuid PRIMARY KEY,
      authorisation_id uuid NOT NULL REFERENCES face_authorisation,
      case_id uuid NOT NULL REFERENCES case_file,
      site_id uuid NOT NULL REFERENCES site,
      watchlist_id uuid NOT NULL REFERENCES watchlist,
      purpose_id uuid NOT NULL,
      at timestamptz(3) NOT NULL,
      by_user text NOT NULL,
      by_name text NOT NULL,
      reason text NOT NULL,
      source text NOT NULL,
      lawfulness text NOT NULL,
      taken_at timestamptz(3) NOT NULL,
      place text NOT NULL,
      list_revision bigint NOT NULL,
      list_size integer NOT NULL CHECK (list_size > 0),
      threshold double precision NOT NULL,
      false_matches double precision NOT NULL,
      permit_id uuid NOT NULL,
      model_digest bytea NOT NULL CHECK (length(model_digest) = 32),
      configuration_digest bytea NOT NULL CHECK (length(configuration_digest) = 32),
      found integer NOT NULL CHECK (found >= 0),
      salt bytea NOT NULL CHECK (length(salt) = 32),
      results bytea[] NOT NULL
    )`.execute(db);
  await sql`CREATE INDEX face_search_of_authorisation ON face_search (authorisation_id, id DESC)`.execute(db);
  await sql`
    CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON face_search
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`.execute(db);
  // What was begun, found or not: a limit that forgets is none.
  await sql`
    CREATE TABLE face_search_charge (
      id uuid PRIMARY KEY,
      kind text NOT NULL CHECK (kind IN ('look', 'search')),
      authorisation_id uuid NOT NULL REFERENCES face_authorisation,
      person text NOT NULL CHECK (person <> ''),
      at timestamptz(3) NOT NULL
    )`.execute(db);
  await sql`CREATE INDEX face_search_charge_by_time ON face_search_charge (at)`.execute(db);

  await sql`
    ALTER TABLE face_match
      ALTER camera_id DROP NOT NULL,
      ADD search_id uuid REFERENCES face_search,
      ADD salt bytea CHECK (length(salt) = 32),
      ADD CONSTRAINT face_match_found_by CHECK (
        (camera_id IS NULL) = (search_id IS NOT NULL) AND (search_id IS NULL) = (salt IS NULL))`.execute(db);
  await sql`CREATE INDEX face_match_of_search ON face_match (search_id) WHERE search_id IS NOT NULL`.execute(
    db,
  );
  // What such a match says. It may be of a day of which observations are long deleted, and goes with the match alone.
  await sql`CREATE TABLE face_search_observation (LIKE observation)`.execute(db);
  await sql`
    ALTER TABLE face_search_observation ALTER camera_id DROP NOT NULL, ADD CHECK (camera_id IS NULL),
      ADD PRIMARY KEY (id), ADD FOREIGN KEY (id) REFERENCES face_match ON DELETE CASCADE`.execute(db);
  // What matches say, whatever found them.
  const columns = sql`captured_at, id, system, kind, site_id, camera_id, clock_offset_ms, simulated, permit_id,
    model_digest, configuration_digest, frame_digest, rule_id, rule_version, object_class, body`;
  await sql`
    CREATE VIEW face_match_observation AS
    SELECT ${columns} FROM observation UNION ALL SELECT ${columns} FROM face_search_observation`.execute(db);
  await sql`ALTER TABLE face_searched ALTER camera_id DROP NOT NULL`.execute(db);
  // Numbers without a camera are those of pictures after the event.
  await sql`
    ALTER TABLE face_match_tally DROP CONSTRAINT face_match_tally_pkey, ALTER camera_id DROP NOT NULL`.execute(
    db,
  );
  await sql`
    CREATE UNIQUE INDEX face_match_tally_key ON face_match_tally (day, camera_id, site_id, watchlist_id, light, simulated)
    NULLS NOT DISTINCT`.execute(db);
  await sql`
    CREATE OR REPLACE FUNCTION count_deleted_face_match() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      UPDATE face_match_tally SET deleted = deleted + 1
      WHERE OLD.state IN ('possible', 'disputed')
        AND day = (OLD.raised_at AT TIME ZONE 'UTC')::date AND camera_id IS NOT DISTINCT FROM OLD.camera_id
        AND site_id = OLD.site_id AND watchlist_id = OLD.watchlist_id AND light = OLD.light
        AND simulated = OLD.simulated;
      RETURN NULL;
    END $$`.execute(db);
}
