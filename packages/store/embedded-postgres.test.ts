import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { EmbeddedPostgres } from './embedded-postgres.ts';
import { openDatabase } from './open-database.ts';
import { postgresErrorOf } from './postgres/postgres-error.ts';

/** Starts a server in a process of its own and prints its process number; then waits to be killed. */
const OWNER = `
  const { EmbeddedPostgres } = await import(process.argv[1]);
  const postgres = await EmbeddedPostgres.start({ folder: process.argv[2] });
  console.log(postgres.port);
  setInterval(() => {}, 1000);
`;

describe('the embedded PostgreSQL', () => {
  let root: string;
  let folder: string;
  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'amaan-postgres-'));
    await chmod(root, 0o711);
    folder = join(root, 'postgres');
  });
  afterEach(() => rm(root, { recursive: true, force: true }));

  test('keeps what was committed, its passwords and its port', async () => {
    const urls: string[] = [];
    for (const expected of [1, 2]) {
      await using postgres = await EmbeddedPostgres.start({ folder });
      await using db = openDatabase(postgres.url);
      await sql`CREATE TABLE IF NOT EXISTS visit (n serial)`.execute(db);
      await sql`INSERT INTO visit DEFAULT VALUES`.execute(db);
      const { rows } = await sql<{ count: number }>`SELECT count(*) FROM visit`.execute(db);
      expect(rows[0]?.count).toBe(expected);
      const settings = await sql<Record<string, string>>`
        SELECT current_setting('fsync') AS fsync, current_setting('listen_addresses') AS address,
          current_setting('server_version') AS version, current_setting('is_superuser') AS superuser`.execute(
        db,
      );
      expect(settings.rows[0]).toMatchObject({ fsync: 'on', address: '127.0.0.1', superuser: 'off' });
      expect(settings.rows[0]?.version).toMatch(/^18\./);
      urls.push(postgres.url);
    }
    expect(urls[0]).toBe(urls[1]);
    for (const file of ['password', 'superuser-password']) {
      expect((await stat(join(folder, file))).mode & 0o777).toBe(0o600);
    }
  });

  test('a server whose owner was killed is adopted with all it has', async () => {
    const owner = startOwner(folder);
    const port = Number(await firstLine(owner));
    owner.kill('SIGKILL');
    await once(owner, 'exit');
    await using postgres = await EmbeddedPostgres.start({ folder });
    expect(postgres).toMatchObject({ adopted: true, port });
    await using db = openDatabase(postgres.url);
    expect((await sql<{ n: number }>`SELECT 1 AS n`.execute(db)).rows).toEqual([{ n: 1 }]);
  });

  test('a server with a living owner is left alone', async () => {
    await using postgres = await EmbeddedPostgres.start({ folder });
    await expect(EmbeddedPostgres.start({ folder })).rejects.toMatchObject({
      code: 'DATABASE_FOLDER_IN_USE',
    });
    await using db = openDatabase(postgres.url);
    expect((await sql<{ n: number }>`SELECT 1 AS n`.execute(db)).rows).toEqual([{ n: 1 }]);
  });

  test('a server that was killed is noticed, and starts again with what was committed', async () => {
    const first = await EmbeddedPostgres.start({ folder });
    const db = openDatabase(first.url);
    await sql`CREATE TABLE kept AS SELECT 42 AS n`.execute(db);
    const pid = Number((await readFile(join(folder, 'cluster', 'postmaster.pid'), 'utf8')).split('\n')[0]);
    process.kill(pid, 'SIGKILL');
    await first.ended;
    await first[Symbol.asyncDispose]();
    await db.destroy();

    await using second = await EmbeddedPostgres.start({ folder });
    expect(second.adopted).toBe(false);
    await using again = openDatabase(second.url);
    expect((await sql`SELECT n FROM kept`.execute(again)).rows).toEqual([{ n: 42 }]);
  });

  test('a pid file that now names another program does not stop it', async () => {
    await using first = await EmbeddedPostgres.start({ folder });
    await first[Symbol.asyncDispose]();
    const stale = `${process.pid}\n${folder}/cluster\n0\n${first.port}\n\n127.0.0.1\n`;
    await writeFile(join(folder, 'cluster', 'postmaster.pid'), stale);
    await using second = await EmbeddedPostgres.start({ folder });
    expect(second.adopted).toBe(false);
  });

  test('another port is taken when the last one is busy, but not when one is asked for', async () => {
    const first = await EmbeddedPostgres.start({ folder });
    await first[Symbol.asyncDispose]();
    const other = createServer().listen(first.port, '127.0.0.1');
    await once(other, 'listening');
    try {
      await expect(EmbeddedPostgres.start({ folder, port: first.port })).rejects.toMatchObject({
        code: 'DATABASE_PORT_TAKEN',
      });
      await using second = await EmbeddedPostgres.start({ folder });
      expect(second.port).not.toBe(first.port);
    } finally {
      other.close();
    }
  });

  test('a database of another major version is refused and left as it is', async () => {
    const first = await EmbeddedPostgres.start({ folder });
    await first[Symbol.asyncDispose]();
    await writeFile(join(folder, 'cluster', 'PG_VERSION'), '17\n');
    await expect(EmbeddedPostgres.start({ folder })).rejects.toMatchObject({
      code: 'DATABASE_FOLDER_VERSION',
      message: expect.stringContaining('PostgreSQL 17'),
    });
  });

  test('a folder that cannot be made is one clear error', async () => {
    await writeFile(join(root, 'file'), '');
    await expect(EmbeddedPostgres.start({ folder: join(root, 'file', 'postgres') })).rejects.toMatchObject({
      code: expect.stringMatching(/^DATABASE_/),
    });
  });

  test('a password file that others may read is refused', async () => {
    const first = await EmbeddedPostgres.start({ folder });
    await first[Symbol.asyncDispose]();
    await chmod(join(folder, 'password'), 0o644);
    await expect(EmbeddedPostgres.start({ folder })).rejects.toMatchObject({ code: 'KEY_FILE_EXPOSED' });
  });

  test.skipIf(process.getuid?.() !== 0)('runs for root in a folder that only root may enter', async () => {
    await chmod(root, 0o700);
    await using postgres = await EmbeddedPostgres.start({ folder });
    await using db = openDatabase(postgres.url);
    expect((await sql<{ n: number }>`SELECT 1 AS n`.execute(db)).rows).toEqual([{ n: 1 }]);
  });
});

test.each([
  ['initdb: error: could not write to file "x": No space left on device', 'DATABASE_DISK_FULL'],
  ['FATAL:  could not extend file\nHINT:  Check free disk space.\nPANIC:  aborted', 'DATABASE_DISK_FULL'],
  ['LOG:  could not bind IPv4 address "127.0.0.1": Address already in use', 'DATABASE_PORT_TAKEN'],
  ['initdb: error: could not access directory "x": Permission denied', 'DATABASE_NO_PERMISSION'],
  ['LOG:  starting\nFATAL:  configuration is wrong\nLOG:  shut down', 'DATABASE_START_FAILED'],
])('%s is %s', (output, code) => {
  const error = postgresErrorOf(output, '/data/postgres');
  expect(error.code).toBe(code);
  expect(error.message).toContain('/data/postgres');
});

function startOwner(folder: string): ChildProcess {
  const module = import.meta.resolve('./embedded-postgres.ts');
  return spawn(process.execPath, ['--input-type=module', '--eval', OWNER, module, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

async function firstLine(child: ChildProcess): Promise<string> {
  const [chunk] = await once(child.stdout!, 'data');
  return String(chunk).trim();
}
