import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { readOrCreatePassword } from './key-file.ts';
import { Cluster, SUPERUSER } from './postgres/cluster.ts';
import { freePort } from './postgres/free-port.ts';
import { postgresBinaries } from './postgres/postgres-binaries.ts';
import { PostgresError, postgresErrorOf } from './postgres/postgres-error.ts';
import { PostgresLease } from './postgres/postgres-lease.ts';
import { serverAccount } from './postgres/server-account.ts';

/** Name of the database and of the role that the platform works as: it owns its tables and nothing else. */
const DATABASE = 'amaan';

/** How long a server found running may take until it answers or ends: it may be recovering or stopping. */
const SETTLE_MS = 120_000;

export interface EmbeddedPostgresOptions {
  /** Where the database lives, for example `<data>/postgres`. It is made when missing. */
  readonly folder: string;
  /** A fixed port. Left out: the one used before if it is free, otherwise any free one. */
  readonly port?: number;
}

/**
 * A real PostgreSQL 18 from npm in a folder: loopback only, random passwords in files that only the owner
 * reads, every commit synced to disk. One object owns it; disposing of that stops it.
 *
 * @example
 * await using postgres = await EmbeddedPostgres.start({ folder: 'data/postgres' });
 * const db = openDatabase(postgres.url);
 */
export class EmbeddedPostgres implements AsyncDisposable {
  /** Connection URL of the platform's role. It holds a password. */
  readonly url: string;
  readonly port: number;
  /** Whether the server was found running, left by an owner that was killed. */
  readonly adopted: boolean;
  readonly #cluster: Cluster;
  readonly #lease: PostgresLease;

  private constructor(server: RunningServer, lease: PostgresLease, password: string) {
    this.port = server.port;
    this.adopted = server.adopted;
    this.url = urlOf(DATABASE, password, server.port, DATABASE);
    this.#cluster = server.cluster;
    this.#lease = lease;
  }

  /**
   * Starts the server, or adopts the one that a killed owner left running.
   * @throws PostgresError with one clear sentence, see there for the codes
   */
  static async start(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
    const folder = resolve(options.folder);
    const binaries = await postgresBinaries();
    await mkdir(folder, { recursive: true }).catch((error: Error) => {
      throw postgresErrorOf(error.message, folder);
    });
    const account = await serverAccount([binaries.postgres, folder]);
    const passwords = {
      superuser: await readOrCreatePassword(join(folder, 'superuser-password')),
      platform: await readOrCreatePassword(join(folder, 'password')),
    };
    const cluster = new Cluster(folder, binaries, account);
    await cluster.ensure(passwords.superuser);
    const server =
      (await findRunning(cluster, passwords.superuser)) ?? (await startServer(cluster, folder, options.port));
    const lease = await PostgresLease.take(
      urlOf(SUPERUSER, passwords.superuser, server.port, 'postgres'),
      folder,
    );
    const postgres = new EmbeddedPostgres(server, lease, passwords.platform);
    try {
      await ensureDatabase(lease.client, passwords.platform);
      return postgres;
    } catch (error) {
      await postgres[Symbol.asyncDispose]();
      throw error;
    }
  }

  /** Resolves when the server has gone, whether it was stopped or died. */
  get ended(): Promise<void> {
    return this.#lease.ended;
  }

  /** Stops the server. What was committed is on the disk. */
  async [Symbol.asyncDispose](): Promise<void> {
    await this.#cluster.stop();
    await this.#lease[Symbol.asyncDispose]();
  }
}

interface RunningServer {
  readonly cluster: Cluster;
  readonly port: number;
  readonly adopted: boolean;
}

/** The server that already runs on this cluster, once it answers. Null when none does, or it ended. */
async function findRunning(cluster: Cluster, password: string): Promise<RunningServer | null> {
  for (const deadline = Date.now() + SETTLE_MS; ; await delay(100)) {
    const postmaster = await cluster.postmaster();
    if (postmaster === null) return null;
    const client = new pg.Client({
      connectionString: urlOf(SUPERUSER, password, postmaster.port, 'postgres'),
      connectionTimeoutMillis: 5000,
    });
    client.on('error', () => {});
    try {
      await client.connect();
      const { rows } = await client.query('SHOW data_directory');
      if (rows[0]?.data_directory === cluster.path) return { cluster, port: postmaster.port, adopted: true };
    } catch (cause) {
      if (Date.now() < deadline) continue;
      throw new PostgresError(
        'DATABASE_START_FAILED',
        `A PostgreSQL server (process ${postmaster.pid}) runs on ${cluster.path} and does not answer. Nothing was changed. End it and start again.`,
        { cause },
      );
    } finally {
      await client.end().catch(() => {});
    }
    throw new PostgresError(
      'DATABASE_FOLDER_IN_USE',
      `The folder ${cluster.path} is a copy of one whose PostgreSQL server is running (process ${postmaster.pid}). Nothing was changed. Stop that server first.`,
    );
  }
}

async function startServer(cluster: Cluster, folder: string, fixed?: number): Promise<RunningServer> {
  const remembered = join(folder, 'port');
  const last = fixed ?? (Number(await readFile(remembered, 'utf8').catch(() => '')) || undefined);
  const port = await freePort(last);
  if (fixed !== undefined && port !== fixed) {
    throw new PostgresError(
      'DATABASE_PORT_TAKEN',
      `Another program listens on port ${fixed}. Nothing was changed. Stop it or choose another port.`,
    );
  }
  await cluster.start(port);
  await writeFile(remembered, `${port}\n`);
  return { cluster, port, adopted: false };
}

/** Makes the platform's role and database when they are missing. */
async function ensureDatabase(superuser: pg.Client, password: string): Promise<void> {
  const name = superuser.escapeIdentifier(DATABASE);
  const roles = await superuser.query('SELECT FROM pg_roles WHERE rolname = $1', [DATABASE]);
  if (roles.rowCount === 0) await superuser.query(`CREATE ROLE ${name} LOGIN`);
  await superuser.query(`ALTER ROLE ${name} PASSWORD ${superuser.escapeLiteral(password)}`);
  const databases = await superuser.query('SELECT FROM pg_database WHERE datname = $1', [DATABASE]);
  if (databases.rowCount === 0) await superuser.query(`CREATE DATABASE ${name} OWNER ${name}`);
}

function urlOf(role: string, password: string, port: number, database: string): string {
  return `postgresql://${role}:${password}@127.0.0.1:${port}/${database}`;
}
