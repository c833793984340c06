import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '../open-database.ts';
import { createTestDatabase } from '../test-database.ts';
import { migrate } from './migrate.ts';

let db: Database;
beforeAll(async () => {
  db = await createTestDatabase();
});
afterAll(() => db.destroy());

test('a migrated database needs nothing more', async () => {
  expect(await migrate(db)).toEqual([]);
});

test('instants, big numbers and bytes come back as the contracts write them', async () => {
  const digest = Buffer.alloc(32, 7);
  await db
    .insertInto('ledger_checkpoint')
    .values({ size: 2 ** 40, note: 'note' })
    .execute();
  await db
    .insertInto('model')
    .values({
      digest,
      id: 'm',
      title: 'M',
      licence: 'MIT',
      source: 'npm:m@1',
      registered_at: '1999-12-31T23:59:59.999Z',
    })
    .execute();
  const checkpoint = await db.selectFrom('ledger_checkpoint').selectAll().executeTakeFirstOrThrow();
  const model = await db.selectFrom('model').selectAll().executeTakeFirstOrThrow();
  expect(checkpoint).toEqual({ size: 2 ** 40, note: 'note' });
  expect(model.registered_at).toBe('1999-12-31T23:59:59.999Z');
  expect(Buffer.from(model.digest)).toEqual(digest);
});
