import type { SiteScope } from '@amaan/contracts/api/me';
import { type Identifier, newIdentifier } from '@amaan/contracts/identifier';
import type { Instant } from '@amaan/contracts/instant';
import { AmaanError } from '@amaan/contracts/problem';
import type { TrafficViewVersion } from '@amaan/contracts/traffic/api-traffic-view';
import type { Calibration, CalibrationAnchors, CalibrationDrift } from '@amaan/contracts/traffic/calibration';
import type { CheckedTrafficView, TrafficView } from '@amaan/contracts/traffic/traffic-view';
import { type Selectable, sql } from 'kysely';
import { jsonRows } from '../json-rows.ts';
import type { Database } from '../open-database.ts';
import type { Schema } from '../schema.ts';
import { withinSites } from '../within-sites.ts';

/** `TRAFFIC_VIEW_CHANGED`: somebody else saved or removed it meanwhile. */
export class TrafficViewError extends AmaanError {}

/**
 * A view in force, with what became known of it since it was saved. The places of its calibration's budget are left out:
 * they follow from what was marked, and are more than everything else.
 */
export interface StoredTrafficView {
  readonly view: TrafficView;
  /** Whether it is known what a moved camera is told by, also where that itself was not read. */
  readonly isWatched: boolean;
  readonly drift: CalibrationDrift | null;
  readonly driftAt: Instant | null;
}

/** A view in force with the camera that it is on. */
export interface PlacedTrafficView extends StoredTrafficView {
  readonly cameraName: string;
  readonly siteId: Identifier;
  readonly simulated: boolean;
  readonly position: readonly [number, number] | null;
}

/** The view in force of a camera, or null. */
export async function getTrafficView(db: Database, cameraId: Identifier): Promise<StoredTrafficView | null> {
  const row = await db
    .selectFrom('traffic_view')
    .selectAll()
    .where('camera_id', '=', cameraId)
    .where('retired_at', 'is', null)
    .executeTakeFirst();
  return row === undefined ? null : storedView(row);
}

/** The views in force of cameras that are there, by their cameras' names. */
export async function listTrafficViews(
  db: Database,
  filter: {
    readonly sites?: SiteScope;
    readonly siteId?: Identifier | undefined;
    readonly cameras?: readonly Identifier[] | undefined;
    /** Whether to read what a moved camera is told by, which only workers need. */
    readonly withAnchors?: boolean;
  } = {},
): Promise<PlacedTrafficView[]> {
  const { sites, siteId, cameras, withAnchors = false } = filter;
  let query = db
    .selectFrom('traffic_view')
    .innerJoin('camera', 'camera.id', 'traffic_view.camera_id')
    .select(['view_id', 'version', 'camera_id', 'body', 'drift', 'drift_at'])
    .select(sql<CalibrationAnchors | null>`${withAnchors ? sql`anchors` : sql`NULL::jsonb`}`.as('anchors'))
    .select(sql<boolean>`anchors IS NOT NULL`.as('is_watched'))
    .select(['camera.name as camera_name', 'camera.site_id', 'camera.simulated'])
    .select(['camera.longitude', 'camera.latitude'])
    .where('traffic_view.retired_at', 'is', null)
    .where('camera.deleted_at', 'is', null);
  if (sites !== undefined) query = query.where(withinSites('camera.site_id', sites));
  if (siteId !== undefined) query = query.where('camera.site_id', '=', siteId);
  if (cameras !== undefined) {
    if (cameras.length === 0) return [];
    query = query.where('camera.id', 'in', [...cameras]);
  }
  const rows = await query.orderBy('camera.name').orderBy('camera.id').execute();
  return rows.map(({ camera_name, site_id, simulated, longitude, latitude, is_watched, ...row }) => ({
    ...{ ...storedView(row), isWatched: is_watched },
    ...{ cameraName: camera_name, siteId: site_id, simulated },
    position: longitude === null || latitude === null ? null : [longitude, latitude],
  }));
}

/** The lanes of versions of views, also of those that are not in force any more. */
export async function listViewLanes(
  db: Database,
  views: readonly { readonly id: Identifier; readonly version: number }[],
): Promise<
  { id: Identifier; version: number; cameraId: Identifier; lanes: { id: string; name: string }[] }[]
> {
  if (views.length === 0) return [];
  const { rows } = await sql<Awaited<ReturnType<typeof listViewLanes>>[number]>`
    SELECT view.view_id AS id, view.version, view.camera_id AS "cameraId",
      (SELECT jsonb_agg(jsonb_build_object('id', lane ->> 'id', 'name', lane ->> 'name'))
        FROM jsonb_array_elements(view.body -> 'lanes') AS lane) AS lanes
    FROM ${jsonRows(views, 'id uuid, version integer')}
    JOIN traffic_view AS view ON view.view_id = row.id AND view.version = row.version`.execute(db);
  return rows;
}

/** Every version that a camera's lanes ever had, newest first. */
export async function listTrafficViewVersions(
  db: Database,
  cameraId: Identifier,
): Promise<TrafficViewVersion[]> {
  const rows = await db
    .selectFrom('traffic_view')
    .select(['version', 'at', 'by_name as byName', 'note', 'body', 'retired_at as retiredAt'])
    .where('camera_id', '=', cameraId)
    .orderBy('at', 'desc')
    .orderBy('version', 'desc')
    .execute();
  return rows.map(({ body, ...row }) => ({
    ...row,
    lanes: body.lanes.length,
    calibrated: body.calibration !== null,
  }));
}

export interface NewTrafficView {
  readonly cameraId: Identifier;
  readonly view: CheckedTrafficView;
  readonly note: string;
  readonly at: Instant;
  readonly by: { readonly id: string; readonly name: string };
}

/**
 * Puts a view in the place of the one in force, as its next version; both are kept. Call it in a transaction.
 * @param seen the version that the person saw; 0: none was in force
 * @throws TrafficViewError `TRAFFIC_VIEW_CHANGED`
 */
export async function saveTrafficView(
  db: Database,
  saved: NewTrafficView,
  seen: number,
): Promise<TrafficView> {
  const { cameraId, view, note, at, by } = saved;
  const before = await retireTrafficView(db, cameraId, seen, at);
  const id = before?.id ?? (await lastViewId(db, cameraId)) ?? newIdentifier();
  const version = (await lastVersion(db, id)) + 1;
  const { calibration, ...body } = view;
  const anchors = calibration?.anchors ?? null;
  await db
    .insertInto('traffic_view')
    .values({
      view_id: id,
      version,
      camera_id: cameraId,
      body: JSON.stringify({
        ...body,
        calibration: calibration === null ? null : bareCalibration(calibration),
      }),
      anchors: anchors === null ? null : JSON.stringify(anchors),
      drift: null,
      drift_at: null,
      note,
      at,
      by_user: by.id,
      by_name: by.name,
      retired_at: null,
    })
    .execute();
  return { ...view, id, cameraId, version };
}

/**
 * Takes a camera's view out of force; figures keep naming it. Call it in a transaction.
 * @returns what was in force, or null when nothing was and nothing was seen
 * @throws TrafficViewError `TRAFFIC_VIEW_CHANGED`
 */
export async function retireTrafficView(
  db: Database,
  cameraId: Identifier,
  seen: number,
  at: Instant,
): Promise<TrafficView | null> {
  const row = await db
    .updateTable('traffic_view')
    .set({ retired_at: at })
    .where('camera_id', '=', cameraId)
    .where('retired_at', 'is', null)
    .returningAll()
    .executeTakeFirst();
  if ((row?.version ?? 0) !== seen)
    throw new TrafficViewError(
      'TRAFFIC_VIEW_CHANGED',
      'Somebody else changed the lanes of this camera meanwhile; nothing was saved. Look at them anew and do it again.',
    );
  return row === undefined ? null : storedView(row).view;
}

/** Keeps what a moved camera is told by, unless it is known. @returns whether it was new */
export async function keepAnchors(
  db: Database,
  { viewId, version, anchors }: { viewId: Identifier; version: number; anchors: CalibrationAnchors },
): Promise<boolean> {
  const changed = await db
    .updateTable('traffic_view')
    .set({ anchors: JSON.stringify(anchors) })
    .where('view_id', '=', viewId)
    .where('version', '=', version)
    .where('retired_at', 'is', null)
    .where('anchors', 'is', null)
    .returning('view_id')
    .executeTakeFirst();
  return changed !== undefined;
}

/** Keeps a verdict on the view in force. @returns the view, or null when this version is not in force */
export async function keepDrift(
  db: Database,
  drifted: { viewId: Identifier; version: number; drift: CalibrationDrift; at: Instant },
): Promise<StoredTrafficView | null> {
  const row = await db
    .updateTable('traffic_view')
    .set({ drift: JSON.stringify(drifted.drift), drift_at: drifted.at })
    .where('view_id', '=', drifted.viewId)
    .where('version', '=', drifted.version)
    .where('retired_at', 'is', null)
    .returningAll()
    .executeTakeFirst();
  return row === undefined ? null : storedView(row);
}

/** When lanes were last saved or taken off anywhere; null: never. */
export async function lastViewChange(db: Database): Promise<Instant | null> {
  const { rows } = await sql<{ at: Instant | null }>`
    SELECT max(greatest(at, retired_at)) AS at FROM traffic_view`.execute(db);
  return rows[0]?.at ?? null;
}

/** A camera has one view all its life, also when it had no lanes for a while. */
async function lastViewId(db: Database, cameraId: Identifier): Promise<Identifier | null> {
  const row = await db
    .selectFrom('traffic_view')
    .select('view_id')
    .where('camera_id', '=', cameraId)
    .limit(1)
    .executeTakeFirst();
  return row?.view_id ?? null;
}

async function lastVersion(db: Database, viewId: Identifier): Promise<number> {
  const row = await db
    .selectFrom('traffic_view')
    .select(({ fn }) => fn.max('version').as('version'))
    .where('view_id', '=', viewId)
    .executeTakeFirst();
  return row?.version ?? 0;
}

function bareCalibration(calibration: Calibration): Calibration {
  return { ...calibration, budget: { ...calibration.budget, places: [] }, anchors: null };
}

type ViewRow = Pick<
  Selectable<Schema['traffic_view']>,
  'view_id' | 'version' | 'camera_id' | 'body' | 'anchors' | 'drift' | 'drift_at'
>;

function storedView(row: ViewRow): StoredTrafficView {
  const { calibration, ...body } = row.body;
  return {
    view: {
      ...body,
      calibration: calibration === null ? null : { ...calibration, anchors: row.anchors },
      id: row.view_id,
      cameraId: row.camera_id,
      version: row.version,
    },
    isWatched: row.anchors !== null,
    drift: row.drift,
    driftAt: row.drift_at,
  };
}
