import { randomBytes } from 'node:crypto';
import { type Database, openDatabase } from './open-database.ts';
import { testCluster } from './testing/test-cluster.ts';

/** A fresh migrated database, and its URL for whoever connects to it besides. Disposing closes and deletes it. */
export interface TestDatabase extends AsyncDisposable {
  readonly db: Database;
  readonly url: string;
}

/**
 * A fresh migrated database for tests: one of the server that the whole test run shares, PostgreSQL as in a deployment but
 * for not syncing to the disk. What stops its server or is about durability starts an `EmbeddedPostgres` of its own.
 *
 * The caller closes and deletes it with `await db.destroy()`.
 */
export async function createTestDatabase(): Promise<Database> {
  return (await openTestDatabase()).db;
}

/** As `createTestDatabase`, with the URL: for what runs in processes of its own. */
export async function openTestDatabase(): Promise<TestDatabase> {
  const cluster = await testCluster();
  const name = `test_${randomBytes(8).toString('hex')}`;
  await cluster.create(name);
  const url = cluster.urlOf(name);
  const db = openDatabase(url);
  const close = db.destroy.bind(db);
  db.destroy = async () => {
    await close();
    await cluster.drop(name);
  };
  return { db, url, [Symbol.asyncDispose]: () => db.destroy() };
}
