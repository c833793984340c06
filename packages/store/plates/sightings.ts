import type { Identifier } from '@amaan/contracts/identifier';
import { type Instant, instantOf } from '@amaan/contracts/instant';
import type { Observation } from '@amaan/contracts/observation';
import { fusedConfidence } from '@amaan/contracts/plates/fused-confidence';
import { Sighting } from '@amaan/contracts/plates/sighting';
import { type InferResult, type RawBuilder, sql } from 'kysely';
import { jsonRows } from '../json-rows.ts';
import { ensureDayPartitions } from '../observation-partitions.ts';
import type { Database } from '../open-database.ts';
import { knowPlates } from './known-plates.ts';

export type PlateRead = Extract<Observation, { kind: 'plate-read' }>;

export function isPlateRead(observation: Observation): observation is PlateRead {
  return observation.kind === 'plate-read';
}

const ROW = `captured_at timestamptz, id uuid, plate text, confidence real, format text, rows smallint, site_id uuid,
  camera_id uuid, simulated boolean, class text, class_confidence real, colour text, colour_confidence real,
  heading text, box real[], suspicion text`;

/**
 * Makes the sightings of plate reads that were just stored, in the same transaction.
 * @param suspects those whose class or colour contradicts the registry
 */
export async function insertSightings(
  db: Database,
  reads: readonly PlateRead[],
  suspects: ReadonlySet<Identifier> = new Set(),
): Promise<void> {
  if (reads.length === 0) return;
  await ensureDayPartitions(
    db,
    'sighting',
    reads.map(({ capturedAt }) => capturedAt),
  );
  const rows = reads.map(({ id, capturedAt, siteId, cameraId, simulated, reading, vehicle }) => ({
    ...{ id, captured_at: capturedAt, site_id: siteId, camera_id: cameraId, simulated },
    ...{ plate: reading.text, confidence: reading.confidence, format: reading.format, rows: reading.rows },
    ...{ class: vehicle.class, class_confidence: vehicle.classConfidence, colour: vehicle.colour },
    ...{ colour_confidence: vehicle.colourConfidence, heading: vehicle.heading },
    box: vehicle.box === null ? null : `{${vehicle.box.join(',')}}`,
    suspicion: suspects.has(id) ? 'possible-clone-or-misread' : null,
  }));
  await sql`
    INSERT INTO sighting (captured_at, id, plate, confidence, format, rows, site_id, camera_id, simulated, class,
      class_confidence, colour, colour_confidence, heading, box, suspicion)
    SELECT * FROM ${jsonRows(rows, ROW)} ORDER BY captured_at, id
    ON CONFLICT (captured_at, id) DO NOTHING`.execute(db);
  await knowPlates(
    db,
    reads.map(({ reading, capturedAt }) => ({ plate: reading.text, day: capturedAt.slice(0, 10) })),
  );
}

/** Which plates: listed, or by a pattern of `LIKE` or a regular expression, that also find corrected ones. */
export type PlateCondition =
  | { readonly kind: 'listed'; readonly plates: readonly string[] }
  | { readonly kind: 'like'; readonly pattern: string }
  | { readonly kind: 'regular'; readonly pattern: string };

export interface SightingQuery {
  readonly plates?: PlateCondition;
  readonly from: Instant;
  readonly to: Instant;
  /** Empty or left out: all. */
  readonly cameras?: readonly Identifier[];
  readonly area?: readonly [west: number, south: number, east: number, north: number];
  readonly class?: string;
  readonly colour?: string;
  readonly leastConfidence?: number;
  readonly sites: 'all' | readonly Identifier[];
  /** Continue below this sighting. */
  readonly after?: { readonly capturedAt: Instant; readonly id: Identifier };
  readonly oldestFirst?: boolean;
  readonly limit: number;
}

const HOUR_MS = 60 * 60_000;
const DAY_MS = 24 * HOUR_MS;
/** So many plates are looked for at once in all days; more of them piece by piece, until there are enough sightings. */
const FEW_PLATES = 20;

/** Sightings of the hot store, newest first. */
export async function findSightings(db: Database, query: SightingQuery): Promise<Sighting[]> {
  const { plates, limit, from } = query;
  if (plates?.kind === 'listed' && plates.plates.length === 0) return [];
  const corrected = await anyCorrected(db, plates);
  if (!areMany(plates) || query.oldestFirst === true) return selectWithin(db, query, corrected);
  const found: Sighting[] = [];
  let to = instantOf(Math.min(Date.parse(query.to), Date.now() + 2 * DAY_MS));
  for (let span = HOUR_MS; to > from && found.length < limit; span *= 4) {
    const earliest = instantOf(Math.max(Date.parse(from), Date.parse(to) - span));
    const part = { ...query, from: earliest, to, limit: limit - found.length };
    found.push(...(await selectWithin(db, part, corrected)));
    to = earliest;
  }
  return found;
}

function areMany(plates: PlateCondition | undefined): boolean {
  return plates !== undefined && (plates.kind !== 'listed' || plates.plates.length > FEW_PLATES);
}

async function selectWithin(db: Database, query: SightingQuery, corrected: boolean): Promise<Sighting[]> {
  const order = query.oldestFirst === true ? 'asc' : 'desc';
  const asked = sql<boolean>`${within(query)} AND ${plateCondition(query.plates, corrected)}
    AND ${placeCondition(query)} AND ${lookCondition(query)} AND ${afterCondition(query)}`;
  const ordered = selectSightings(db)
    .orderBy('sighting.captured_at', order)
    .orderBy('sighting.id', order)
    .limit(query.limit);
  // A few plates have an index of their own, and planning a join of all days would take longer than the search.
  if (!areMany(query.plates)) return (await ordered.where(asked).execute()).map(sightingOf);
  // First which ones, from an index alone where the plate is all that is asked for; then their rows.
  const hits = db
    .selectFrom('sighting')
    .select(['sighting.captured_at', 'sighting.id'])
    .where(asked)
    .orderBy('sighting.captured_at', order)
    .orderBy('sighting.id', order)
    .limit(query.limit);
  const rows = await ordered
    .innerJoin(hits.as('hit'), (join) =>
      join.onRef('hit.captured_at', '=', 'sighting.captured_at').onRef('hit.id', '=', 'sighting.id'),
    )
    .where(within(query))
    .execute();
  return rows.map(sightingOf);
}

function lookCondition({ class: ofClass, colour, leastConfidence }: SightingQuery): RawBuilder<boolean> {
  const parts = [sql<boolean>`true`];
  if (ofClass !== undefined) parts.push(sql<boolean>`sighting.class = ${ofClass}`);
  if (colour !== undefined) parts.push(sql<boolean>`sighting.colour = ${colour}`);
  if (leastConfidence !== undefined)
    parts.push(sql<boolean>`sighting.confidence >= ${leastConfidence}::double precision`);
  return sql<boolean>`${sql.join(parts, sql` AND `)}`;
}

function afterCondition({ after }: SightingQuery): RawBuilder<boolean> {
  if (after === undefined) return sql<boolean>`true`;
  return sql<boolean>`(sighting.captured_at, sighting.id) < (${after.capturedAt}::timestamptz, ${after.id}::uuid)`;
}

function within({ from, to }: Pick<SightingQuery, 'from' | 'to'>): RawBuilder<boolean> {
  return sql<boolean>`(sighting.captured_at >= ${from}::timestamptz AND sighting.captured_at < ${to}::timestamptz)`;
}

/** Corrections are few: where none fits, only what was read is looked at. */
async function anyCorrected(db: Database, plates: PlateCondition | undefined): Promise<boolean> {
  if (plates === undefined) return false;
  const { rows } =
    await sql`SELECT FROM plate_correction WHERE ${plateFits(sql.ref('plate'), plates)} LIMIT 1`.execute(db);
  return rows.length > 0;
}

/** Whether a column holds one of the plates. */
export function plateFits(column: RawBuilder<unknown>, plates: PlateCondition): RawBuilder<boolean> {
  return plates.kind === 'listed'
    ? sql<boolean>`${column} = any(${[...plates.plates]}::text[])`
    : sql<boolean>`${column} ${operatorOf(plates)} ${plates.pattern}`;
}

function operatorOf({ kind }: { readonly kind: 'like' | 'regular' }): RawBuilder<unknown> {
  return sql.raw(kind === 'like' ? 'LIKE' : '~');
}

/** One sighting of the hot store, or null. */
export async function getSighting(
  db: Database,
  key: { readonly id: Identifier; readonly capturedAt: Instant },
): Promise<Sighting | null> {
  const row = await selectSightings(db)
    .where('sighting.captured_at', '=', key.capturedAt)
    .where('sighting.id', '=', key.id)
    .executeTakeFirst();
  return row === undefined ? null : sightingOf(row);
}

/** The sightings of some reads, in no order. */
export async function readSightings(
  db: Database,
  keys: readonly { readonly id: Identifier; readonly capturedAt: Instant }[],
): Promise<Sighting[]> {
  if (keys.length === 0) return [];
  const rows = await selectSightings(db)
    .where(
      'sighting.captured_at',
      '=',
      sql<Instant>`any(${keys.map((key) => key.capturedAt)}::timestamptz[])`,
    )
    .where('sighting.id', '=', sql<Identifier>`any(${keys.map((key) => key.id)}::uuid[])`)
    .execute();
  return rows.map(sightingOf);
}

/** The last sighting of each plate in a window, for plates that nothing else is known of. */
export async function lastSightings(
  db: Database,
  plates: readonly string[],
  {
    from,
    to,
    leastConfidence = 0,
  }: { readonly from: Instant; readonly to: Instant; readonly leastConfidence?: number },
): Promise<Sighting[]> {
  if (plates.length === 0) return [];
  const { rows } = await sql<{ id: Identifier; captured_at: Instant }>`
    SELECT last.id, last.captured_at FROM unnest(${[...plates]}::text[]) AS wanted (plate)
    CROSS JOIN LATERAL (
      SELECT id, captured_at FROM sighting
      WHERE sighting.plate = wanted.plate COLLATE "C"
        AND captured_at >= ${from}::timestamptz AND captured_at < ${to}::timestamptz
        AND confidence >= ${leastConfidence}::real
      ORDER BY captured_at DESC LIMIT 1
    ) AS last`.execute(db);
  return readSightings(
    db,
    rows.map(({ id, captured_at }) => ({ id, capturedAt: captured_at })),
  );
}

function plateCondition(plates: PlateCondition | undefined, corrected: boolean): RawBuilder<boolean> {
  if (plates === undefined) return sql<boolean>`true`;
  const read = plateFits(sql.ref('sighting.plate'), plates);
  if (!corrected) return read;
  return sql<boolean>`(${read} OR (sighting.corrected IS NOT NULL AND ${plateFits(sql.ref('sighting.corrected'), plates)}))`;
}

function placeCondition({ sites, cameras = [], area }: SightingQuery): RawBuilder<boolean> {
  const parts = [sql<boolean>`true`];
  if (sites !== 'all') parts.push(sql<boolean>`sighting.site_id = any(${[...sites]}::uuid[])`);
  if (cameras.length > 0) parts.push(sql<boolean>`sighting.camera_id = any(${[...cameras]}::uuid[])`);
  if (area !== undefined) {
    const [west, south, east, north] = area;
    parts.push(sql<boolean>`sighting.camera_id = any(ARRAY(SELECT id FROM camera
      WHERE longitude BETWEEN ${west} AND ${east} AND latitude BETWEEN ${south} AND ${north}))`);
  }
  return sql<boolean>`${sql.join(parts, sql` AND `)}`;
}

function selectSightings(db: Database) {
  return db
    .selectFrom('sighting')
    .innerJoin('camera', 'camera.id', 'sighting.camera_id')
    .selectAll('sighting')
    .select(['camera.name as camera_name', 'camera.longitude', 'camera.latitude'])
    .select([evidenceDigest('plate-crop').as('crop'), evidenceDigest('picture').as('picture')]);
}

function evidenceDigest(kind: 'plate-crop' | 'picture'): RawBuilder<string | null> {
  return sql<string | null>`(SELECT encode(digest, 'hex') FROM evidence_item
    WHERE observation_id = sighting.id AND kind = ${sql.lit(kind)})`;
}

type SightingRow = InferResult<ReturnType<typeof selectSightings>>[number];

/** A stored row as the contract has it. */
export function sightingOf(row: SightingRow): Sighting {
  const { longitude, latitude, box } = row;
  const vehicle = {
    class: row.class,
    classConfidence: row.class_confidence,
    colour: row.colour,
    colourConfidence: row.colour_confidence,
    heading: row.heading,
    box,
  };
  return Sighting.parse({
    id: row.id,
    capturedAt: row.captured_at,
    siteId: row.site_id,
    cameraId: row.camera_id,
    cameraName: row.camera_name,
    position: longitude === null || latitude === null ? null : [longitude, latitude],
    simulated: row.simulated,
    reading: { text: row.plate, confidence: row.confidence, format: row.format, rows: row.rows },
    corrected: row.corrected,
    vehicle,
    fusedConfidence: fusedConfidence(row.confidence, vehicle),
    suspicion: row.suspicion ?? undefined,
    crop: row.crop,
    picture: row.picture,
  });
}
