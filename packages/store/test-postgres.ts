import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EmbeddedPostgres } from './embedded-postgres.ts';
import { migrate } from './migrations/migrate.ts';
import { type Database, openDatabase } from './open-database.ts';

/** A PostgreSQL server for one benchmark, with the schema in place. Disposing stops and deletes it. */
export interface TestPostgres extends AsyncDisposable {
  readonly db: Database;
  readonly postgres: EmbeddedPostgres;
}

/**
 * Starts a PostgreSQL server in a temporary folder, as a deployment has it: every commit reaches the disk. Takes about
 * 2 s. Tests share a server (`test-database.ts`).
 */
export async function startTestPostgres(): Promise<TestPostgres> {
  const folder = await mkdtemp(join(tmpdir(), 'amaan-postgres-'));
  await chmod(folder, 0o711);
  const postgres = await EmbeddedPostgres.start({ folder });
  const db = openDatabase(postgres.url);
  await migrate(db);
  return {
    db,
    postgres,
    async [Symbol.asyncDispose]() {
      await db.destroy();
      await postgres[Symbol.asyncDispose]();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
