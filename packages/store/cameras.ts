import type { SiteScope } from '@amaan/contracts/api/me';
import type { Camera, CameraInput, CameraStatus } from '@amaan/contracts/camera';
import { type Identifier, newIdentifier } from '@amaan/contracts/identifier';
import { AmaanError } from '@amaan/contracts/problem';
import type { SceneRule } from '@amaan/contracts/scene-rule';
import type { AssignedCamera } from '@amaan/contracts/worker-messages';
import { type Selectable, sql } from 'kysely';
import { ensureDefaultGroup } from './camera-groups.ts';
import { displayUrl } from './display-url.ts';
import { listEnforcedPlans } from './enforcement/enforcement-plans.ts';
import type { Database } from './open-database.ts';
import type { Schema } from './schema.ts';
import type { SecretBox } from './secret-box.ts';
import { listTrafficViews, type StoredTrafficView } from './traffic/traffic-views.ts';
import { withinSites } from './within-sites.ts';

/** `CAMERA_NOT_FOUND`, `CAMERA_GROUP_NOT_FOUND` or `SITE_NOT_FOUND`. */
export class CameraError extends AmaanError {}

export interface NewCamera extends Omit<CameraInput, 'siteId' | 'groupId' | 'readsPlates'> {
  readonly readsPlates?: boolean;
  readonly siteId: Identifier;
  /** A group of that site; its default group when left out. */
  readonly groupId?: Identifier | undefined;
  /** Played by the simulator: no worker opens it. */
  readonly simulated?: boolean;
}

/** What may be changed; what is left out stays. `position: null` takes the camera off the map. */
export type CameraChange = Partial<
  Pick<NewCamera, 'name' | 'url' | 'siteId' | 'groupId' | 'analysisRate' | 'readsPlates'>
> & {
  readonly position?: Camera['position'];
};

/** All cameras with their rules in force and what a worker last said of them, by name. */
export async function listCameras(
  db: Database,
  filter: { readonly siteId?: Identifier; readonly sites?: SiteScope; readonly simulated?: boolean } = {},
): Promise<Camera[]> {
  let query = selectCameras(db);
  if (filter.siteId !== undefined) query = query.where('camera.site_id', '=', filter.siteId);
  if (filter.sites !== undefined) query = query.where(withinSites('camera.site_id', filter.sites));
  if (filter.simulated !== undefined) query = query.where('camera.simulated', '=', filter.simulated);
  return (await query.orderBy('camera.name').orderBy('camera.id').execute()).map(cameraOf);
}

/** One camera, or null when there is none or it was removed. */
export async function getCamera(db: Database, id: Identifier): Promise<Camera | null> {
  const row = await selectCameras(db).where('camera.id', '=', id).executeTakeFirst();
  return row === undefined ? null : cameraOf(row);
}

/**
 * The cameras that a worker has to open, with the credentials in their URLs: for the bus only, never for
 * logs or people.
 * @throws SecretError `SECRET_UNREADABLE` when the key file is not the one the cameras were stored with
 */
export async function listAssignedCameras(db: Database, secrets: SecretBox): Promise<AssignedCamera[]> {
  const rows = await selectCameras(db)
    .select('camera.url_sealed')
    .where('camera.simulated', '=', false)
    .orderBy('camera.id')
    .execute();
  const views = new Map(
    (await listTrafficViews(db, { withAnchors: true })).map((stored) => [stored.view.cameraId, stored]),
  );
  const plans = new Map((await listEnforcedPlans(db)).map((plan) => [plan.cameraId, plan]));
  return rows.map((row) => ({
    id: row.id,
    siteId: row.site_id,
    name: row.name,
    url: secrets.open(row.url_sealed, contextOf(row.id)),
    analysisRate: row.analysis_rate,
    readsPlates: row.reads_plates,
    rules: row.rules,
    traffic: assignedTraffic(views.get(row.id)),
    enforcement: plans.get(row.id) ?? null,
  }));
}

function assignedTraffic(stored: StoredTrafficView | undefined): AssignedCamera['traffic'] {
  return stored === undefined ? null : { view: stored.view, moved: stored.drift?.verdict === 'moved' };
}

/**
 * Adds a camera. Its URL is stored encrypted.
 * @returns its identifier
 * @throws CameraError `CAMERA_GROUP_NOT_FOUND` when the site has no such group
 */
export async function insertCamera(db: Database, camera: NewCamera, secrets: SecretBox): Promise<Identifier> {
  const id = newIdentifier();
  const groupId = camera.groupId ?? (await ensureDefaultGroup(db, camera.siteId));
  await requireGroupOfSite(db, groupId, camera.siteId);
  await db
    .insertInto('camera')
    .values({
      id,
      site_id: camera.siteId,
      group_id: groupId,
      name: camera.name,
      url_sealed: secrets.seal(camera.url, contextOf(id)),
      display_url: displayUrl(camera.url),
      longitude: camera.position?.[0] ?? null,
      latitude: camera.position?.[1] ?? null,
      analysis_rate: camera.analysisRate,
      reads_plates: camera.readsPlates ?? false,
      simulated: camera.simulated ?? false,
      created_at: new Date().toISOString(),
      deleted_at: null,
    })
    .execute();
  return id;
}

/**
 * A camera that changes its site goes to a group of that site.
 * @throws CameraError `CAMERA_NOT_FOUND`, `CAMERA_GROUP_NOT_FOUND`
 */
export async function updateCamera(
  db: Database,
  id: Identifier,
  change: CameraChange,
  secrets: SecretBox,
): Promise<void> {
  const { name, url, siteId, analysisRate, readsPlates, position } = change;
  const groupId = change.groupId ?? (siteId === undefined ? undefined : await ensureDefaultGroup(db, siteId));
  if (groupId !== undefined) await requireGroupOfSite(db, groupId, siteId ?? (await siteOf(db, id)));
  const changed = await db
    .updateTable('camera')
    .set({
      id,
      ...(name !== undefined && { name }),
      ...(url !== undefined && {
        url_sealed: secrets.seal(url, contextOf(id)),
        display_url: displayUrl(url),
      }),
      ...(siteId !== undefined && { site_id: siteId }),
      ...(groupId !== undefined && { group_id: groupId }),
      ...(analysisRate !== undefined && { analysis_rate: analysisRate }),
      ...(readsPlates !== undefined && { reads_plates: readsPlates }),
      ...(position !== undefined && { longitude: position?.[0] ?? null, latitude: position?.[1] ?? null }),
    })
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  if (changed === undefined) throw cameraNotFound();
}

/**
 * Removes a camera: nobody sees or opens it any more, its URL is forgotten, its alerts stay.
 * @throws CameraError `CAMERA_NOT_FOUND`
 */
export async function removeCamera(db: Database, id: Identifier): Promise<void> {
  const removed = await db
    .updateTable('camera')
    .set({ deleted_at: new Date().toISOString(), url_sealed: Buffer.alloc(0) })
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  if (removed === undefined) throw cameraNotFound();
  await db.deleteFrom('camera_status').where('camera_id', '=', id).execute();
}

function selectCameras(db: Database) {
  return db
    .selectFrom('camera')
    .leftJoin('camera_status as status', 'status.camera_id', 'camera.id')
    .select([
      'camera.id',
      'camera.site_id',
      'camera.group_id',
      'camera.name',
      'camera.display_url',
      'camera.longitude',
    ])
    .select(['camera.latitude', 'camera.analysis_rate', 'camera.reads_plates', 'camera.simulated'])
    .select(['status.state', 'status.since', 'status.error', 'status.frames_per_second'])
    .select(['status.frames_dropped', 'status.width', 'status.height', 'status.last_frame_at'])
    .select('status.inference_denied')
    .select(
      sql<SceneRule[]>`coalesce((
        SELECT jsonb_agg(body || jsonb_build_object('id', rule_id, 'version', version) ORDER BY rule_id)
        FROM scene_rule WHERE scene_rule.camera_id = camera.id AND retired_at IS NULL
      ), '[]')`.as('rules'),
    )
    .where('camera.deleted_at', 'is', null);
}

type CameraRow = Pick<
  Selectable<Schema['camera']>,
  | 'id'
  | 'site_id'
  | 'group_id'
  | 'name'
  | 'display_url'
  | 'longitude'
  | 'latitude'
  | 'analysis_rate'
  | 'reads_plates'
  | 'simulated'
> & { readonly rules: SceneRule[] } & NullableStatus;
type NullableStatus = {
  [Column in Exclude<keyof Schema['camera_status'], 'camera_id' | 'worker_id' | 'reported_at'>]:
    | Selectable<Schema['camera_status']>[Column]
    | null;
};

function cameraOf(row: CameraRow): Camera {
  const { longitude, latitude } = row;
  return {
    id: row.id,
    siteId: row.site_id,
    groupId: row.group_id,
    name: row.name,
    displayUrl: row.display_url,
    position: longitude === null || latitude === null ? null : [longitude, latitude],
    analysisRate: row.analysis_rate,
    readsPlates: row.reads_plates,
    simulated: row.simulated,
    rules: row.rules,
    status: statusOf(row),
  };
}

function statusOf(row: CameraRow): CameraStatus | null {
  if (row.state === null || row.since === null) return null;
  return {
    cameraId: row.id,
    state: row.state,
    since: row.since,
    error: row.error,
    framesPerSecond: row.frames_per_second ?? 0,
    framesDropped: row.frames_dropped ?? 0,
    width: row.width ?? 0,
    height: row.height ?? 0,
    lastFrameAt: row.last_frame_at,
    inferenceDenied: row.inference_denied,
  };
}

function contextOf(cameraId: Identifier): string {
  return `camera:${cameraId}`;
}

async function siteOf(db: Database, cameraId: Identifier): Promise<Identifier> {
  const row = await db
    .selectFrom('camera')
    .select('site_id')
    .where('id', '=', cameraId)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  if (row === undefined) throw cameraNotFound();
  return row.site_id;
}

async function requireGroupOfSite(db: Database, groupId: Identifier, siteId: Identifier): Promise<void> {
  const group = await db
    .selectFrom('camera_group')
    .select('id')
    .where('id', '=', groupId)
    .where('site_id', '=', siteId)
    .executeTakeFirst();
  if (group === undefined)
    throw new CameraError(
      'CAMERA_GROUP_NOT_FOUND',
      'The site of the camera has no such group; nothing was changed.',
    );
}

function cameraNotFound(): CameraError {
  return new CameraError('CAMERA_NOT_FOUND', 'There is no such camera; nothing was changed.');
}
