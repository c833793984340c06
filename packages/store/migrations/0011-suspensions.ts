import { newIdentifier } from '@amaan/contracts/identifier';
import { type Kysely, sql } from 'kysely';

/** Groups of cameras; suspensions and their ends as history; what the ledger's own watch remembers. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createGroups(db);
  const author = (of: string) =>
    sql.raw(`${of}_actor text, ${of}_name text, ${of}_person text, ${of}_role text`);
  await sql`
    CREATE TABLE suspension (
      id uuid PRIMARY KEY,
      system_id text NOT NULL REFERENCES ai_system,
      camera_group_id uuid REFERENCES camera_group,
      at timestamptz(3) NOT NULL,
      reason text NOT NULL,
      source text NOT NULL CHECK (source IN ('person', 'monitoring', 'drift')),
      incident_id uuid REFERENCES governance_record,
      ${author('by')},
      ended_at timestamptz(3),
      CHECK (num_nulls(by_actor, by_name, by_person, by_role) = 0)
    )`.execute(db);
  // A system is suspended once, and once on each group: two who do it at once cannot both win.
  await sql`
    CREATE UNIQUE INDEX suspension_in_force ON suspension (system_id, camera_group_id)
    NULLS NOT DISTINCT WHERE ended_at IS NULL`.execute(db);
  await sql`CREATE INDEX suspension_of_system ON suspension (system_id, at)`.execute(db);
  await sql`
    CREATE TABLE resumption (
      id uuid PRIMARY KEY,
      suspension_id uuid NOT NULL REFERENCES suspension,
      requested_at timestamptz(3) NOT NULL,
      requested_reason text NOT NULL,
      ${author('requested')},
      confirmed_at timestamptz(3),
      confirmed_reason text,
      ${author('confirmed')},
      CHECK (num_nulls(requested_actor, requested_name, requested_person, requested_role) = 0),
      CHECK (num_nulls(confirmed_at, confirmed_reason, confirmed_actor, confirmed_name, confirmed_person,
        confirmed_role) IN (0, 6)),
      CHECK (requested_person <> confirmed_person)
    )`.execute(db);
  await sql`CREATE INDEX resumption_of_suspension ON resumption (suspension_id, requested_at)`.execute(db);
  await sql`
    CREATE TABLE permit_camera_revocation (
      permit_id uuid NOT NULL REFERENCES permit,
      suspension_id uuid NOT NULL REFERENCES suspension,
      at timestamptz(3) NOT NULL,
      cameras uuid[] NOT NULL,
      PRIMARY KEY (permit_id, suspension_id)
    )`.execute(db);
  await moveSuspensions(db);
  await sql`
    CREATE TABLE clock_mark (
      only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
      latest timestamptz(3) NOT NULL
    )`.execute(db);
  await sql`
    CREATE TABLE ledger_check (
      id uuid PRIMARY KEY,
      at timestamptz(3) NOT NULL,
      kind text NOT NULL CHECK (kind IN ('full', 'incremental')),
      from_size bigint NOT NULL,
      size bigint NOT NULL,
      root bytea NOT NULL CHECK (length(root) = 32),
      faults jsonb NOT NULL,
      seconds double precision NOT NULL
    )`.execute(db);
  await sql`CREATE INDEX ledger_check_by_time ON ledger_check (at DESC)`.execute(db);
  for (const table of ['permit_camera_revocation', 'ledger_check']) {
    await sql`
      CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ${sql.table(table)}
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`.execute(db);
  }
}

async function createGroups(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE camera_group (
      id uuid PRIMARY KEY,
      site_id uuid NOT NULL REFERENCES site,
      name text NOT NULL,
      is_default boolean NOT NULL,
      created_at timestamptz(3) NOT NULL,
      UNIQUE (site_id, name),
      UNIQUE (id, site_id)
    )`.execute(db);
  await sql`CREATE UNIQUE INDEX camera_group_default ON camera_group (site_id) WHERE is_default`.execute(db);
  const { rows: sites } = await sql<{ id: string }>`SELECT id FROM site`.execute(db);
  for (const site of sites) {
    await sql`
      INSERT INTO camera_group (id, site_id, name, is_default, created_at)
      VALUES (${newIdentifier()}, ${site.id}, 'All cameras', true, now())`.execute(db);
  }
  await sql`ALTER TABLE camera ADD COLUMN group_id uuid`.execute(db);
  await sql`
    UPDATE camera SET group_id = camera_group.id
    FROM camera_group WHERE camera_group.site_id = camera.site_id`.execute(db);
  // The pair, so that a camera can only be in a group of its own site.
  await sql`
    ALTER TABLE camera
      ALTER COLUMN group_id SET NOT NULL,
      ADD FOREIGN KEY (group_id, site_id) REFERENCES camera_group (id, site_id)`.execute(db);
  await sql`CREATE INDEX camera_of_group ON camera (group_id) WHERE deleted_at IS NULL`.execute(db);
}

/** A suspension was three columns of the system that it stopped. */
async function moveSuspensions(db: Kysely<unknown>): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    SELECT id FROM ai_system WHERE suspended_at IS NOT NULL`.execute(db);
  for (const system of rows) {
    await sql`
      INSERT INTO suspension (id, system_id, at, reason, source, by_actor, by_name, by_person, by_role)
      SELECT ${newIdentifier()}, id, suspended_at, suspended_reason, 'person', 'user:unknown', suspended_by,
        suspended_by, 'unknown'
      FROM ai_system WHERE id = ${system.id}`.execute(db);
  }
  await sql`
    ALTER TABLE ai_system
      DROP COLUMN suspended_at, DROP COLUMN suspended_by, DROP COLUMN suspended_reason`.execute(db);
}
