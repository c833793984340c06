import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * For each run of tests a folder for what its files share, such as the snapshot of a migrated database; it goes with the
 * run, so that nothing in it can be of other code. Its name is in `AMAAN_TEST_RUN_FOLDER`, which test processes inherit.
 *
 * @returns how to remove it.
 */
export async function setup(): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'amaan-test-run-'));
  process.env.AMAAN_TEST_RUN_FOLDER = folder;
  return () => rm(folder, { recursive: true, force: true });
}
