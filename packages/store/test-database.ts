import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { Kysely, PGliteDialect } from 'kysely';
import { columnParsers } from './column-types.ts';
import { migrate } from './migrations/migrate.ts';
import type { Database } from './open-database.ts';
import type { Schema } from './schema.ts';

let migrated: Promise<Blob> | undefined;

/**
 * A fresh migrated database in memory for unit tests: PostgreSQL compiled to WebAssembly, one connection.
 * The first of a test run takes some seconds, the next ones load its snapshot. What depends on several
 * connections or on durability is tested with `startTestPostgres` (`test-postgres.ts`).
 *
 * The caller closes it with `await db.destroy()`.
 */
export async function createTestDatabase(): Promise<Database> {
  migrated ??= snapshotOfMigratedDatabase();
  return open(await PGlite.create({ loadDataDir: await migrated, parsers: { ...columnParsers } }));
}

async function snapshotOfMigratedDatabase(): Promise<Blob> {
  const folder = process.env.AMAAN_TEST_RUN_FOLDER;
  const file = folder === undefined ? null : join(folder, 'migrated-database.tar');
  const known = file === null ? null : await readFile(file).catch(() => null);
  if (known !== null) return new Blob([known]);
  const snapshot = await migrateAndDump();
  if (file !== null) {
    // Two files of tests may begin at once: whoever is last replaces the same by the same.
    const part = `${file}.${process.pid}.part`;
    await writeFile(part, Buffer.from(await snapshot.arrayBuffer()));
    await rename(part, file);
  }
  return snapshot;
}

async function migrateAndDump(): Promise<Blob> {
  const pglite = await PGlite.create({ parsers: { ...columnParsers } });
  const db = open(pglite);
  await migrate(db);
  const snapshot = await pglite.dumpDataDir('none');
  await db.destroy();
  return snapshot;
}

function open(pglite: PGlite): Database {
  return new Kysely<Schema>({ dialect: new PGliteDialect({ pglite }) });
}
