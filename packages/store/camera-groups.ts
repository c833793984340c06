import type { CameraGroup } from '@amaan/contracts/api/camera-group';
import { type Identifier, newIdentifier } from '@amaan/contracts/identifier';
import { AmaanError } from '@amaan/contracts/problem';
import { sql } from 'kysely';
import type { Database } from './open-database.ts';

const DEFAULT_NAME = 'All cameras';

/** `CAMERA_GROUP_NOT_FOUND`, `CAMERA_GROUP_EXISTS` or `CAMERA_NOT_IN_SITE`. */
export class CameraGroupError extends AmaanError {}

/** All groups with how many cameras they have, by site and name, the default group of a site first. */
export async function listCameraGroups(db: Database): Promise<CameraGroup[]> {
  return selectGroups(db)
    .orderBy('site.name')
    .orderBy('camera_group.is_default', 'desc')
    .orderBy('camera_group.name')
    .execute();
}

/** One group, or null. */
export async function getCameraGroup(db: Database, id: Identifier): Promise<CameraGroup | null> {
  return (await selectGroups(db).where('camera_group.id', '=', id).executeTakeFirst()) ?? null;
}

/** The group of a site that cameras go to whose group is not named; made when there is none yet. */
export async function ensureDefaultGroup(db: Database, siteId: Identifier): Promise<Identifier> {
  const find = () =>
    db
      .selectFrom('camera_group')
      .select('id')
      .where('site_id', '=', siteId)
      .where('is_default', '=', true)
      .executeTakeFirst();
  const known = await find();
  if (known !== undefined) return known.id;
  await db
    .insertInto('camera_group')
    .values({
      id: newIdentifier(),
      site_id: siteId,
      name: DEFAULT_NAME,
      is_default: true,
      created_at: new Date().toISOString(),
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const made = await find();
  if (made === undefined)
    throw new CameraGroupError('CAMERA_GROUP_NOT_FOUND', 'The site has no default group of cameras.');
  return made.id;
}

/**
 * Adds a group to a site.
 * @throws CameraGroupError `CAMERA_GROUP_EXISTS` when the site has one of that name
 */
export async function insertCameraGroup(
  db: Database,
  group: { readonly siteId: Identifier; readonly name: string; readonly at: string },
): Promise<Identifier> {
  const added = await db
    .insertInto('camera_group')
    .values({
      id: newIdentifier(),
      site_id: group.siteId,
      name: group.name,
      is_default: false,
      created_at: group.at,
    })
    .onConflict((conflict) => conflict.columns(['site_id', 'name']).doNothing())
    .returning('id')
    .executeTakeFirst();
  if (added === undefined) throw nameTaken();
  return added.id;
}

/** @throws CameraGroupError `CAMERA_GROUP_NOT_FOUND`, `CAMERA_GROUP_EXISTS` */
export async function renameCameraGroup(db: Database, id: Identifier, name: string): Promise<void> {
  const group = await getCameraGroup(db, id);
  if (group === null) throw groupNotFound();
  const taken = await db
    .selectFrom('camera_group')
    .select('id')
    .where('site_id', '=', group.siteId)
    .where('name', '=', name)
    .where('id', '<>', id)
    .executeTakeFirst();
  if (taken !== undefined) throw nameTaken();
  await db.updateTable('camera_group').set({ name }).where('id', '=', id).execute();
}

/**
 * Moves cameras into a group of their own site.
 * @returns the groups that they were in before
 * @throws CameraGroupError `CAMERA_GROUP_NOT_FOUND`, or `CAMERA_NOT_IN_SITE` when one of them is elsewhere
 */
export async function moveCamerasToGroup(
  db: Database,
  groupId: Identifier,
  cameraIds: readonly Identifier[],
): Promise<Identifier[]> {
  const group = await getCameraGroup(db, groupId);
  if (group === null) throw groupNotFound();
  const cameras = await db
    .selectFrom('camera')
    .select(['id', 'group_id as groupId'])
    .where('id', 'in', cameraIds)
    .where('site_id', '=', group.siteId)
    .where('deleted_at', 'is', null)
    .forUpdate()
    .execute();
  if (cameras.length !== new Set(cameraIds).size)
    throw new CameraGroupError(
      'CAMERA_NOT_IN_SITE',
      `Not all of these cameras belong to ${group.siteName}; none was moved.`,
    );
  await db.updateTable('camera').set({ group_id: groupId }).where('id', 'in', cameraIds).execute();
  return [...new Set(cameras.map((camera) => camera.groupId))];
}

function selectGroups(db: Database) {
  return db
    .selectFrom('camera_group')
    .innerJoin('site', 'site.id', 'camera_group.site_id')
    .select(['camera_group.id', 'camera_group.site_id as siteId', 'site.name as siteName'])
    .select(['camera_group.name', 'camera_group.is_default as isDefault'])
    .select(
      sql<number>`(
        SELECT count(*) FROM camera
        WHERE camera.group_id = camera_group.id AND camera.deleted_at IS NULL
      )`.as('cameras'),
    );
}

function groupNotFound(): CameraGroupError {
  return new CameraGroupError('CAMERA_GROUP_NOT_FOUND', 'There is no such group; nothing was changed.');
}

function nameTaken(): CameraGroupError {
  return new CameraGroupError(
    'CAMERA_GROUP_EXISTS',
    'The site has a group of that name already; nothing was changed.',
  );
}
