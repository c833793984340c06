import type { PossibleMatch } from '@amaan/store/faces/matches/face-matches';
import type { Database } from '@amaan/store/open-database';
import { createTestDatabase } from '@amaan/store/test-database';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { report } from '../../testing/plate-camera.ts';
import { signInAs } from '../../testing/sign-in-as.ts';
import { type FaceSearchServer, startFaceSearch } from '../../testing/start-face-search.ts';
import type { TestClient } from '../../testing/test-client.ts';

let db: Database;
let face: FaceSearchServer;
let match: PossibleMatch;

beforeAll(async () => {
  db = await createTestDatabase();
  face = await startFaceSearch(db);
  match = await face.reported();
});
afterAll(async () => {
  await face?.[Symbol.asyncDispose]();
  await db?.destroy();
});

const nextBest = (client: TestClient, id = match.id) =>
  client.get(`/api/face-matches/${id}/pictures/next-best`);

/** States that an investigator reads for a case. */
async function readFor(client: TestClient, caseId: string): Promise<void> {
  const stated = await client.post('/api/purposes', {
    ...{ caseId, purpose: 'crime-investigation', statement: 'To see who was found there' },
  });
  expect(stated.statusCode, stated.body).toBe(201);
}

describe('the picture of the next-best candidate', () => {
  test('is shown to those who judge, without a name, and each look is in the ledger', async () => {
    for (const client of [face.one, face.other, await signInAs(face.server, 'supervisor')]) {
      const before = (await face.entries('face.match-picture-read')).length;
      const shown = await nextBest(client);
      expect(shown.statusCode).toBe(200);
      // The second person of the list, and not the one whom the face resembles most.
      expect(shown.body).toBe('enrolled 1');
      expect(shown.headers['content-type']).toBe('image/jpeg');
      expect(shown.headers['cache-control']).toBe('no-store');
      expect(JSON.stringify(shown.headers)).not.toContain('Person');
      const entries = await face.entries('face.match-picture-read');
      expect(entries).toHaveLength(before + 1);
      expect(entries.at(-1).data).toEqual({ picture: 'next-best' });
    }
  });

  test('is shown to nobody who judges no match, and no look is recorded that did not take place', async () => {
    await readFor(face.investigator, face.caseId);
    const others = await Promise.all(
      (['auditor', 'governance-officer', 'analyst', 'traffic-reviewer', 'administrator'] as const).map(
        (role) => signInAs(face.server, role),
      ),
    );
    const before = (await face.entries('face.match-picture-read')).length;
    const refused = await nextBest(face.investigator);
    expect(refused.json()).toMatchObject({ status: 403, code: 'REVIEWERS_ONLY' });
    for (const client of others) expect((await nextBest(client)).statusCode).toBe(403);
    expect(await face.entries('face.match-picture-read')).toHaveLength(before);
  });

  test('is not there to an operator of another site, or to an investigator of another case', async () => {
    const administrator = await signInAs(face.server, 'administrator');
    const site = (await administrator.post('/api/sites', { name: 'Multan' })).json();
    const elsewhere = await signInAs(face.server, 'operator', { sites: [site.id] });
    expect((await nextBest(elsewhere)).json()).toMatchObject({ status: 404, code: 'FACE_MATCH_NOT_FOUND' });
    const stranger = await signInAs(face.server, 'investigator');
    const body = { title: 'Fraud', siteId: face.siteId };
    await readFor(stranger, (await stranger.post('/api/cases', body)).json().id);
    expect((await nextBest(stranger)).json()).toMatchObject({ status: 404, code: 'FACE_MATCH_NOT_FOUND' });
  });

  test('is not there where the list has nobody else, or the person is off it', async () => {
    const alone = await face.hit({ nextBest: null });
    await report(face.server, alone);
    expect((await nextBest(face.one, alone.id)).json()).toMatchObject({
      ...{ status: 404, code: 'PICTURE_NOT_FOUND' },
    });
    await db.deleteFrom('watchlist_picture').where('id', '=', match.nextBest!.pictureId).execute();
    expect((await nextBest(face.one)).json()).toMatchObject({ status: 404, code: 'PICTURE_NOT_FOUND' });
  });
});
