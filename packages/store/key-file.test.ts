import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readOrCreatePassword, readOrCreateSecretKey, readOrCreateSigningKey } from './key-file.ts';

describe('key files', () => {
  let folder: string;
  let path: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'amaan-keys-'));
    path = join(folder, 'data', 'keys', 'key');
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  test('a signing key is made once, also when several ask at once', async () => {
    const keys = await Promise.all(Array.from({ length: 5 }, () => readOrCreateSigningKey(path)));
    for (const key of keys) expect(key.equals(keys[0]!)).toBe(true);
    expect(keys[0]!.asymmetricKeyType).toBe('ed25519');
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect((await stat(join(folder, 'data', 'keys'))).mode & 0o777).toBe(0o700);
  });

  test('a secret key and a password stay the same', async () => {
    expect(await readOrCreateSecretKey(path)).toEqual(await readOrCreateSecretKey(path));
    const other = join(folder, 'password');
    expect(await readOrCreatePassword(other)).toBe(await readOrCreatePassword(other));
  });

  test('a key that others may read is refused', async () => {
    await readOrCreateSigningKey(path);
    await chmod(path, 0o640);
    await expect(readOrCreateSigningKey(path)).rejects.toMatchObject({ code: 'KEY_FILE_EXPOSED' });
  });

  test.each([readOrCreateSigningKey, readOrCreateSecretKey, readOrCreatePassword])(
    'a damaged file is refused by %o and kept as it is',
    async (read) => {
      const damaged = join(folder, 'damaged');
      await writeFile(damaged, 'not a key', { mode: 0o600 });
      await expect(read(damaged)).rejects.toMatchObject({ code: 'KEY_FILE_INVALID' });
      expect(await readFile(damaged, 'utf8')).toBe('not a key');
    },
  );

  test('a folder that cannot be made is one clear error', async () => {
    await writeFile(join(folder, 'data'), '');
    await expect(readOrCreateSecretKey(path)).rejects.toMatchObject({ code: 'KEY_FILE_UNREADABLE' });
  });
});
