import { randomBytes } from 'node:crypto';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { oncePerRun, testRunFolder } from '@amaan/store/testing/once-per-run';
import { testCluster } from '@amaan/store/testing/test-cluster';
import { prepareConsole } from '../setup/prepare-console.ts';
import { prepareModels } from '../setup/prepare-models.ts';
import { Deployment } from '../up/deployment.ts';

export interface TestDemo extends AsyncDisposable {
  readonly deployment: Deployment;
  /** Its data folder; deleted with it. */
  readonly folder: string;
}

/**
 * A demonstration in a folder and a database of its own, with all of its processes: the copy of one that was started, filled
 * and stopped, so that the filling is paid once for a run of tests.
 */
export async function startDemo(): Promise<TestDemo> {
  await prepareModels();
  await prepareConsole();
  const seeded = await seededDemo();
  const cluster = await testCluster();
  await using stack = new AsyncDisposableStack();
  const folder = await mkdtemp(join(tmpdir(), 'amaan-demo-'));
  stack.defer(() => rm(folder, { recursive: true, force: true }));
  await cp(seeded.folder, folder, { recursive: true });
  const database = `demo_${randomBytes(8).toString('hex')}`;
  await cluster.create(database, seeded.database);
  stack.defer(() => cluster.drop(database));
  const deployment = stack.use(await start(folder, cluster.urlOf(database)));
  const owned = stack.move();
  return { deployment, folder, [Symbol.asyncDispose]: () => owned.disposeAsync() };
}

function seededDemo(): Promise<{ folder: string; database: string }> {
  return oncePerRun('seeded-demo', async () => {
    const cluster = await testCluster();
    const seeded = { folder: join(testRunFolder(), 'seeded-demo'), database: 'seeded_demo' };
    await cluster.create(seeded.database);
    const deployment = await start(seeded.folder, cluster.urlOf(seeded.database));
    await deployment[Symbol.asyncDispose]();
    return seeded;
  });
}

function start(dataFolder: string, databaseUrl: string): Promise<Deployment> {
  return Deployment.start({
    ...{ dataFolder, databaseUrl, host: '127.0.0.1', port: 0, demo: true },
    log: () => {},
  });
}
