import { readdir, readFile } from 'node:fs/promises';
import { digestOfBytes } from '@amaan/contracts/digest-of';
import { type Identifier, newIdentifier } from '@amaan/contracts/identifier';
import { frameObject, unframeObject } from '@amaan/contracts/redaction/framed-object';
import { MaskedObjectHead, type MaskingOrder } from '@amaan/contracts/redaction/redactor-messages';
import { configurationDigest } from '@amaan/governance/permits/configuration-digest';
import { redaction } from '@amaan/redaction/system';
import { sharp } from '@amaan/vision/image/configured-sharp';
import { decodePicture } from '@amaan/vision/image/decode-picture';
import { installedModels } from '@amaan/vision/models/installed-models';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { decodeAll, filled } from './testing/face-scene.ts';
import { RedactorKit } from './testing/redactor-kit.ts';

const cameraId = newIdentifier();
const ORDER: MaskingOrder = { mediaType: 'image/jpeg', kinds: ['face', 'plate'], style: 'fill' };

let kit: RedactorKit;
let permitId: Identifier;
beforeAll(async () => {
  kit = await RedactorKit.start();
  permitId = await kit.permits.permit([cameraId]);
  await kit.admitted(cameraId);
}, 180_000);
afterAll(() => kit?.[Symbol.asyncDispose]());

function post(bytes: Uint8Array, order: Partial<MaskingOrder> = {}, camera = cameraId, signal?: AbortSignal) {
  const body = frameObject({ ...ORDER, ...order }, bytes);
  return kit.ask(`/cameras/${camera}/mask`, null, { method: 'POST', body, ...(signal && { signal }) });
}

async function masked(bytes: Uint8Array, order: Partial<MaskingOrder> = {}) {
  const response = await post(bytes, order);
  expect(response.status).toBe(200);
  return unframeObject(Buffer.from(await response.arrayBuffer()), MaskedObjectHead);
}

async function refusal(bytes: Uint8Array, order: Partial<MaskingOrder> = {}) {
  const response = await post(bytes, order);
  return { status: response.status, ...(await response.json()) };
}

/** What lies in the folder where objects are worked on. */
const leftOver = () => readdir(kit.clips.path('data/redactor'));

test('a picture comes back masked, with what was covered and under what', async () => {
  const { head, bytes } = await masked(kit.scene.jpeg);
  const picture = await decodePicture(bytes, 'masked');
  for (const { box } of kit.scene.photo.faces) expect(filled(picture, box)).toBeGreaterThan(0.97);
  const models = await installedModels(['face-detector', 'plate-finder']);
  expect(head).toMatchObject({
    mediaType: 'image/jpeg',
    permitId,
    models: expect.arrayContaining(models.map(({ manifest, digest }) => ({ id: manifest.id, digest }))),
    configurationDigest: configurationDigest(redaction),
    inputDigest: digestOfBytes(kit.scene.jpeg),
    outputDigest: digestOfBytes(bytes),
    report: { frames: 1, analysed: 1, style: 'fill', audio: 'none', complete: true },
  });
  expect(head.report.covered.length).toBeGreaterThanOrEqual(4);
  expect(await leftOver()).toEqual([]);
});

test('a clip comes back masked in every frame', async () => {
  const { head, bytes } = await masked(await readFile(kit.scene.clip), { mediaType: 'video/mp4' });
  expect(head.report).toMatchObject({ frames: 100, complete: true, width: 320, height: 240 });
  const pictures = await decodeAll(await kit.clips.write('masked.mp4', Buffer.from(bytes)), kit.scene);
  for (const [frame, picture] of pictures.entries())
    for (const box of kit.scene.facesAt(frame / 25)) expect(filled(picture, box)).toBeGreaterThan(0.9);
});

test('whole people are covered where they are asked for, by the model that finds them', async () => {
  const { head } = await masked(kit.scene.jpeg, { kinds: ['body'] });
  expect(head.models.map(({ id }) => id)).toEqual(['nanodet-g-416']);
  expect(head.report.covered.every(({ kind }) => kind === 'body')).toBe(true);
});

test('what is hidden behind a picture does not come along', async () => {
  const polyglot = Buffer.concat([kit.scene.jpeg, Buffer.from('PK\x03\x04HIDDEN-ARCHIVE'), kit.scene.jpeg]);
  const { bytes } = await masked(polyglot);
  expect(Buffer.from(bytes).toString('latin1')).not.toContain('HIDDEN');
  expect(Buffer.from(bytes).indexOf('\xff\xd8\xff', 1, 'latin1')).toBe(-1);
});

describe('is refused, and leaves nothing', () => {
  test('a picture that was cut off', async () => {
    const half = kit.scene.jpeg.subarray(0, kit.scene.jpeg.length / 2);
    expect(await refusal(half)).toMatchObject({ status: 422, code: 'PICTURE_UNREADABLE' });
  });

  test('a picture of a hundred megapixels', async () => {
    const size = { width: 10_000, height: 10_000, channels: 3 as const, background: '#888888' };
    const png = await sharp({ create: size }).png().toBuffer();
    expect(await refusal(png, { mediaType: 'image/png' })).toMatchObject({
      status: 422,
      code: 'PICTURE_UNREADABLE',
    });
  });

  test('a clip that has lost its index', async () => {
    const whole = await readFile(kit.scene.clip);
    const answer = await refusal(whole.subarray(0, whole.length / 2), { mediaType: 'video/mp4' });
    expect(answer).toMatchObject({ status: 422, code: expect.stringMatching(/^SOURCE_/) });
    expect(answer.message).not.toContain(kit.clips.folder);
  });

  test.each([
    ['a text', 'Nothing to see here.'],
    ['nothing', ''],
    ['a playlist that names other files', '#EXTM3U\n#EXTINF:1,\nfile:///etc/passwd\n'],
    ['a list of files', "ffconcat version 1.0\nfile '/etc/passwd'\n"],
  ])('%s in place of a clip', async (_, text) => {
    const answer = await refusal(Buffer.from(text), { mediaType: 'video/mp4' });
    expect(answer).toMatchObject({ status: 422, code: expect.stringMatching(/^(SOURCE|REDACT)_/) });
    expect(answer.message).not.toContain(kit.clips.folder);
  });

  test('a picture that claims to be a clip, and a clip that claims to be a picture', async () => {
    const clip = await readFile(kit.scene.clip);
    expect(await refusal(kit.scene.jpeg, { mediaType: 'video/mp4' })).toMatchObject({
      code: 'REDACT_OUTPUT_KIND',
    });
    expect(await refusal(clip, { mediaType: 'image/jpeg' })).toMatchObject({ code: 'REDACT_OUTPUT_KIND' });
  });

  test('an order that cannot be understood', async () => {
    for (const body of [
      '',
      'x',
      Buffer.alloc(64, 0xff),
      frameObject({ mediaType: 'text/html' }, Buffer.from('x')),
    ]) {
      const response = await kit.ask(`/cameras/${cameraId}/mask`, null, { method: 'POST', body });
      expect([response.status, await response.json()]).toMatchObject([
        422,
        { code: 'FRAMED_OBJECT_MALFORMED' },
      ]);
    }
  });

  test('what belongs to a camera that no permit covers', async () => {
    const response = await post(kit.scene.jpeg, {}, newIdentifier());
    expect([response.status, await response.json()]).toMatchObject([409, { code: 'MASKING_NOT_PERMITTED' }]);
  });

  test('a clip whose permit is revoked while it is masked', async () => {
    const long = await kit.clips.ffmpeg('long.mp4', [
      '-stream_loop',
      '20',
      '-i',
      kit.scene.clip,
      '-c',
      'copy',
    ]);
    const answer = post(await readFile(long), { mediaType: 'video/mp4' });
    await vi.waitUntil(async () => (await leftOver()).length > 0, { timeout: 30_000 });
    kit.permits.revoke(permitId);
    const response = await answer;
    expect([response.status, await response.json()]).toMatchObject([409, { code: 'MASKING_NOT_PERMITTED' }]);
    permitId = await kit.permits.permit([cameraId]);
    await kit.admitted(cameraId);
  });

  test('a clip that nobody waits for any more', async () => {
    const gone = new AbortController();
    const long = await readFile(kit.clips.path('long.mp4'));
    const answer = post(long, { mediaType: 'video/mp4' }, cameraId, gone.signal);
    await vi.waitUntil(async () => (await leftOver()).length > 0, { timeout: 30_000 });
    gone.abort();
    await expect(answer).rejects.toThrow();
    await vi.waitUntil(async () => (await leftOver()).length === 0, { timeout: 30_000 });
  });

  afterAll(async () => expect(await leftOver()).toEqual([]));
});
