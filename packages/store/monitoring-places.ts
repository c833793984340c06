import type { Identifier } from '@amaan/contracts/identifier';
import type { Database } from './open-database.ts';

/** Where a camera is, for monitoring: groups are what it compares. */
export interface CameraPlace {
  readonly siteId: Identifier;
  readonly groupId: Identifier;
  readonly simulated: boolean;
}

/** The places of cameras, those that were removed among them. */
export async function listCameraPlaces(
  db: Database,
  cameraIds: readonly Identifier[],
): Promise<Map<Identifier, CameraPlace>> {
  if (cameraIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('camera')
    .select(['id', 'site_id as siteId', 'group_id as groupId', 'simulated'])
    .where('id', 'in', [...cameraIds])
    .execute();
  return new Map(rows.map(({ id, ...place }) => [id, place]));
}

/** Every camera group with the names that people know it by. */
export async function listGroupNames(
  db: Database,
): Promise<Map<Identifier, { groupName: string; siteId: Identifier; siteName: string }>> {
  const rows = await db
    .selectFrom('camera_group')
    .innerJoin('site', 'site.id', 'camera_group.site_id')
    .select([
      'camera_group.id',
      'camera_group.name as groupName',
      'site.id as siteId',
      'site.name as siteName',
    ])
    .execute();
  return new Map(rows.map(({ id, ...names }) => [id, names]));
}
