import { type Kysely, sql } from 'kysely';

/** What a city's worth of sightings and alerts needs to be searched, and looked through by retention, in time. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // A pattern that fits thousands of plates is met by going back in time: the plate in the index of the time spares
  // a visit to the row for each of the many that do not fit.
  await sql`ALTER TABLE sighting DROP CONSTRAINT sighting_pkey`.execute(db);
  await sql`ALTER TABLE sighting ADD PRIMARY KEY (captured_at, id) INCLUDE (plate)`.execute(db);
  // For each read that is over, retention asks whether an alert names it as the other one of a plate on two vehicles.
  await sql`
    CREATE INDEX alert_of_other_sighting ON alert ((cause -> 'suspicion' ->> 'otherId'))
    WHERE cause -> 'suspicion' ->> 'otherId' IS NOT NULL`.execute(db);
  // A read that is on a hotlist and seems to be a clone as well raises both: an alert for each kind of cause.
  await sql`
    ALTER TABLE alert ADD COLUMN cause_kind text
    GENERATED ALWAYS AS (coalesce(cause ->> 'kind', 'rule')) STORED`.execute(db);
  await sql`ALTER TABLE alert DROP CONSTRAINT alert_observation_id_key`.execute(db);
  await sql`ALTER TABLE alert ADD UNIQUE (observation_id, cause_kind)`.execute(db);
  // Reads that the vehicle registry is yet to be asked about, so that a restart forgets none.
  await sql`
    CREATE TABLE registry_lookup (
      captured_at timestamptz(3) NOT NULL,
      observation_id uuid NOT NULL,
      attempts smallint NOT NULL DEFAULT 0,
      PRIMARY KEY (captured_at, observation_id)
    )`.execute(db);
  await sql`CREATE INDEX registry_lookup_in_turn ON registry_lookup (attempts, captured_at DESC)`.execute(db);
}
