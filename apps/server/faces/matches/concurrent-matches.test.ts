import { openTestDatabase, type TestDatabase } from '@amaan/store/test-database';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { report } from '../../testing/plate-camera.ts';
import { type FaceSearchServer, startFaceSearch } from '../../testing/start-face-search.ts';

// What only several connections show: who comes first, and that nobody waits for somebody who waits for them.

let postgres: TestDatabase;
let face: FaceSearchServer;

beforeAll(async () => {
  postgres = await openTestDatabase();
  face = await startFaceSearch(postgres.db);
});
afterAll(async () => {
  await face?.[Symbol.asyncDispose]();
  await postgres?.[Symbol.asyncDispose]();
});

test('of two who answer at the same moment each counts once, and the match is decided once', async () => {
  const matches = [await face.reported(), await face.reported(), await face.reported()];
  for (const { id } of matches) {
    const answers = await Promise.all([
      face.answer(face.one, id, 'same-person'),
      face.answer(face.other, id, 'same-person'),
      face.answer(face.one, id, 'different-person'),
    ]);
    expect(answers.filter(({ statusCode }) => statusCode === 200).length).toBe(2);
    expect(answers.every(({ statusCode }) => statusCode < 500)).toBe(true);
    expect((await face.traces(id)).answers).toBe(2);
  }
  const decided = (await face.entries('face.match-decided')).map(({ subject }) => subject);
  expect(decided.sort()).toEqual(matches.map(({ id }) => `face-match:${id}`).sort());
});

test('whatever comes in while an urgent authorisation ends unapproved, nothing of it is left', async () => {
  const authorisationId = await face.authorise({ urgent: true });
  const before = [
    await face.reported({ authorisationId }),
    await face.reported({ authorisationId }),
    await face.reported({ authorisationId }),
  ];
  const during = await Promise.all([1, 2, 3, 4, 5, 6].map(() => face.hit({}, { authorisationId })));
  const { faces, faceMatches } = face.server.services;
  face.server.clock.aheadMs = 20 * 60 * 60_000 - 1;
  // The clock passes the end of the authorisation while all of this happens.
  await Promise.all([
    ...during.map((match) => report(face.server, match)),
    ...before.map(({ id }) => face.answer(face.one, id, 'same-person')),
    faces.upkeep.run(),
    faceMatches.removal.destroyWhatItProduced(authorisationId),
  ]);
  face.server.clock.aheadMs = 21 * 60 * 60_000;
  await faces.upkeep.run();
  face.server.clock.aheadMs = 0;
  for (const { id } of [...before, ...during])
    expect(await face.traces(id)).toEqual({ matches: 0, observations: 0, answers: 0 });
  for (const { crop } of [...before, ...during])
    expect(await face.server.objects.has(crop.digest)).toBe(false);
});
