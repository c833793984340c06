import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { testManifest } from '../sessions/testing/test-model.ts';
import { manifestOf, parseManifest, readManifests } from './manifest.ts';

test('every manifest of the repository is sound, and one is installed by set-up', async () => {
  const manifests = await readManifests();
  expect(manifests.map(({ id }) => id)).toContain('yolox-nano-416');
  expect(
    manifests.filter(({ task, install }) => task === 'object-detection' && install === 'setup'),
  ).toHaveLength(1);
});

test('a manifest is found by its id, and the known ones are named otherwise', async () => {
  await expect(manifestOf('yolox-nano-416')).resolves.toMatchObject({ title: 'YOLOX-Nano 416' });
  await expect(manifestOf('yolo')).rejects.toMatchObject({
    code: 'MODEL_UNKNOWN',
    message: expect.stringContaining('yolox-nano-416'),
  });
});

test.each([
  ['no JSON', '{', 'bad.json is not JSON'],
  [
    'a wrong field',
    JSON.stringify({ ...testManifest(), downloadBytes: -1 }),
    'does not fit at "downloadBytes"',
  ],
  [
    'several files and no conversion',
    JSON.stringify({ ...testManifest(), files: [...testManifest().files, ...testManifest().files] }),
    'names 2 files but no conversion',
  ],
])('%s is refused by name', (_, text, message) => {
  expect(() => parseManifest(text, 'bad.json')).toThrow(message);
});

test('a manifest in a file of another name is refused', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'amaan-manifest-'));
  try {
    await writeFile(join(folder, 'other.json'), JSON.stringify(testManifest()));
    await expect(readManifests(folder)).rejects.toMatchObject({ code: 'MODEL_MANIFEST_INVALID' });
  } finally {
    await rm(folder, { recursive: true });
  }
});
