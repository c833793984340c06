import { createRequire } from 'node:module';
import { expect, test, vi } from 'vitest';
import { hashPassword, verifyPassword } from './passwords.ts';

// All other tests hash cheaply.
vi.mock('@node-rs/argon2', () => createRequire(import.meta.url)('@node-rs/argon2'));

test('a password is hashed by Argon2id with 19 MiB and two passes, and only it fits its hash', async () => {
  const hash = await hashPassword('correct horse');
  expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(await verifyPassword(hash, 'correct horse')).toBe(true);
  expect(await verifyPassword(hash, 'correct hors')).toBe(false);
});
