import type { Camera } from '@amaan/contracts/camera';
import type { Identifier } from '@amaan/contracts/identifier';
import { getCamera } from '@amaan/store/cameras';
import type { Database } from '@amaan/store/open-database';
import { coversSite, type Principal } from '../access/decide.ts';
import { NotFoundError } from '../http/http-errors.ts';

/**
 * A camera of somebody's sites. One of another site is to them as if it did not exist.
 * @throws NotFoundError `CAMERA_NOT_FOUND`
 */
export async function requireCamera(
  db: Database,
  id: Identifier,
  { sites }: Pick<Principal, 'sites'>,
): Promise<Camera> {
  const camera = await getCamera(db, id);
  if (camera === null || !coversSite(sites, camera.siteId)) throw new NotFoundError('camera');
  return camera;
}
