import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { authDatabase } from './auth-database.ts';
import { createTestDatabase } from './test-database.ts';

test('better-auth writes and reads dates, everybody else instants, in the same rows', async () => {
  await using db = await createTestDatabase();
  const auth = authDatabase(db);
  const at = new Date('2026-03-01T08:15:30.250Z');
  // As better-auth's adapter does it, which does not know the column types of this schema.
  await sql`INSERT INTO verification (id, identifier, value, "expiresAt") VALUES ('1', 'i', 'v', ${at})`.execute(
    auth,
  );
  const asAuth = await auth.selectFrom('verification').selectAll().executeTakeFirstOrThrow();
  expect(asAuth.expiresAt).toEqual(at);
  expect(asAuth.createdAt).toBeInstanceOf(Date);
  expect(asAuth.value).toBe('v');
  const plain = await db.selectFrom('verification').selectAll().executeTakeFirstOrThrow();
  expect(plain.expiresAt).toBe('2026-03-01T08:15:30.250Z');
});
