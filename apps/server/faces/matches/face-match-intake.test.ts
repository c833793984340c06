import { digestOfBytes, digestOfJson } from '@amaan/contracts/digest-of';
import { newIdentifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import { searchThreshold } from '@amaan/face-recognition/threshold/search-threshold';
import { endFaceAuthorisation } from '@amaan/store/faces/face-authorisations';
import type { PossibleMatch } from '@amaan/store/faces/matches/face-matches';
import type { Database } from '@amaan/store/open-database';
import { createTestDatabase } from '@amaan/store/test-database';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WRITER } from '../../records/testing/officers.ts';
import { addPeople, addWatchlist, reportRaw } from '../../testing/face-search.ts';
import { createPerson } from '../../testing/person.ts';
import { report } from '../../testing/plate-camera.ts';
import { signInAs } from '../../testing/sign-in-as.ts';
import { type FaceSearchServer, startFaceSearch } from '../../testing/start-face-search.ts';
import { tablesWith } from '../../testing/tables-with.ts';
import type { TestClient } from '../../testing/test-client.ts';

let db: Database;
let face: FaceSearchServer;

beforeAll(async () => {
  db = await createTestDatabase();
  face = await startFaceSearch(db);
});
afterAll(async () => {
  await face?.[Symbol.asyncDispose]();
  await db?.destroy();
});

const NOTHING = { matches: 0, observations: 0, answers: 0 };
const removals = async () => (await db.selectFrom('face_object_removal').selectAll().execute()).length;

describe('a possible match', () => {
  const refusals: [code: string, what: () => Promise<PossibleMatch>][] = [
    ['FACE_AUTHORISATION_UNKNOWN', () => face.hit({ authorisationId: newIdentifier() })],
    ['FACE_CAMERA_NOT_AUTHORISED', () => face.hit({ cameraId: face.elsewhere })],
    [
      'FACE_TIME_NOT_AUTHORISED',
      () => face.hit({ capturedAt: instantOf(Date.now() - 61 * 60_000 + 55_000) }),
    ],
    ['FACE_ENTRY_NOT_LISTED', () => face.hit({ pictureId: newIdentifier() })],
    ['FACE_ENTRY_NOT_LISTED', () => face.hit({ entryId: face.list.people[1]!.entryId })],
    ['FACE_CANDIDATE_WRONG', () => face.hit({ nextBest: { ...face.list.people[0]!, similarity: 0.2 } })],
    ['FACE_CANDIDATE_WRONG', () => face.hit({ nextBest: { ...face.list.people[1]!, similarity: 1 } })],
    ['FACE_UNDER_THRESHOLD', () => face.hit({ similarity: searchThreshold(3, 0.001).threshold - 0.001 })],
    ['FACE_THRESHOLD_TOO_LOW', () => face.hit({ threshold: searchThreshold(3, 0.001).threshold - 0.001 })],
    ['FACE_THRESHOLD_TOO_LOW', () => face.hit({ listSize: 100_000 })],
    ['FACE_EXPECTATION_WRONG', () => face.hit({ falseMatchesPerSearch: 0 })],
    ['PERMIT_UNKNOWN', () => face.hit({ permitId: newIdentifier() })],
  ];

  test.each(refusals)('is refused as %s, counted, and leaves nothing else', async (code, make) => {
    const match = await make();
    const before = [await removals(), (await face.denials()).filter((one) => one === code).length] as const;
    await report(face.server, match);
    expect((await face.denials()).filter((one) => one === code).length).toBe(before[1] + 1);
    expect(await face.traces(match.id)).toEqual(NOTHING);
    // Both pictures wait for the job that deletes objects, which looks whether anything names them.
    expect(await removals()).toBe(before[0] + 2);
    await face.server.services.faces.upkeep.run();
    expect(await face.server.objects.has(match.crop.digest)).toBe(false);
    expect(await face.server.objects.has(match.picture.digest)).toBe(false);
    const [{ data } = { data: {} }] = (await face.entries('inference.denied')).slice(-1);
    expect(data).toMatchObject({ system: 'face-recognition', code });
    expect(JSON.stringify(data)).not.toContain(match.crop.digest);
    const searched = [match.id, match.crop.digest, match.picture.digest, match.frameDigest];
    expect(await tablesWith(db, searched)).toEqual([]);
    expect(face.server.log.filter((line) => searched.some((part) => line.includes(part)))).toEqual([]);
  });

  test('of another list than the authorisation’s, or of a face that is too poor, is refused', async () => {
    const another = await addWatchlist(face.server, 2);
    const wrongList = await face.hit({}, { list: another });
    const { quality } = await face.hit();
    const poor = await face.hit({ quality: { ...quality, face: { ...quality.face, pose: 0.1 } } });
    await report(face.server, wrongList, poor);
    expect(await face.denials()).toEqual(
      expect.arrayContaining(['FACE_LIST_NOT_AUTHORISED', 'FACE_QUALITY_TOO_LOW']),
    );
    expect(await face.traces(wrongList.id)).toEqual(NOTHING);
    expect(await face.traces(poor.id)).toEqual(NOTHING);
  });

  test('is refused once its authorisation has ended, also when it was captured before', async () => {
    const ended = await face.authorise();
    const [early, late] = [
      await face.hit({}, { authorisationId: ended }),
      await face.hit({}, { authorisationId: ended }),
    ];
    await report(face.server, early);
    expect((await face.traces(early.id)).matches).toBe(1);
    await endFaceAuthorisation(db, ended, {
      ...{ kind: 'revoked', at: instantOf(Date.now()), by: { actor: 'user:s', name: 'S' } },
    });
    await report(face.server, late);
    expect(await face.denials()).toContain('FACE_AUTHORISATION_NOT_LIVE');
    expect(await face.traces(late.id)).toEqual(NOTHING);
    // What came in time stays as it is, also when it is sent again.
    await report(face.server, early);
    expect((await face.traces(early.id)).matches).toBe(1);
  });

  test('has no field for anything but the resemblance: a template, a group or a guess is refused whole', async () => {
    for (const extra of [
      { template: [0.1, 0.2] },
      { embedding: 'AAAA' },
      { sex: 'female' },
      { group: 'any' },
      { nonMatches: 12 },
    ]) {
      const match = { ...(await face.hit()), ...extra };
      await reportRaw(face.server, { type: 'observation', observation: match });
      expect(await face.traces(match.id)).toEqual(NOTHING);
    }
    expect((await face.denials()).filter((code) => code === 'REPORT_MALFORMED').length).toBe(5);
  });

  test('waits for reviewers of its site, and raises no alert that one person decides', async () => {
    const match = await face.reported();
    const { id, similarity, nextBest } = match;
    const { caseId, authorisationId, permit } = face;
    expect((await face.entries('face.match-raised')).at(-1)).toMatchObject({
      subject: `face-match:${id}`,
      data: { observationDigest: digestOfJson(match), authorisationId, permitId: permit.jti },
    });
    expect(await db.selectFrom('alert').selectAll().where('observation_id', '=', id).execute()).toEqual([]);
    const view = await face.seen(face.one, id);
    expect(view).toMatchObject({
      ...{ id, state: 'possible', caseId, similarity, answers: [] },
      ...{ listSize: 3, nextBest, may: { answer: 'review', refusal: null } },
    });
    // Reviewers compare two pictures and are not told who it would be.
    expect(JSON.stringify(view)).not.toContain('Person 0');
    const picture = (client: TestClient, kind: string) =>
      client.get(`/api/face-matches/${id}/pictures/${kind}`);
    const crop = await picture(face.one, 'crop');
    expect(crop.statusCode).toBe(200);
    expect(crop.headers['cache-control']).toBe('no-store');
    expect(crop.rawPayload.length).toBe(64);
    expect((await picture(face.one, 'enrolled')).body).toBe('enrolled 0');
    expect((await face.entries('face.match-picture-read')).at(-1)).toMatchObject({
      ...{ subject: `site:${face.siteId}`, data: { picture: 'enrolled' } },
    });
    const stranger = await signInAs(face.server, 'operator', { sites: [] });
    expect((await stranger.get(`/api/face-matches/${id}`)).json()).toMatchObject({
      ...{ status: 404, code: 'FACE_MATCH_NOT_FOUND' },
    });
    expect((await stranger.get('/api/face-matches')).json()).toEqual([]);
    expect((await face.answer(stranger, id, 'same-person')).statusCode).toBe(404);
    expect((await picture(stranger, 'crop')).statusCode).toBe(404);
    await db.deleteFrom('watchlist_picture').where('id', '=', match.pictureId).execute();
    expect((await face.seen(face.one, id)).enrolledPicture).toBe(false);
    expect((await picture(face.one, 'enrolled')).statusCode).toBe(404);
  });

  test('is nothing for sessions of other roles, whatever they ask', async () => {
    const { id } = await face.reported({ list: { ...face.list, people: face.list.people.slice(1) } });
    for (const role of ['governance-officer', 'traffic-reviewer', 'administrator'] as const) {
      const client = await signInAs(face.server, role);
      for (const path of ['', `/${id}`, `/${id}/pictures/crop`])
        expect((await client.get(`/api/face-matches${path}`)).statusCode).toBe(403);
      expect((await face.answer(client, id, 'same-person')).statusCode).toBe(403);
    }
  });

  test('is answered on only by trained people, and only with an answer', async () => {
    const match = await face.reported({ list: { ...face.list, people: face.list.people.slice(1) } });
    const untrained = (await createPerson(face.server, 'operator')).client;
    for (const response of [
      await face.answer(untrained, match.id, 'same-person'),
      await untrained.get(`/api/face-matches/${match.id}`),
    ])
      expect(response.json()).toMatchObject({ status: 403, code: 'TRAINING_REQUIRED' });
    expect((await face.answer(face.one, match.id, 'perhaps')).statusCode).toBe(400);
    expect((await face.answer(face.one, newIdentifier(), 'same-person')).json()).toMatchObject({
      code: 'FACE_MATCH_NOT_FOUND',
    });
    expect((await face.traces(match.id)).answers).toBe(0);
  });

  test('is seen by an investigator who reads for its case, and for no other', async () => {
    const match = await face.reported({ list: { ...face.list, people: face.list.people.slice(1) } });
    const reader = await signInAs(face.server, 'investigator');
    const purpose = { purpose: 'crime-investigation', statement: 'To see whether they came to the gate.' };
    const foreign = (await reader.post('/api/cases', { title: 'Other case', siteId: face.siteId })).json().id;
    await reader.post('/api/purposes', { ...purpose, caseId: foreign });
    expect((await reader.get('/api/face-matches')).json()).toEqual([]);
    expect((await reader.get(`/api/face-matches/${match.id}`)).statusCode).toBe(404);
    await face.investigator.post('/api/purposes', { ...purpose, caseId: face.caseId });
    const view = await face.seen(face.investigator, match.id);
    expect(view).toMatchObject({
      id: match.id,
      answers: [],
      may: { answer: null, refusal: 'NOT_PERMITTED' },
    });
    expect((await face.entries('face.match-read')).at(-1)).toMatchObject({ data: { caseId: face.caseId } });
    expect((await face.answer(face.investigator, match.id, 'same-person')).statusCode).toBe(403);
  });
});

test('a refused match that names the file of a document as its picture does not take it along', async () => {
  const { documents } = face.server.services;
  const body = { type: 'policy', text: '', controls: ['iso-42001:A.2.2'], riskCriteria: null } as const;
  const { record } = await documents.open(
    {
      title: 'Policy on faces',
      owner: 'Office',
      reviewAt: null,
      body: { ...body, controls: [...body.controls] },
    },
    WRITER,
  );
  const pdf = Buffer.from('%PDF-1.7\n1 0 obj');
  await documents.upload(record.id, 1, 'policy.pdf', pdf, WRITER);
  const digest = digestOfBytes(pdf);
  await report(
    face.server,
    await face.hit({ similarity: 0, crop: { digest, mediaType: 'image/png', bytes: 9 } }),
  );
  await face.server.services.faces.upkeep.run();
  expect(await face.server.objects.has(digest)).toBe(true);
});

test('the size of a list is counted anew after a change and a review, and the threshold with it', async () => {
  const growing = await addWatchlist(face.server, 2);
  const authorisationId = await face.authorise({ list: growing });
  await face.reported({ list: growing, authorisationId });
  const grown = await addPeople(face.server, growing, 30);
  const tooLow = async () =>
    (await face.denials()).filter((code) => code === 'FACE_THRESHOLD_TOO_LOW').length;
  const before = await tooLow();
  const old = await face.hit({}, { list: growing, authorisationId });
  await report(face.server, old);
  expect(await face.traces(old.id)).toEqual(NOTHING);
  expect(await tooLow()).toBe(before + 1);
  await face.reported({ list: grown, authorisationId });
});
