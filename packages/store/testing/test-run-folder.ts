import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stopTestCluster } from './test-cluster.ts';

const PREFIX = 'amaan-test-run-';

/**
 * For each run of tests a folder for what its files share, such as the server of their databases; it goes with the
 * run, so that nothing in it can be of other code. Its name is in `AMAAN_TEST_RUN_FOLDER`, which test processes inherit.
 *
 * @returns how to remove it.
 */
export async function setup(): Promise<() => Promise<void>> {
  await removeAbandoned();
  const folder = await mkdtemp(join(tmpdir(), PREFIX));
  await writeFile(ownerFile(folder), String(process.pid));
  process.env.AMAAN_TEST_RUN_FOLDER = folder;
  return () => remove(folder);
}

const ownerFile = (folder: string) => join(folder, 'owner');

async function remove(folder: string): Promise<void> {
  await stopTestCluster(folder);
  await rm(folder, { recursive: true, force: true });
}

/** Removes what runs left behind that were killed: their server would run for ever. */
async function removeAbandoned(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    if (!name.startsWith(PREFIX)) continue;
    const folder = join(tmpdir(), name);
    const owner = Number(await readFile(ownerFile(folder), 'utf8').catch(() => ''));
    if (owner > 0 && !isAlive(owner)) await remove(folder);
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
