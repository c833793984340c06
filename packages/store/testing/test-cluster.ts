import { chmod } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { readOrCreatePassword } from '../key-file.ts';
import { migrate } from '../migrations/migrate.ts';
import { openDatabase } from '../open-database.ts';
import { Cluster, SUPERUSER } from '../postgres/cluster.ts';
import { freePort } from '../postgres/free-port.ts';
import { postgresBinaries } from '../postgres/postgres-binaries.ts';
import { serverAccount } from '../postgres/server-account.ts';
import { oncePerRun, testRunFolder } from './once-per-run.ts';

/** The role of the platform, which owns its databases and nothing else, as in a deployment. */
const ROLE = 'amaan';
const TEMPLATE = 'migrated';

/** The PostgreSQL server that all files of a test run share. */
export interface TestCluster {
  /** URL of a database on it as the platform's role. */
  urlOf(database: string): string;
  /**
   * Makes a database as a copy of the files of another, some 20 ms.
   * @param template one that nobody is connected to; left out: one with the schema in place and nothing in it
   */
  create(database: string, template?: string): Promise<void>;
  /** Deletes a database, whoever is still connected to it. */
  drop(database: string): Promise<void>;
}

/**
 * The server of this run of tests. Whichever file asks first starts it, about 2 s; it outlives that file's process and is
 * stopped by `stopTestCluster`. It does not sync to the disk: nothing of it outlives the run.
 */
export async function testCluster(): Promise<TestCluster> {
  return clusterAt(await oncePerRun('server', () => start(testRunFolder())));
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

async function start(folder: string): Promise<Address> {
  // The account that runs PostgreSQL passes through.
  await chmod(folder, 0o711);
  const binaries = await postgresBinaries();
  const cluster = new Cluster(folder, binaries, await serverAccount([binaries.postgres, folder]));
  const address = { port: await freePort(), password: await readOrCreatePassword(join(folder, 'password')) };
  await cluster.ensure(address.password);
  await cluster.start(address.port);
  await asSuperuser(
    address,
    ...['fsync', 'full_page_writes', 'synchronous_commit'].map((name) => `ALTER SYSTEM SET ${name} = off`),
    'SELECT pg_reload_conf()',
    `CREATE ROLE ${ROLE} LOGIN PASSWORD '${address.password}'`,
    `CREATE DATABASE ${TEMPLATE} OWNER ${ROLE}`,
  );
  const template = openDatabase(urlOf(address, ROLE, TEMPLATE));
  await migrate(template);
  await template.destroy();
  return address;
}

function clusterAt(address: Address): TestCluster {
  return {
    urlOf: (database) => urlOf(address, ROLE, database),
    create: (database, template = TEMPLATE) =>
      asSuperuser(
        address,
        `CREATE DATABASE ${database} OWNER ${ROLE} TEMPLATE ${template} STRATEGY file_copy`,
      ),
    drop: (database) => asSuperuser(address, `DROP DATABASE IF EXISTS ${database} WITH (FORCE)`),
  };
}

function urlOf({ port, password }: Address, role: string, database: string): string {
  return `postgresql://${role}:${password}@127.0.0.1:${port}/${database}`;
}

async function asSuperuser(address: Address, ...statements: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: urlOf(address, SUPERUSER, 'postgres') });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}
