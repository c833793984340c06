import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { digestOfBytes } from '@amaan/contracts/digest-of';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { DiskObjectStore } from './disk-object-store.ts';

describe('objects on disk', () => {
  let folder: string;
  let objects: DiskObjectStore;
  const bytes = Buffer.from('a picture');
  const digest = digestOfBytes(bytes);
  const pathOf = () => join(folder, digest.slice(0, 2), digest.slice(2, 4), digest);

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'amaan-objects-'));
    objects = await DiskObjectStore.open(folder);
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  test('are found under the digest of their bytes', async () => {
    expect(await objects.has(digest)).toBe(false);
    expect(await objects.put(bytes)).toBe(digest);
    expect(await objects.has(digest)).toBe(true);
    expect(Buffer.from(await objects.get(digest))).toEqual(bytes);
    const whole = await objects.openStream(digest);
    expect(whole.bytes).toBe(bytes.length);
    expect(await buffer(whole.content)).toEqual(bytes);
    const part = await objects.openStream(digest, { start: 2, end: 4 });
    expect(part.bytes).toBe(bytes.length);
    expect((await buffer(part.content)).toString()).toBe('pic');
  });

  test('are stored once, however many store them at once', async () => {
    const digests = await Promise.all(Array.from({ length: 8 }, () => objects.put(bytes)));
    expect(new Set(digests)).toEqual(new Set([digest]));
    expect(await readdir(join(folder, digest.slice(0, 2), digest.slice(2, 4)))).toEqual([digest]);
    expect(await readdir(join(folder, 'incoming'))).toEqual([]);
  });

  test('that are missing are named', async () => {
    const missing = { code: 'OBJECT_NOT_FOUND', message: expect.stringContaining(digest) };
    await expect(objects.get(digest)).rejects.toMatchObject(missing);
    await expect(objects.openStream(digest)).rejects.toMatchObject(missing);
  });

  test('whose bytes changed are named, and healed by storing them again', async () => {
    await objects.put(bytes);
    await writeFile(pathOf(), 'A picture');
    const damaged = { code: 'OBJECT_CORRUPT', message: expect.stringContaining(digest) };
    await expect(objects.get(digest)).rejects.toMatchObject(damaged);
    await expect(buffer((await objects.openStream(digest)).content)).rejects.toMatchObject(damaged);
    await objects.put(bytes);
    expect(await readFile(pathOf())).toEqual(bytes);
  });

  test('a name that is no digest never becomes a path', async () => {
    await expect(objects.get('../../../etc/passwd')).rejects.toMatchObject({ code: 'OBJECT_NOT_FOUND' });
    await expect(objects.has(digest.toUpperCase())).rejects.toMatchObject({ code: 'OBJECT_NOT_FOUND' });
  });

  test('unfinished writes are cleared once they are surely abandoned', async () => {
    await writeFile(join(folder, 'incoming', 'old.tmp'), 'half');
    await writeFile(join(folder, 'incoming', 'new.tmp'), 'half');
    const yesterday = new Date(Date.now() - 24 * 60 * 60 * 1000);
    await utimes(join(folder, 'incoming', 'old.tmp'), yesterday, yesterday);
    await DiskObjectStore.open(folder);
    expect(await readdir(join(folder, 'incoming'))).toEqual(['new.tmp']);
  });

  test('a folder that cannot be used is one clear error', async () => {
    await writeFile(join(folder, 'file'), '');
    await expect(DiskObjectStore.open(join(folder, 'file'))).rejects.toMatchObject({
      code: 'OBJECT_STORE_FAILED',
    });
  });
});
