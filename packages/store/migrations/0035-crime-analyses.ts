import { type Kysely, sql } from 'kysely';

/** Analyses of incidents, deployment plans made from them, and printed briefings. None of them names anybody but its authors. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE crime_analysis (
      id uuid PRIMARY KEY,
      site_id uuid NOT NULL REFERENCES site,
      kind text NOT NULL,
      question jsonb NOT NULL,
      state text NOT NULL CHECK (state IN ('waiting', 'running', 'done', 'failed', 'cancelled')),
      attempt integer NOT NULL DEFAULT 0,
      progress real NOT NULL DEFAULT 0 CHECK (progress BETWEEN 0 AND 1),
      asked_at timestamptz(3) NOT NULL,
      asked_by text NOT NULL,
      asked_by_name text NOT NULL,
      started_at timestamptz(3),
      -- A running one whose process has not spoken for some time is begun anew.
      heard_at timestamptz(3),
      ended_at timestamptz(3),
      -- Of the question, the data as they were when it was asked, and the software.
      digest bytea NOT NULL CHECK (length(digest) = 32),
      data_digest bytea NOT NULL CHECK (length(data_digest) = 32),
      software_version text NOT NULL,
      simulated boolean NOT NULL,
      incidents integer,
      notes jsonb NOT NULL DEFAULT '[]',
      result jsonb,
      result_digest bytea CHECK (length(result_digest) = 32),
      problem jsonb,
      CHECK ((state IN ('done', 'failed', 'cancelled')) = (ended_at IS NOT NULL)),
      CHECK ((state = 'done') = (result IS NOT NULL)),
      CHECK ((state = 'done') = (result_digest IS NOT NULL))
    )`.execute(db);
  await sql`CREATE INDEX crime_analysis_by_time ON crime_analysis (site_id, id DESC)`.execute(db);
  await sql`
    CREATE INDEX crime_analysis_to_do ON crime_analysis (id) WHERE state IN ('waiting', 'running')`.execute(
    db,
  );
  // Equal questions on equal data are one analysis.
  await sql`
    CREATE UNIQUE INDEX crime_analysis_once ON crime_analysis (digest)
    WHERE state IN ('waiting', 'running', 'done')`.execute(db);
  await sql`
    CREATE TABLE crime_plan (
      id uuid PRIMARY KEY,
      site_id uuid NOT NULL REFERENCES site,
      forecast_id uuid NOT NULL REFERENCES crime_analysis,
      state text NOT NULL CHECK (state IN ('proposed', 'approved', 'rejected')),
      from_at timestamptz(3) NOT NULL,
      until_at timestamptz(3) NOT NULL CHECK (until_at > from_at),
      input jsonb NOT NULL,
      body jsonb NOT NULL,
      -- Cells that were visited or left out, and how many periods in a row.
      cells jsonb NOT NULL,
      simulated boolean NOT NULL,
      planned_at timestamptz(3) NOT NULL,
      planned_by text NOT NULL,
      planned_by_name text NOT NULL,
      planned_person text NOT NULL,
      decided_at timestamptz(3),
      decided_by text,
      decided_by_name text,
      decided_person text,
      decision_note text,
      evaluation jsonb,
      CHECK ((state <> 'proposed') = (decided_at IS NOT NULL AND decided_person IS NOT NULL)),
      -- Nobody approves a plan of their own.
      CHECK (decided_person IS NULL OR decided_person <> planned_person)
    )`.execute(db);
  await sql`CREATE INDEX crime_plan_by_time ON crime_plan (site_id, id DESC)`.execute(db);
  await sql`
    CREATE TABLE crime_briefing (
      id uuid PRIMARY KEY,
      site_id uuid NOT NULL REFERENCES site,
      body jsonb NOT NULL,
      simulated boolean NOT NULL,
      made_at timestamptz(3) NOT NULL,
      made_by text NOT NULL,
      made_by_name text NOT NULL,
      -- Of the PDF in the object store.
      digest bytea NOT NULL CHECK (length(digest) = 32)
    )`.execute(db);
  await sql`CREATE INDEX crime_briefing_by_time ON crime_briefing (site_id, id DESC)`.execute(db);
  await sql`
    CREATE TRIGGER kept BEFORE UPDATE OR DELETE OR TRUNCATE ON crime_briefing
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`.execute(db);
  for (const table of ['crime_analysis', 'crime_plan'])
    await sql`
      CREATE TRIGGER kept BEFORE DELETE OR TRUNCATE ON ${sql.table(table)}
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`.execute(db);
}
