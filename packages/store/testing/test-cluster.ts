import { chmod, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { isFileError } from '../durable-file.ts';
import { readOrCreatePassword } from '../key-file.ts';
import { migrate } from '../migrations/migrate.ts';
import { openDatabase } from '../open-database.ts';
import { Cluster, SUPERUSER } from '../postgres/cluster.ts';
import { freePort } from '../postgres/free-port.ts';
import { postgresBinaries } from '../postgres/postgres-binaries.ts';
import { serverAccount } from '../postgres/server-account.ts';

/** The role of the platform, which owns its databases and nothing else, as in a deployment. */
const ROLE = 'amaan';
const TEMPLATE = 'migrated';
const START_MS = 120_000;

/** The PostgreSQL server that all files of a test run share. */
export interface TestCluster {
  /** URL of a database on it as the platform's role. */
  urlOf(database: string): string;
  /** Runs something as the superuser. */
  asSuperuser<T>(work: (client: pg.Client) => Promise<T>): Promise<T>;
  /** Makes a database with the schema in place: a copy of the files of one that was migrated, some 20 ms. */
  create(database: string): Promise<void>;
  /** Deletes a database, whoever is still connected to it. */
  drop(database: string): Promise<void>;
}

/**
 * The server of the test run with this folder. Whichever file of tests asks first starts and migrates it, about 2 s; it
 * outlives that file's process and is stopped by `stopTestCluster`. It does not sync to the disk: nothing of it outlives the
 * run.
 */
export async function testCluster(folder: string): Promise<TestCluster> {
  const ready = join(folder, 'server.json');
  for (const deadline = Date.now() + START_MS; ; await delay(50)) {
    const known = await readFile(ready, 'utf8').catch(ignoring('ENOENT'));
    if (known !== undefined) return clusterAt(JSON.parse(known));
    const first = await mkdir(join(folder, 'server-starting')).then(() => true, ignoring('EEXIST'));
    if (first) return start(folder, ready);
    if (Date.now() > deadline) throw new Error(`The server of the test run in ${folder} did not start.`);
  }
}

/** Stops the server of a test run, if one was started. */
export async function stopTestCluster(folder: string): Promise<void> {
  const binaries = await postgresBinaries();
  await new Cluster(folder, binaries, await serverAccount([binaries.postgres, folder])).stop();
}

interface Address {
  readonly port: number;
  readonly password: string;
}

async function start(folder: string, ready: string): Promise<TestCluster> {
  // The account that runs PostgreSQL passes through.
  await chmod(folder, 0o711);
  const binaries = await postgresBinaries();
  const cluster = new Cluster(folder, binaries, await serverAccount([binaries.postgres, folder]));
  const address = { port: await freePort(), password: await readOrCreatePassword(join(folder, 'password')) };
  await cluster.ensure(address.password);
  await cluster.start(address.port);
  const running = clusterAt(address);
  await running.asSuperuser(async (client) => {
    for (const setting of ['fsync', 'full_page_writes', 'synchronous_commit']) {
      await client.query(`ALTER SYSTEM SET ${setting} = off`);
    }
    await client.query('SELECT pg_reload_conf()');
    await client.query(`CREATE ROLE ${ROLE} LOGIN PASSWORD ${client.escapeLiteral(address.password)}`);
    await client.query(`CREATE DATABASE ${TEMPLATE} OWNER ${ROLE}`);
  });
  const template = openDatabase(running.urlOf(TEMPLATE));
  await migrate(template);
  await template.destroy();
  // Whoever sees the file sees all of it.
  await writeFile(`${ready}.part`, JSON.stringify(address), { mode: 0o600 });
  await rename(`${ready}.part`, ready);
  return running;
}

function clusterAt({ port, password }: Address): TestCluster {
  const urlOf = (role: string, database: string) =>
    `postgresql://${role}:${password}@127.0.0.1:${port}/${database}`;
  async function asSuperuser<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
    const client = new pg.Client({ connectionString: urlOf(SUPERUSER, 'postgres') });
    await client.connect();
    try {
      return await work(client);
    } finally {
      await client.end();
    }
  }
  return {
    urlOf: (database) => urlOf(ROLE, database),
    asSuperuser,
    create: (database) =>
      asSuperuser(async (client) => {
        await client.query(
          `CREATE DATABASE ${database} OWNER ${ROLE} TEMPLATE ${TEMPLATE} STRATEGY file_copy`,
        );
      }),
    drop: (database) =>
      asSuperuser(async (client) => {
        await client.query(`DROP DATABASE IF EXISTS ${database} WITH (FORCE)`);
      }),
  };
}

/** For `catch`: undefined for the error of a file with this code. */
function ignoring(code: string): (error: unknown) => undefined {
  return (error) => {
    if (!isFileError(error, code)) throw error;
  };
}
