import type { Digest } from '@amaan/contracts/digest';
import type { ObjectStore } from '@amaan/store/object-store';
import type { Database } from '@amaan/store/open-database';
import {
  deleteMaskedObject,
  isObjectNamed,
  listOrphanedOriginals,
} from '@amaan/store/redaction/masked-objects';

const BATCH = 500;

/**
 * The object store with one promise more: whatever deletes an original, its masked version goes first. A removal that is
 * cut off and repeated deletes both.
 */
export function withMaskedRemoval(objects: ObjectStore, db: Database): ObjectStore {
  return {
    put: (bytes) => objects.put(bytes),
    get: (digest) => objects.get(digest),
    has: (digest) => objects.has(digest),
    openStream: (digest, range) => objects.openStream(digest, range),
    remove: async (digest) => {
      await removeMasked(db, objects, digest);
      await objects.remove(digest);
    },
  };
}

/** Deletes the masked version of an original, unless something else has the same bytes. */
export async function removeMasked(
  db: Database,
  objects: Pick<ObjectStore, 'remove'>,
  original: Digest,
): Promise<void> {
  const masked = await deleteMaskedObject(db, original);
  if (masked !== null && !(await isObjectNamed(db, masked))) await objects.remove(masked);
}

/** Deletes masked versions of what nothing names any more: after a deletion that was cut off in between. */
export async function sweepMaskedObjects(
  db: Database,
  objects: Pick<ObjectStore, 'remove'>,
): Promise<number> {
  let removed = 0;
  for (;;) {
    const batch = await listOrphanedOriginals(db, BATCH);
    for (const original of batch) await removeMasked(db, objects, original);
    removed += batch.length;
    if (batch.length < BATCH) return removed;
  }
}
