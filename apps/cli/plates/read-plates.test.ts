import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { numberPlates } from '@amaan/number-plates/system';
import { lacksSharedData, sharedData } from '@amaan/vision/detectors/testing/shared-data';
import { encodeJpeg } from '@amaan/vision/image/encode-jpeg';
import { manifestOf } from '@amaan/vision/models/manifest';
import { ModelStore } from '@amaan/vision/models/model-store';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { pictureFiles } from './picture-files.ts';
import { readPlates } from './read-plates.ts';

const PLATE = 'plates-eu/test_001.jpg';

let data: string;
beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'amaan-plates-'));
  vi.stubEnv('AMAAN_DATA', data);
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await rm(data, { recursive: true, force: true });
});

/** Collects the codes of what could not be done. */
function failures() {
  const codes: string[] = [];
  return { codes, onFailure: ({ code }: { code: string }) => void codes.push(code) };
}

describe('of paths', () => {
  test('folders give the pictures in them and in their folders, by name', async () => {
    const folder = join(data, 'pictures');
    await mkdir(join(folder, 'more'), { recursive: true });
    for (const name of ['b.JPG', 'a.png', 'notes.txt', 'more/c.webp'])
      await writeFile(join(folder, name), '');
    const { codes, onFailure } = failures();
    const named = join(folder, 'notes.txt');
    expect(await pictureFiles([folder, named], onFailure)).toEqual([
      ...['a.png', 'b.JPG', 'more/c.webp'].map((name) => join(folder, name)),
      named,
    ]);
    expect(codes).toEqual([]);
  });

  test('those that hold nothing or are not there are named, and no reader is opened for them', async () => {
    const empty = join(data, 'empty');
    await mkdir(empty);
    await writeFile(join(empty, 'notes.txt'), '');
    const { codes, onFailure } = failures();
    const paths = [empty, join(data, 'absent.jpg')];
    expect(await Array.fromAsync(readPlates(paths, { onFailure }))).toEqual([]);
    expect(codes).toEqual(['NO_PICTURES', 'FILE_NOT_FOUND']);
  });
});

test('without its models it says which command helps', async () => {
  const before = process.env.AMAAN_MODELS ?? '';
  vi.stubEnv('AMAAN_MODELS', join(data, 'no-models'));
  const reading = readPlates([import.meta.filename], { onFailure: () => expect.fail('It read.') });
  await expect(reading.next()).rejects.toMatchObject({
    code: 'MODEL_NOT_INSTALLED',
    message: expect.stringContaining('amaan models pull plate-finder'),
  });
  vi.stubEnv('AMAAN_MODELS', before);
});

describe('with its models', () => {
  beforeAll(async () => {
    const store = new ModelStore();
    for (const id of numberPlates.models) await store.install(await manifestOf(id));
  });

  test('a picture without a plate has none, and what is no picture is named', async () => {
    const plain = join(data, 'plain.jpg');
    const [width, height] = [320, 240];
    await writeFile(
      plain,
      await encodeJpeg({ width, height, pixels: new Uint8Array(width * height * 3).fill(128) }),
    );
    const { codes, onFailure } = failures();
    const read = await Array.fromAsync(readPlates([import.meta.filename, plain], { onFailure }));
    expect(read).toEqual([{ file: plain, plates: [] }]);
    expect(codes).toEqual(['PICTURE_UNREADABLE']);
  });

  test.skipIf(lacksSharedData(PLATE))('the plate of a photograph is read where it is', async () => {
    const { codes, onFailure } = failures();
    const [photograph] = await Array.fromAsync(readPlates([sharedData(PLATE)], { onFailure }));
    expect(codes).toEqual([]);
    const [plate] = photograph!.plates;
    expect(plate).toMatchObject({ text: 'PP587AO', format: 'european', rows: 1 });
    expect(plate!.confidence).toBeGreaterThan(0.3);
    // As it is annotated: its middle at 241 × 221.
    const [x, y, width, height] = plate!.box;
    expect(Math.abs(x + width / 2 - 241)).toBeLessThan(15);
    expect(Math.abs(y + height / 2 - 221)).toBeLessThan(10);
  });

  test.skipIf(lacksSharedData(PLATE))('only the formats that are expected are named', async () => {
    const { onFailure } = failures();
    const [photograph] = await Array.fromAsync(
      readPlates([sharedData(PLATE)], { formats: ['punjab'], onFailure }),
    );
    expect(photograph!.plates[0]?.format).not.toBe('european');
  });
});
