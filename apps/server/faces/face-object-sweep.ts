import { listObjectRemovals, settleObjectRemoval } from '@amaan/store/faces/face-objects';
import type { ObjectStore } from '@amaan/store/object-store';
import type { Database } from '@amaan/store/open-database';

const BATCH = 500;

/**
 * Deletes the objects that were forgotten, as far as nothing else names them. May be cut off anywhere and run again.
 * @returns how many were deleted
 */
export async function sweepFaceObjects(db: Database, objects: Pick<ObjectStore, 'remove'>): Promise<number> {
  let removed = 0;
  for (;;) {
    const batch = await listObjectRemovals(db, BATCH);
    for (const { digest, isNamed } of batch) {
      if (!isNamed) {
        await objects.remove(digest);
        removed += 1;
      }
      await settleObjectRemoval(db, digest);
    }
    if (batch.length < BATCH) return removed;
  }
}
