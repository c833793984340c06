import { type Kysely, sql } from 'kysely';

/**
 * Calls of a site on a day (UTC) in columns, so that a month of a province is read in less than a second. They are made from
 * `service_call` and hold nothing else; days in `call_day_change` are to be made again. The database itself notes these, in the
 * transaction that changes a call: so whoever sees a change also sees that its day is stale.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE call_day (
      site_id uuid NOT NULL,
      day date NOT NULL,
      simulated boolean NOT NULL,
      calls integer NOT NULL,
      stations text[] NOT NULL,
      kinds text[] NOT NULL,
      -- Four bytes a call: see packages/store/service/call-days.ts.
      received bytea NOT NULL,
      dispatched bytea NOT NULL,
      arrived bytea NOT NULL,
      closed bytea NOT NULL,
      heard bytea NOT NULL,
      -- Two bytes a call.
      station bytea NOT NULL,
      kind bytea NOT NULL,
      priority bytea NOT NULL,
      PRIMARY KEY (site_id, day, simulated)
    )`.execute(db);
  // Packing them costs more time than it saves room.
  for (const column of [
    'received',
    'dispatched',
    'arrived',
    'closed',
    'heard',
    'station',
    'kind',
    'priority',
  ])
    await sql`ALTER TABLE call_day ALTER COLUMN ${sql.ref(column)} SET STORAGE EXTERNAL`.execute(db);
  await sql`
    CREATE TABLE call_day_change (
      site_id uuid NOT NULL,
      day date NOT NULL,
      simulated boolean NOT NULL
    )`.execute(db);
  await sql`CREATE INDEX call_day_change_by_day ON call_day_change (day)`.execute(db);
  await sql`
    CREATE FUNCTION note_call_days() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF TG_OP = 'INSERT' THEN
        INSERT INTO call_day_change
        SELECT DISTINCT site_id, (received_at AT TIME ZONE 'UTC')::date, simulated FROM calls_after
        WHERE site_id IS NOT NULL AND received_at IS NOT NULL;
      ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO call_day_change
        SELECT DISTINCT site_id, (received_at AT TIME ZONE 'UTC')::date, simulated FROM calls_before
        WHERE site_id IS NOT NULL AND received_at IS NOT NULL;
      ELSE
        -- Reports that say nothing new write calls, too.
        INSERT INTO call_day_change
        SELECT DISTINCT site_id, (received_at AT TIME ZONE 'UTC')::date, simulated
        FROM (
          SELECT before.* FROM calls_before AS before JOIN calls_after AS after USING (source_id, call_id)
          WHERE ROW(before.site_id, before.station, before.kind, before.priority, before.received_at, before.dispatched_at,
              before.arrived_at, before.closed_at, before.simulated)
            IS DISTINCT FROM ROW(after.site_id, after.station, after.kind, after.priority, after.received_at,
              after.dispatched_at, after.arrived_at, after.closed_at, after.simulated)
          UNION ALL
          SELECT after.* FROM calls_before AS before JOIN calls_after AS after USING (source_id, call_id)
          WHERE ROW(before.site_id, before.received_at, before.simulated)
            IS DISTINCT FROM ROW(after.site_id, after.received_at, after.simulated)
        ) AS changed
        WHERE site_id IS NOT NULL AND received_at IS NOT NULL;
      END IF;
      RETURN NULL;
    END $$`.execute(db);
  await sql`
    CREATE TRIGGER service_call_inserted AFTER INSERT ON service_call REFERENCING NEW TABLE AS calls_after
    FOR EACH STATEMENT EXECUTE FUNCTION note_call_days()`.execute(db);
  await sql`
    CREATE TRIGGER service_call_updated AFTER UPDATE ON service_call
    REFERENCING OLD TABLE AS calls_before NEW TABLE AS calls_after
    FOR EACH STATEMENT EXECUTE FUNCTION note_call_days()`.execute(db);
  await sql`
    CREATE TRIGGER service_call_deleted AFTER DELETE ON service_call REFERENCING OLD TABLE AS calls_before
    FOR EACH STATEMENT EXECUTE FUNCTION note_call_days()`.execute(db);
  await sql`
    INSERT INTO call_day_change
    SELECT DISTINCT site_id, (received_at AT TIME ZONE 'UTC')::date, simulated FROM service_call
    WHERE site_id IS NOT NULL AND received_at IS NOT NULL`.execute(db);
  await sql`CREATE INDEX service_call_by_site ON service_call (site_id, received_at)`.execute(db);
  // The planner took it for a day of a site, and read the calls of all others with it.
  await sql`DROP INDEX service_call_by_time`.execute(db);
  await sql`
    CREATE INDEX service_call_without_beginning ON service_call (first_heard_at)
    WHERE received_at IS NULL OR site_id IS NULL`.execute(db);
  // Counting millions at each look at the sources took seconds.
  await sql`ALTER TABLE call_source ADD COLUMN calls bigint NOT NULL DEFAULT 0`.execute(db);
  await sql`
    UPDATE call_source SET calls = (SELECT count(*) FROM service_call WHERE source_id = call_source.id)`.execute(
    db,
  );
}
