import { type Kysely, sql } from 'kysely';

/** Lanes that people draw on cameras, what is measured in them, incidents on them, and corridors of them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE traffic_view (
      view_id uuid NOT NULL,
      version integer NOT NULL,
      camera_id uuid NOT NULL REFERENCES camera,
      body jsonb NOT NULL,
      -- What a moved camera is told by, and what was last said of it: known after the version was saved.
      anchors jsonb,
      drift jsonb,
      drift_at timestamptz(3),
      note text NOT NULL,
      at timestamptz(3) NOT NULL,
      by_user text NOT NULL,
      by_name text NOT NULL,
      retired_at timestamptz(3),
      PRIMARY KEY (view_id, version)
    )`.execute(db);
  await sql`
    CREATE UNIQUE INDEX traffic_view_in_force ON traffic_view (camera_id) WHERE retired_at IS NULL`.execute(
    db,
  );
  // 24,000 cameras of three lanes have 100 million minutes a day: lanes and origins are numbers in them.
  await sql`
    CREATE TABLE traffic_lane (
      key integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      camera_id uuid NOT NULL REFERENCES camera,
      lane_id text NOT NULL,
      UNIQUE (camera_id, lane_id)
    )`.execute(db);
  await sql`
    CREATE TABLE lane_origin (
      key integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      permit_id uuid NOT NULL,
      model_digest bytea NOT NULL CHECK (length(model_digest) = 32),
      configuration_digest bytea NOT NULL CHECK (length(configuration_digest) = 32),
      UNIQUE (permit_id, model_digest, configuration_digest)
    )`.execute(db);
  await sql`
    CREATE TABLE lane_minute (
      at timestamptz(3) NOT NULL,
      lane integer NOT NULL,
      origin integer NOT NULL,
      view_version integer NOT NULL,
      simulated boolean NOT NULL,
      observation_id uuid NOT NULL,
      captured_at timestamptz(3) NOT NULL,
      frame_digest bytea NOT NULL,
      ${sumColumns('integer')},
      PRIMARY KEY (lane, at)
    ) PARTITION BY RANGE (at)`.execute(db);
  // Minutes arrive in their order, so a map of the last ones finds them by a few bytes.
  await sql`CREATE INDEX lane_minute_by_time ON lane_minute USING brin (at) WITH (pages_per_range = 16)`.execute(
    db,
  );
  await sql`
    CREATE TABLE lane_hour (
      at timestamptz(3) NOT NULL,
      lane integer NOT NULL,
      simulated boolean NOT NULL,
      minutes integer NOT NULL,
      ${sumColumns('bigint')},
      PRIMARY KEY (lane, at)
    ) PARTITION BY RANGE (at)`.execute(db);
  // Vehicles by whole km/h as pairs of speed and count: [43, 2, 47, 1].
  await sql`
    CREATE FUNCTION add_speed_counts(a integer[], b integer[]) RETURNS integer[]
    LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
      SELECT coalesce(array_agg(part.value ORDER BY speed, part.place), '{}'::integer[])
      FROM (
        SELECT (a || b)[2 * pair - 1] AS speed, sum((a || b)[2 * pair])::integer AS vehicles
        FROM generate_series(1, cardinality(a || b) / 2) AS pair GROUP BY 1
      ) AS summed, LATERAL (VALUES (1, speed), (2, vehicles)) AS part (place, value)
    $$`.execute(db);
  await sql`
    CREATE TABLE traffic_incident (
      observation_id uuid PRIMARY KEY,
      captured_at timestamptz(3) NOT NULL,
      site_id uuid NOT NULL REFERENCES site,
      camera_id uuid NOT NULL REFERENCES camera,
      lane_id text NOT NULL,
      kind text NOT NULL,
      view_id uuid NOT NULL,
      view_version integer NOT NULL,
      simulated boolean NOT NULL,
      body jsonb NOT NULL,
      ended_at timestamptz(3)
    )`.execute(db);
  await sql`CREATE INDEX traffic_incident_by_time ON traffic_incident (captured_at DESC, observation_id DESC)`.execute(
    db,
  );
  await sql`CREATE INDEX traffic_incident_of_camera ON traffic_incident (camera_id, captured_at DESC)`.execute(
    db,
  );
  await sql`
    CREATE TABLE traffic_corridor (
      corridor_id uuid NOT NULL,
      version integer NOT NULL,
      site_id uuid NOT NULL REFERENCES site,
      body jsonb NOT NULL,
      at timestamptz(3) NOT NULL,
      by_user text NOT NULL,
      by_name text NOT NULL,
      retired_at timestamptz(3),
      PRIMARY KEY (corridor_id, version)
    )`.execute(db);
  await sql`
    CREATE UNIQUE INDEX traffic_corridor_in_force ON traffic_corridor (corridor_id) WHERE retired_at IS NULL`.execute(
    db,
  );
  await sql`
    CREATE TABLE travel_query (
      id uuid PRIMARY KEY,
      kind text NOT NULL CHECK (kind IN ('travel-times', 'origin-destination')),
      at timestamptz(3) NOT NULL,
      by_user text NOT NULL,
      by_name text NOT NULL,
      purpose text NOT NULL CHECK (purpose <> ''),
      cameras uuid[] NOT NULL,
      from_at timestamptz(3) NOT NULL,
      to_at timestamptz(3) NOT NULL
    )`.execute(db);
  await sql`CREATE INDEX travel_query_by_time ON travel_query (at DESC, id DESC)`.execute(db);
  await sql`
    CREATE TABLE traffic_retention_run (
      id uuid PRIMARY KEY,
      at timestamptz(3) NOT NULL,
      minutes_before timestamptz(3) NOT NULL,
      hours_before timestamptz(3) NOT NULL,
      dropped text[] NOT NULL
    )`.execute(db);
  for (const table of ['travel_query', 'traffic_retention_run']) {
    await sql`
      CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ${sql.table(table)}
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`.execute(db);
  }
}

/** The sums of a lane: see `LaneSums`. @param small the type of those that a minute keeps below two thousand millions */
function sumColumns(small: 'integer' | 'bigint') {
  const ordinary = [
    ...['observed_ms', 'bicycles', 'cars', 'motorcycles', 'buses', 'trucks', 'speeds', 'speed_sum'],
    ...['speed_bias_sum', 'headways', 'headway_sum_ms', 'gaps', 'gap_sum_ms', 'occupied_ms'],
    ...['travelled_cm', 'present_ms', 'area_metre_ms', 'queue_watched_ms', 'queue_vehicle_ms'],
    ...['max_queue_vehicles', 'queue_metres_watched_ms', 'queue_metre_ms', 'max_queue_m', 'delays'],
    'delay_sum_ms',
  ];
  const large = [
    ...['speed_squares', 'speed_noise_squares', 'headway_squares', 'gap_squares', 'delay_squares'],
  ];
  return sql.raw(
    [
      ...ordinary.map((name) => `${name} ${small} NOT NULL`),
      ...large.map((name) => `${name} bigint NOT NULL`),
      'speed_counts integer[] NOT NULL',
    ].join(', '),
  );
}
