import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { fetchSource } from './fetch-source.ts';
import { manifestOf } from './manifest.ts';
import { ModelError } from './model-error.ts';

const REPOSITORY = join(import.meta.dirname, '../../..');

async function fetched(source: string): Promise<Buffer> {
  let bytes: Buffer | null = null;
  await fetchSource(source, async (stream) => {
    bytes = await buffer(stream);
  });
  return bytes!;
}

test('a source of the project is the file of the repository', async () => {
  expect(await fetched('project:package.json')).toEqual(await readFile(join(REPOSITORY, 'package.json')));
});

test('what was trained in this project is in the repository, as its manifest says', async () => {
  const { source, files } = await manifestOf('plate-finder');
  expect(source).toMatch(/^project:/);
  expect((await fetched(source)).length).toBe(files[0]?.bytes);
});

test('a file that the repository lacks is one clear sentence', async () => {
  await expect(fetched('project:models/weights/absent.onnx')).rejects.toMatchObject({
    name: 'ModelError',
    code: 'MODEL_SOURCE_UNREACHABLE',
    message: expect.stringMatching(/no models\/weights\/absent\.onnx; nothing was installed/),
  });
});

test('what the receiver finds wrong with a file of the project is passed on', async () => {
  const wrong = new ModelError('MODEL_DIGEST_MISMATCH', 'It is another file.');
  const source = 'project:package.json';
  await expect(fetchSource(source, () => Promise.reject(wrong))).rejects.toBe(wrong);
});
