import { newIdentifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import type { Database } from '@amaan/store/open-database';
import { createTestDatabase } from '@amaan/store/test-database';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { facesSearched, reportRaw } from '../../testing/face-search.ts';
import { type FaceSearchServer, startFaceSearch } from '../../testing/start-face-search.ts';

let db: Database;
let face: FaceSearchServer;
const HOUR_MS = 60 * 60_000;

beforeAll(async () => {
  db = await createTestDatabase();
  face = await startFaceSearch(db);
});
afterAll(async () => {
  await face?.[Symbol.asyncDispose]();
  await db?.destroy();
});

describe('searched faces', () => {
  test('are counted once, as a number of a camera and an hour, and each count is in the ledger', async () => {
    const searched = facesSearched(face, 120);
    await reportRaw(face.server, { type: 'faces-searched', searched }, { type: 'faces-searched', searched });
    const rows = await db.selectFrom('face_searched').selectAll().where('id', '=', searched.id).execute();
    expect(rows).toMatchObject([
      { camera_id: face.cameraId, faces: 120, hour: searched.hour, simulated: false },
    ]);
    expect(Object.keys(rows[0]!).sort()).toEqual([
      ...['authorisation_id', 'camera_id', 'faces', 'hour', 'id', 'light', 'simulated', 'site_id'],
      'watchlist_id',
    ]);
    expect((await face.entries('face.searched')).at(-1)).toMatchObject({
      data: { faces: 120, cameraId: face.cameraId, simulated: false },
    });
  });

  test('are not counted, but put on record, without an authorisation, a permit, or with anything of a face', async () => {
    const wrong = [
      { ...facesSearched(face, 5), authorisationId: newIdentifier() },
      { ...facesSearched(face, 5), cameraId: face.elsewhere },
      { ...facesSearched(face, 5), permitId: newIdentifier() },
      facesSearched(face, 5, Date.now() - 5 * HOUR_MS),
      facesSearched(face, 5, Date.now() + 2 * HOUR_MS),
      { ...facesSearched(face, 5), hour: instantOf(Date.now() - (Date.now() % HOUR_MS) + 1000) },
      { ...facesSearched(face, 5), templates: [[0.1]] },
    ];
    const before = (await db.selectFrom('face_searched').select('id').execute()).length;
    await reportRaw(face.server, ...wrong.map((searched) => ({ type: 'faces-searched', searched })));
    expect((await db.selectFrom('face_searched').select('id').execute()).length).toBe(before);
    const denied = await db.selectFrom('denial').select(['id', 'code']).execute();
    const codes = wrong.slice(0, 5).map(({ id }) => denied.find((denial) => denial.id === id)?.code);
    expect(codes).toEqual([
      'FACE_AUTHORISATION_UNKNOWN',
      'FACE_CAMERA_NOT_AUTHORISED',
      'PERMIT_UNKNOWN',
      'FACE_TIME_NOT_AUTHORISED',
      'FACE_TIME_NOT_AUTHORISED',
    ]);
  });
});
