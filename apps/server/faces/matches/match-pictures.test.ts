import { digestOfBytes } from '@amaan/contracts/digest-of';
import type { Database } from '@amaan/store/open-database';
import { createTestDatabase } from '@amaan/store/test-database';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fakelyMasked } from '../../testing/fake-masking.ts';
import { signInAs } from '../../testing/sign-in-as.ts';
import { type FaceSearchServer, startFaceSearch } from '../../testing/start-face-search.ts';
import type { TestClient } from '../../testing/test-client.ts';

let db: Database;
let face: FaceSearchServer;
let supervisor: TestClient;

beforeAll(async () => {
  db = await createTestDatabase();
  face = await startFaceSearch(db);
  supervisor = await signInAs(face.server, 'supervisor');
});
afterAll(async () => {
  await face?.[Symbol.asyncDispose]();
  await db?.destroy();
});

test('what a camera saw around a possible match is masked; the face and the enrolled one are as they are', async () => {
  const match = await face.reported();
  const { objects } = face.server;
  const bare = Buffer.from(await objects.get(match.picture.digest));
  const picture = (client: TestClient, kind: string, view = '') =>
    client.get(`/api/face-matches/${match.id}/pictures/${kind}${view}`);
  expect((await picture(face.one, 'picture')).rawPayload.equals(fakelyMasked(bare))).toBe(true);
  const crop = Buffer.from(await objects.get(match.crop.digest));
  expect((await picture(face.one, 'crop')).rawPayload.equals(crop)).toBe(true);
  expect((await picture(face.one, 'enrolled')).body).toBe('enrolled 0');
  // Reviewers read the ledger: it must not tell that somebody has looked at this very match.
  expect(await face.entries('evidence.masked')).toEqual([]);
  expect(JSON.stringify(await face.entries('face.match-picture-read'))).not.toContain(match.id);

  expect((await picture(supervisor, 'picture', '?view=original')).json()).toMatchObject({
    code: 'NOT_UNMASKED',
  });
  const { siteId } = face;
  const { id: caseId } = (
    await supervisor.post('/api/cases', { title: 'Robbery at the gate', siteId })
  ).json();
  const asked = await supervisor.post('/api/unmaskings', {
    ...{ caseId, subject: { kind: 'face-match', matchId: match.id } },
    reason: 'Whether somebody stands beside the man decides what he is charged with.',
  });
  expect(asked.json(), asked.body).toMatchObject({ state: 'in-force', minutes: 1 });
  expect((await picture(supervisor, 'picture', '?view=original')).rawPayload.equals(bare)).toBe(true);
  expect((await picture(face.one, 'picture', '?view=original')).statusCode).toBe(403);
  expect((await face.entries('unmasking.opened')).at(-1)).toMatchObject({
    subject: `unmasking:${asked.json().id}`,
    data: { originalDigest: match.picture.digest },
  });
});

test('when an urgent search is not approved in time, its masked pictures are deleted with it', async () => {
  const authorisationId = await face.authorise({ urgent: true });
  const match = await face.reported({ authorisationId });
  const { objects } = face.server;
  const masked = digestOfBytes(fakelyMasked(await objects.get(match.picture.digest)));
  await face.one.get(`/api/face-matches/${match.id}/pictures/picture`);
  expect(await objects.has(masked)).toBe(true);
  face.server.clock.aheadMs = 25 * 60 * 60_000;
  await face.server.services.faces.upkeep.run();
  face.server.clock.aheadMs = 0;
  expect([await objects.has(match.picture.digest), await objects.has(masked)]).toEqual([false, false]);
});
