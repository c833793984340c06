import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ObjectStore } from '@amaan/store/object-store';
import type { FetchedFile } from './what-if-desk.ts';

/**
 * Writes an object to a file of its own, as SUMO and its reader want it; the file goes with what is returned.
 * @throws ObjectStoreError `OBJECT_NOT_FOUND`, `OBJECT_CORRUPT`
 */
export async function fetchObject(objects: Pick<ObjectStore, 'get'>, digest: string): Promise<FetchedFile> {
  const bytes = await objects.get(digest);
  const folder = await mkdtemp(join(tmpdir(), 'amaan-network-'));
  const path = join(folder, 'network.net.xml');
  await writeFile(path, bytes);
  return { path, [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }) };
}
