import { randomBytes } from 'node:crypto';
import { chown, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { isFileError } from '../durable-file.ts';
import type { PostgresBinaries } from './postgres-binaries.ts';
import { PostgresError, postgresErrorOf } from './postgres-error.ts';
import { type Postmaster, readPostmaster, removeMisleadingPidFile } from './postmaster.ts';
import type { ServerAccount } from './server-account.ts';

const MAJOR_VERSION = '18';
const LOG_LIMIT_BYTES = 16 * 1024 * 1024;
const START_SECONDS = 300;
const STOP_SECONDS = 60;
const ORPHANS_MS = 15_000;

/**
 * Loopback only, no socket file that other accounts could reach, and no statement in the log: statements
 * carry personal data.
 */
const SETTINGS = [
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'timezone=UTC',
  'log_timezone=UTC',
  'log_min_error_statement=panic',
  'log_checkpoints=off',
  'max_connections=100',
  'jit=off',
];

/** The name of the role that `initdb` makes. */
export const SUPERUSER = 'postgres';

/** A PostgreSQL data directory, and the programs that make, start and stop its server. */
export class Cluster {
  readonly path: string;
  readonly #folder: string;
  readonly #binaries: PostgresBinaries;
  readonly #account: ServerAccount;

  constructor(folder: string, binaries: PostgresBinaries, account: ServerAccount) {
    this.path = join(folder, 'cluster');
    this.#folder = folder;
    this.#binaries = binaries;
    this.#account = account;
  }

  /**
   * Makes the data directory when there is none. It appears complete or not at all.
   * @throws PostgresError `DATABASE_FOLDER_VERSION` when it is of another major version of PostgreSQL
   */
  async ensure(password: string): Promise<void> {
    const version = await readFile(join(this.path, 'PG_VERSION'), 'utf8').catch((error: unknown) => {
      if (isFileError(error, 'ENOENT')) return null;
      throw postgresErrorOf(outputOf(error), this.#folder);
    });
    if (version === null) return this.#create(password);
    if (version.trim() !== MAJOR_VERSION) {
      throw new PostgresError(
        'DATABASE_FOLDER_VERSION',
        `The database in ${this.#folder} is of PostgreSQL ${version.trim()}, this is PostgreSQL ${MAJOR_VERSION}. Nothing was changed. Export it with the version that made it (pg_dump) and import it into a new data folder.`,
      );
    }
  }

  /** The server that runs on this data directory, if any. */
  postmaster(): Promise<Postmaster | null> {
    return readPostmaster(this.path);
  }

  /**
   * Starts the server apart from this process: it outlives a killed parent, and a signal that a terminal
   * sends to this process group does not reach it, so that it can be stopped last.
   * @throws PostgresError
   */
  async start(port: number): Promise<void> {
    await removeMisleadingPidFile(this.path);
    for (const deadline = Date.now() + ORPHANS_MS; ; await delay(200)) {
      const failure = await this.#tryStart(port);
      if (failure === null) return;
      // Children of a server that was killed end by themselves; until then the data is theirs.
      const orphaned = /shared memory block .* still in use/.test(failure);
      if (!orphaned || Date.now() > deadline) throw postgresErrorOf(failure, this.#folder);
    }
  }

  /** Stops the server: open transactions end, everything committed is on the disk. */
  async stop(): Promise<void> {
    if ((await this.postmaster()) === null) return;
    try {
      await this.#pgCtl('stop', '--wait', '--mode', 'fast', '--timeout', `${STOP_SECONDS}`);
    } catch {
      if ((await this.postmaster()) === null) return;
      // It hangs. What it committed is in its log and comes back at the next start.
      await this.#pgCtl('stop', '--wait', '--mode', 'immediate', '--timeout', `${STOP_SECONDS}`);
    }
  }

  /** @returns null, or what the server wrote before it gave up */
  async #tryStart(port: number): Promise<string | null> {
    const log = join(this.path, 'postgres.log');
    if ((await sizeOf(log)) > LOG_LIMIT_BYTES) await rename(log, `${log}.1`);
    const before = await sizeOf(log);
    const options = [`-p ${port}`, ...SETTINGS.map((setting) => `-c ${setting}`)].join(' ');
    try {
      await this.#pgCtl(
        'start',
        '--wait',
        '--log',
        log,
        '--options',
        options,
        '--timeout',
        `${START_SECONDS}`,
      );
      return null;
    } catch (error) {
      const written = (await readFile(log).catch(() => Buffer.of())).subarray(before).toString().trim();
      return written === '' ? outputOf(error) : written;
    }
  }

  #pgCtl(command: string, ...options: string[]) {
    return this.#account.run(this.#binaries.pgCtl, [command, '--pgdata', this.path, ...options]);
  }

  async #create(password: string): Promise<void> {
    const unfinished = `${this.path}.new`;
    const passwordFile = `${this.path}.${randomBytes(6).toString('hex')}`;
    try {
      // What an interrupted attempt left behind.
      await rm(unfinished, { recursive: true, force: true });
      await mkdir(unfinished, { mode: 0o700 });
      await writeFile(passwordFile, password, { mode: 0o600, flag: 'wx' });
      const { ids } = this.#account;
      if (ids !== null) {
        for (const path of [unfinished, passwordFile]) await chown(path, ids.uid, ids.gid);
      }
      await this.#account.run(this.#binaries.initdb, [
        `--pgdata=${unfinished}`,
        `--username=${SUPERUSER}`,
        `--pwfile=${passwordFile}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
        '--locale=C',
        '--no-instructions',
      ]);
      await rename(unfinished, this.path);
    } catch (error) {
      await rm(unfinished, { recursive: true, force: true });
      throw postgresErrorOf(outputOf(error), this.#folder);
    } finally {
      await rm(passwordFile, { force: true });
    }
  }
}

async function sizeOf(path: string): Promise<number> {
  return stat(path).then(
    ({ size }) => size,
    () => 0,
  );
}

/** What a failed program wrote, or why it could not be run. */
function outputOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { stderr, stdout } = error as Error & { stderr?: string; stdout?: string };
  return [stdout, stderr].filter(Boolean).join('\n') || error.message;
}
