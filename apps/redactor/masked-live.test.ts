import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { newIdentifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import { LIVE_CLOSE_CODES } from '@amaan/contracts/redaction/live-close-codes';
import { configurationDigest } from '@amaan/governance/permits/configuration-digest';
import { issueEvaluationPermit } from '@amaan/governance/permits/evaluation-permit';
import { redaction } from '@amaan/redaction/system';
import { decodePicture } from '@amaan/vision/image/decode-picture';
import type { Picture } from '@amaan/vision/image/picture';
import { installedModels } from '@amaan/vision/models/installed-models';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { createFinderPool } from './finding/sighting-finder.ts';
import { decodeAll, filled } from './testing/face-scene.ts';
import type { MaskedViewer } from './testing/masked-viewer.ts';
import { RedactorKit } from './testing/redactor-kit.ts';
import type { TestCamera } from './testing/test-camera.ts';

const PATIENCE = { timeout: 60_000 };

let kit: RedactorKit;
let camera: TestCamera;
let other: TestCamera;
beforeAll(async () => {
  kit = await RedactorKit.start({ mostStreams: 1 });
  camera = await kit.camera();
  other = await kit.camera();
}, 180_000);
afterAll(() => kit?.[Symbol.asyncDispose]());

/** Gives a permit for both cameras and waits until it is in force. */
async function permit(seconds?: number): Promise<string> {
  const id = await kit.permits.permit([camera.id, other.id], seconds);
  await kit.admitted(camera.id);
  return id;
}

/** Waits until a viewer was shown so many fragments. */
const shown = (viewer: MaskedViewer, fragments: number) =>
  expect.poll(() => viewer.fragments.length, PATIENCE).toBeGreaterThanOrEqual(fragments);

/** How sure the face finder is of what it finds in pictures. */
async function facesFound(pictures: readonly Picture[]): Promise<number[]> {
  const models = await installedModels(['face-detector']);
  const named = models.map(({ manifest, digest }) => ({ id: manifest.id, digest }));
  const evaluation = await issueEvaluationPermit({ system: redaction, models: named, now: new Date() });
  await using pool = await createFinderPool({
    ...{ threads: 1, permit: evaluation.token, keys: evaluation.publicKeys, system: redaction.id, models },
    configurationDigest: configurationDigest(redaction),
  });
  const found: number[] = [];
  for (const picture of pictures) {
    const work = { picture, kind: 'picture', kinds: ['face'], recording: '' } as const;
    found.push(...(await pool.run(work, null)).map(({ confidence }) => confidence));
  }
  return found;
}

describe('without a permit', () => {
  test('nothing is shown, one clear sentence says why, and the refusal is reported once', async () => {
    for (let attempt = 0; attempt < 2; attempt++) {
      const viewer = kit.watch(camera);
      const { code, reason } = await viewer.closed;
      expect([code, reason]).toEqual([
        LIVE_CLOSE_CODES.MASKING_NOT_PERMITTED,
        'Masking is not permitted for this camera now, so that nothing of it is shown.',
      ]);
      expect([viewer.messages, viewer.bytes]).toEqual([[], []]);
    }
    const picture = await kit.ask(`/cameras/${camera.id}/picture`, camera.feed);
    expect([picture.status, await picture.json()]).toMatchObject([409, { code: 'MASKING_NOT_PERMITTED' }]);
    await expect.poll(() => kit.permits.denials.length).toBe(1);
    expect(kit.permits.denials).toMatchObject([{ system: 'redaction', cameraId: camera.id }]);
  });

  test('a permit for another camera opens nothing', async () => {
    await kit.permits.permit([other.id]);
    await kit.admitted(other.id);
    expect((await kit.watch(camera).closed).code).toBe(LIVE_CLOSE_CODES.MASKING_NOT_PERMITTED);
  });
});

describe('under a permit', () => {
  beforeAll(async () => {
    await permit();
  }, 60_000);

  test('every picture is whole, and no face in it is bare', async () => {
    const viewer = kit.watch(camera);
    await shown(viewer, 1);
    const objects = { type: 'objects', streamSeconds: 1, capturedAt: instantOf(0), objects: [] } as const;
    camera.tell(objects);
    await shown(viewer, 25);
    expect(viewer.messages[0]).toMatchObject({
      type: 'start',
      mimeType: expect.stringMatching(/^video\/mp4/),
    });
    expect(viewer.messages).toContainEqual(objects);
    expect(viewer.fragments[0]!.keyFrame).toBe(true);
    const times = viewer.fragments.flatMap(({ pictureSeconds }) => pictureSeconds);
    const file = await kit.clips.write('masked.mp4', Buffer.concat(viewer.bytes));
    const pictures = await decodeAll(file, kit.scene);
    expect(pictures.length).toBeGreaterThanOrEqual(times.length - 3);
    let looked = 0;
    for (const [index, picture] of pictures.entries())
      for (const box of kit.scene.facesAt(times[index]!)) {
        looked += 1;
        expect(filled(picture, box), `a face at ${times[index]} s`).toBeGreaterThan(0.9);
      }
    expect(looked).toBeGreaterThan(50);
    const found = await facesFound(pictures.filter((_, index) => index % 6 === 0));
    expect(found.filter((confidence) => confidence >= redaction.thresholds.faceSure)).toEqual([]);
    // The finder would have seen them.
    const bare = await decodePicture(kit.scene.jpeg, 'scene');
    expect((await facesFound([bare])).filter((one) => one >= redaction.thresholds.faceSure)).toHaveLength(4);
    await viewer[Symbol.asyncDispose]();
  }, 120_000);

  test('one stream is made for all, and who comes late begins at a key frame', async () => {
    const first = kit.watch(camera);
    await shown(first, 4);
    const late = kit.watch(camera);
    await shown(late, 4);
    expect(late.fragments[0]!.keyFrame).toBe(true);
    expect(camera.viewers).toBe(1);
    expect(late.messages[0]).toEqual(first.messages[0]);
    await first[Symbol.asyncDispose]();
    await shown(late, 8);
    await late[Symbol.asyncDispose]();
    await expect.poll(() => camera.viewers).toBe(0);
  }, 120_000);

  test('more than this machine can is refused, while pictures are still made', async () => {
    const first = kit.watch(camera);
    await shown(first, 1);
    expect((await kit.watch(other).closed).code).toBe(LIVE_CLOSE_CODES.MASKING_FULL);
    const answers = [1, 2].map(() => kit.ask(`/cameras/${other.id}/picture`, other.feed));
    const [one, two] = await Promise.all(answers);
    expect([one!.status, one!.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
    const bytes = Buffer.from(await one!.arrayBuffer());
    expect(Buffer.from(await two!.arrayBuffer())).toEqual(bytes);
    const picture = await decodePicture(bytes, 'picture');
    const sure = (await facesFound([picture])).filter((one) => one >= redaction.thresholds.faceSure);
    expect(sure).toEqual([]);
    await first[Symbol.asyncDispose]();
    await expect.poll(() => camera.viewers).toBe(0);
    const now = kit.watch(other);
    await shown(now, 1);
    await now[Symbol.asyncDispose]();
  }, 120_000);

  test('a camera that is opened anew begins anew for who watches', async () => {
    const viewer = kit.watch(camera);
    await shown(viewer, 2);
    await camera.open();
    const starts = () => viewer.messages.filter(({ type }) => type === 'start').length;
    await expect.poll(starts, PATIENCE).toBe(2);
    const before = viewer.fragments.length;
    await shown(viewer, before + 3);
    expect(viewer.fragments[before]!.keyFrame).toBe(true);
    await viewer[Symbol.asyncDispose]();
  }, 120_000);

  test.each(['decodes', 'encodes'])(
    'when the ffmpeg that %s dies, it ends, and comes back',
    async (which) => {
      const viewer = kit.watch(camera);
      await shown(viewer, 2);
      const [pid] = ffmpegs(which === 'decodes' ? '-filter_complex' : 'libx264');
      process.kill(pid!, 'SIGKILL');
      const { code, reason } = await viewer.closed;
      expect(code).toBe(LIVE_CLOSE_CODES.MASKING_NOT_AVAILABLE);
      expect(reason).not.toBe('');
      const again = kit.watch(camera);
      await shown(again, 2);
      await again[Symbol.asyncDispose]();
    },
    120_000,
  );

  test('it ends with the worker that runs the camera', async () => {
    const moved = await kit.camera();
    await kit.permits.permit([camera.id, other.id, moved.id]);
    await kit.admitted(moved.id);
    const viewer = kit.watch(moved);
    await shown(viewer, 1);
    await moved[Symbol.asyncDispose]();
    expect((await viewer.closed).code).toBe(LIVE_CLOSE_CODES.MASKING_NOT_AVAILABLE);
  }, 120_000);
});

describe('when the permit ends', () => {
  test('because it is revoked, the view ends and nothing more comes, also where the camera stands still', async () => {
    const id = await permit();
    const viewer = kit.watch(camera);
    await shown(viewer, 3);
    await camera.stall();
    kit.permits.revoke(id);
    expect((await viewer.closed).code).toBe(LIVE_CLOSE_CODES.MASKING_NOT_PERMITTED);
    expect((await kit.watch(camera).closed).code).toBe(LIVE_CLOSE_CODES.MASKING_NOT_PERMITTED);
    await camera.open();
  }, 120_000);

  test('by itself, nobody has to say so', async () => {
    await permit(8);
    const viewer = kit.watch(camera);
    await shown(viewer, 1);
    expect((await viewer.closed).code).toBe(LIVE_CLOSE_CODES.MASKING_NOT_PERMITTED);
  }, 120_000);
});

describe('whoever has not the token', () => {
  test.each(['picture', 'live', 'mask'])('gets no %s', async (what) => {
    const { url } = kit.heartbeat;
    const headers = { authorization: `Bearer ${'x'.repeat(43)}` };
    const method = what === 'mask' ? 'POST' : 'GET';
    expect((await fetch(`${url}/cameras/${camera.id}/${what}`, { headers, method })).status).toBe(403);
    const socket = new WebSocket(`${url.replace('http', 'ws')}/cameras/${camera.id}/${what}`, { headers });
    socket.on('error', () => {});
    const [, response] = await once(socket, 'unexpected-response');
    expect(response.statusCode).toBe(403);
    socket.terminate();
  });

  test('and who has it finds nothing that is not there', async () => {
    for (const path of [
      '/',
      `/cameras/${newIdentifier()}`,
      '/cameras/x/picture',
      `/cameras/${camera.id}/open`,
    ])
      expect((await kit.ask(path, camera.feed)).status).toBe(404);
    expect((await kit.ask(`/cameras/${camera.id}/picture`, null)).status).toBe(404);
  });
});

/** Process ids of this process's ffmpegs with an argument. */
function ffmpegs(argument: string): number[] {
  return execFileSync('ps', ['--ppid', String(process.pid), '-o', 'pid=,args='], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .filter((line) => line.includes('ffmpeg') && line.includes(argument))
    .map((line) => Number(line.trim().split(/\s+/)[0]));
}
