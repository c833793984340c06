import { type Kysely, sql } from 'kysely';

/** Where plates were seen, what was searched, what cases hold, what people corrected, and what was deleted. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // Plates are compared byte by byte ("C"), so that an index serves `LIKE 'LE%'` too.
  await sql`
    CREATE TABLE sighting (
      captured_at timestamptz(3) NOT NULL,
      id uuid NOT NULL,
      plate text COLLATE "C" NOT NULL,
      corrected text COLLATE "C",
      confidence real NOT NULL,
      format text,
      rows smallint NOT NULL,
      site_id uuid NOT NULL,
      camera_id uuid NOT NULL,
      simulated boolean NOT NULL,
      class text,
      class_confidence real NOT NULL,
      colour text,
      colour_confidence real NOT NULL,
      heading text,
      box real[],
      suspicion text,
      PRIMARY KEY (captured_at, id)
    ) PARTITION BY RANGE (captured_at)`.execute(db);
  await sql`CREATE INDEX sighting_of_plate ON sighting (plate, captured_at)`.execute(db);
  await sql`
    CREATE INDEX sighting_of_corrected ON sighting (corrected, captured_at) WHERE corrected IS NOT NULL`.execute(
    db,
  );
  await sql`CREATE INDEX sighting_of_camera ON sighting (camera_id, captured_at)`.execute(db);
  // Each plate once: partial searches find the plates here first. The day says when it may be forgotten.
  await sql`
    CREATE TABLE known_plate (
      plate text COLLATE "C" PRIMARY KEY,
      last_day date NOT NULL
    )`.execute(db);
  await sql`CREATE INDEX known_plate_backwards ON known_plate (reverse(plate) COLLATE "C")`.execute(db);
  await sql`
    CREATE TABLE plate_search (
      id uuid PRIMARY KEY,
      kind text NOT NULL CHECK (kind IN ('search', 'journey', 'convoy')),
      at timestamptz(3) NOT NULL,
      by_user text NOT NULL,
      by_name text NOT NULL,
      case_id uuid NOT NULL REFERENCES case_file,
      purpose_id uuid NOT NULL REFERENCES stated_purpose,
      reason text NOT NULL,
      filter jsonb NOT NULL
    )`.execute(db);
  await sql`CREATE INDEX plate_search_by_time ON plate_search (at DESC, id DESC)`.execute(db);
  await sql`
    CREATE TABLE plate_search_result (
      search_id uuid PRIMARY KEY REFERENCES plate_search,
      results integer NOT NULL
    )`.execute(db);
  await sql`
    CREATE TABLE plate_hold (
      id uuid PRIMARY KEY,
      case_id uuid NOT NULL REFERENCES case_file,
      plate text COLLATE "C" NOT NULL,
      from_at timestamptz(3) NOT NULL,
      to_at timestamptz(3) NOT NULL,
      made_at timestamptz(3) NOT NULL,
      made_by text NOT NULL,
      released_at timestamptz(3),
      released_by text,
      CHECK (from_at < to_at)
    )`.execute(db);
  await sql`CREATE INDEX plate_hold_of_plate ON plate_hold (plate) WHERE released_at IS NULL`.execute(db);
  await sql`
    CREATE TABLE plate_correction (
      id uuid PRIMARY KEY,
      observation_id uuid NOT NULL,
      captured_at timestamptz(3) NOT NULL,
      original text NOT NULL,
      plate text COLLATE "C" NOT NULL,
      note text NOT NULL,
      at timestamptz(3) NOT NULL,
      by_user text NOT NULL,
      by_name text NOT NULL
    )`.execute(db);
  await sql`CREATE INDEX correction_of_observation ON plate_correction (observation_id, at)`.execute(db);
  await sql`CREATE INDEX correction_to_plate ON plate_correction (plate)`.execute(db);
  await sql`
    CREATE TABLE plate_retention_run (
      id uuid PRIMARY KEY,
      started_at timestamptz(3) NOT NULL,
      finished_at timestamptz(3) NOT NULL,
      before timestamptz(3) NOT NULL,
      deleted integer NOT NULL,
      kept integer NOT NULL,
      objects integer NOT NULL,
      cold integer NOT NULL
    )`.execute(db);
  for (const table of ['plate_search', 'plate_search_result', 'plate_retention_run']) {
    await sql`
      CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ${sql.table(table)}
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`.execute(db);
  }
}
