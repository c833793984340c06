import { digestOfBytes } from '@amaan/contracts/digest-of';
import type { Explanation, ExplanationStep } from '@amaan/contracts/explanation';
import type { FaceAuthorisation } from '@amaan/contracts/faces/face-authorisation';
import { type Identifier, newIdentifier } from '@amaan/contracts/identifier';
import { faceRecognition } from '@amaan/face-recognition/system';
import { searchThreshold } from '@amaan/face-recognition/threshold/search-threshold';
import { checkExplanation } from '@amaan/governance/explain/check-explanation';
import type { PossibleMatch } from '@amaan/store/faces/matches/face-matches';
import { manifestOf } from '@amaan/vision/models/manifest';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { approveSystem } from '../testing/approve-system.ts';
import { FaceOffice, HOUR_MS, hoursFromNow } from '../testing/face-office.ts';
import { possibleMatch } from '../testing/face-search.ts';
import { facePicture } from '../testing/fake-face-desk.ts';
import { report } from '../testing/plate-camera.ts';
import { statePurpose } from '../testing/search-office.ts';
import { signInAs } from '../testing/sign-in-as.ts';
import type { TestClient } from '../testing/test-client.ts';

const REFERENCE = 'Suspect 12/26';
const NOTE = 'The same scar above the left eye';
const REASON = 'The suspects fled through the market and are armed';

let office: FaceOffice;
let auditor: TestClient;
let one: TestClient;
let other: TestClient;
let listId: Identifier;
let entryId: Identifier;
let pictureId: Identifier;
let authorisation: FaceAuthorisation;

beforeAll(async () => {
  office = await FaceOffice.open({ models: await faceModels() });
  const { server } = office;
  await approveSystem(server.db, server.services, faceRecognition);
  await server.services.permitUpkeep.followSystems();
  auditor = await signInAs(server, 'auditor');
  one = await signInAs(server, 'operator');
  other = await signInAs(server, 'operator');
  const { id } = await office.makeList();
  listId = id;
  const entry = await office.addEntry({ id });
  entryId = entry.id;
  pictureId = (await office.enrol(entry, { person: 3 })).picture.id;
  await office.review(id);
  authorisation = await office.approved(id);
}, 60_000);
afterAll(async () => {
  await office?.[Symbol.asyncDispose]();
});

/** Every model of facial recognition, as if its file were there. */
async function faceModels() {
  return Promise.all(
    faceRecognition.models.map(async (id) => {
      const { title, licence, source, digest } = await manifestOf(id);
      return { id, title, licence, source, digest: digest ?? digestOfBytes(Buffer.from(id)) };
    }),
  );
}

/** A match of the one person on the list, under the permit that is in force. */
async function reported(authorisationId = authorisation.id): Promise<PossibleMatch> {
  const { server, cameraId, file } = office;
  const permit = await server.db
    .selectFrom('permit')
    .select('claims')
    .where('system_id', '=', faceRecognition.id)
    .executeTakeFirstOrThrow();
  // Far above what is asked for: each rejected match asks for more.
  const { threshold, falseMatchesPerSearch } = searchThreshold(1, 1e-6);
  const of = {
    ...{ permit: permit.claims, siteId: file.siteId, cameraId, authorisationId },
    list: { id: listId, size: 1, people: [{ entryId, pictureId }] } as never,
  };
  const { digest } = await manifestOf('face-embedding');
  const match = await possibleMatch(server, of, {
    ...{ threshold, falseMatchesPerSearch, similarity: threshold + 0.1, listSize: 1 },
    modelDigest: digest!,
  });
  await report(server, match);
  expect(await server.db.selectFrom('denial').select(['code', 'reason']).execute()).toEqual([]);
  return match;
}

const ask = (client: TestClient, id: Identifier) => client.get(`/api/explain/face-match/${id}`);
const explained = async (client: TestClient, id: Identifier): Promise<Explanation> => {
  const answer = await ask(client, id);
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json();
};
const check = (explanation: unknown) => checkExplanation(explanation, office.server.services.ledger.vkey);
const answer = async (client: TestClient, id: Identifier, said: string) => {
  const given = await client.post(`/api/face-matches/${id}/answers`, { answer: said, note: NOTE });
  expect(given.statusCode, given.body).toBe(200);
};

type Step<Name extends ExplanationStep['step']> = Extract<ExplanationStep, { step: Name }>;
function step<Name extends ExplanationStep['step']>({ steps }: Explanation, name: Name): Step<Name> {
  return steps.find((each) => each.step === name) as Step<Name>;
}

describe('explaining a possible face match', () => {
  let match: PossibleMatch;
  beforeAll(async () => {
    match = await reported();
  });

  test('gives every step in order, each proven by the document alone', async () => {
    const explanation = check(await explained(office.supervisor, match.id));
    expect(explanation.steps.map((each) => each.step)).toEqual([
      ...['frame', 'model', 'configuration', 'resemblance', 'permit', 'approvals', 'validation'],
      ...['impact-assessment', 'watchlist', 'authorisation', 'suspension', 'face-answers'],
    ]);
    for (const { step: name, entries } of explanation.steps)
      if (name !== 'suspension' && name !== 'face-answers') expect(entries.length, name).toBeGreaterThan(0);
  });

  test('says who asked for the search and who approved it, on which law, and that it was in force', async () => {
    const { basis } = step(await explained(office.supervisor, match.id), 'authorisation');
    expect(basis).toMatchObject({
      ...{ kind: 'face-authorisation', id: authorisation.id, caseId: office.file.id },
      ...{ legalBasis: authorisation.legalBasis, urgent: false, inForce: true, ended: null },
      asked: { byName: authorisation.askedBy, at: authorisation.askedAt },
      approved: { byName: authorisation.decidedBy, at: authorisation.decidedAt },
      words: { reason: REASON },
    });
  });

  test('says how the picture came onto the list, and which review saw it', async () => {
    const { list } = step(await explained(office.supervisor, match.id), 'watchlist');
    expect(list).toMatchObject({ id: listId, entryId, pictureId, isThere: true });
    expect(list.body?.name).toBe('Robbery suspects');
    expect(list.enrolled?.sealedDigest).toMatch(/^[0-9a-f]{64}$/);
    expect(list.review!.revision).toBeGreaterThan(1);
    expect(list.review!.by).not.toBe(list.enrolled!.by);
  });

  test('tells an auditor the chain without names of listed people, words about them, or pictures', async () => {
    const explanation = await explained(auditor, match.id);
    check(explanation);
    const text = JSON.stringify(explanation);
    for (const secret of [REFERENCE, REASON, 'Robbery suspects', authorisation.about])
      expect(text).not.toContain(secret);
    expect(explanation.notesWithheld).toBe(true);
    expect(step(explanation, 'authorisation').basis).toMatchObject({ words: null, inForce: true });
    expect(step(explanation, 'watchlist').list.body).toBeNull();
    // An operator, who may read neither lists nor authorisations, is told their words no more.
    const operator = JSON.stringify(await explained(one, match.id));
    for (const secret of [REFERENCE, REASON, 'Robbery suspects']) expect(operator).not.toContain(secret);
  });

  test('is the same before and after the first answer: nobody learns of it on this way', async () => {
    const { id } = await reported();
    const told = async (client: TestClient) => {
      const { explainedAt: _, ledger, ...rest } = await explained(client, id);
      return { ...rest, entries: ledger.entries.map(({ index, entry }) => ({ index, entry })) };
    };
    const readers = [one, other, office.supervisor, auditor];
    const before = await Promise.all(readers.map(told));
    await answer(one, id, 'same-person');
    expect(await Promise.all(readers.map(told))).toEqual(before);
    expect(step(await explained(other, id), 'face-answers')).toMatchObject({ answers: null, entries: [] });
    // Of a dispute nothing is told either, until it is settled.
    await answer(other, id, 'different-person');
    const disputed = check(await explained(office.keeper, id));
    expect(step(disputed, 'face-answers').answers).toBeNull();
    expect(JSON.stringify(disputed)).not.toContain('different-person');
    const ruled = await office.supervisor.post(`/api/face-matches/${id}/ruling`, {
      ...{ answer: 'different-person', note: NOTE },
    });
    expect(ruled.statusCode, ruled.body).toBe(200);
    const settled = check(await explained(one, id));
    expect(step(settled, 'face-answers').answers?.map(({ role, answer: said }) => [role, said])).toEqual([
      ['review', 'same-person'],
      ['review', 'different-person'],
      ['ruling', 'different-person'],
    ]);
    expect(JSON.stringify(settled)).toContain(NOTE);
    const overseen = await explained(auditor, id);
    check(overseen);
    expect(JSON.stringify(overseen)).not.toContain(NOTE);
    expect(step(overseen, 'face-answers').answers).toHaveLength(3);
  });

  test('is told to an investigator for the case that they read for, and for no other', async () => {
    const stranger = await signInAs(office.server, 'investigator');
    expect((await ask(stranger, match.id)).json()).toMatchObject({ code: 'PURPOSE_REQUIRED' });
    const file = (await stranger.post('/api/cases', { title: 'Fraud', siteId: office.file.siteId })).json();
    await statePurpose(stranger, file.id);
    expect((await ask(stranger, match.id)).json()).toMatchObject({ code: 'FACE_MATCH_NOT_FOUND' });
    await statePurpose(office.investigator, office.file.id);
    check(await explained(office.investigator, match.id));
  });

  test('is told of a search with a picture too, which no camera saw', async () => {
    const { server, investigator, desk, file } = office;
    const permit = await server.db
      .selectFrom('permit')
      .select('id')
      .where('system_id', '=', faceRecognition.id)
      .executeTakeFirstOrThrow();
    desk.permitId = permit.id;
    const asked = await office.approved(listId, { scope: { kind: 'after-the-event' } });
    await statePurpose(investigator, file.id);
    const made = await investigator.post('/api/face-searches', {
      authorisationId: asked.id,
      picture: (await facePicture({ person: 3 })).toString('base64'),
      source: 'A shopkeeper of Anarkali',
      lawfulness: 'Handed over freely on request of the police',
      takenAt: hoursFromNow(-30),
      place: 'Anarkali, shop 14',
      reason: 'The man in this picture ran away with the till',
    });
    expect(made.statusCode, made.body).toBe(201);
    const explanation = check(await explained(office.supervisor, made.json().matches[0].id));
    expect(explanation.about.cameraId).toBeNull();
    // It was in force when it was searched, which is not when the picture was taken.
    expect(step(explanation, 'authorisation').basis).toMatchObject({ id: asked.id, inForce: true });
    expect(step(explanation, 'watchlist').list.review).not.toBeNull();
  });

  test('is not there for people of other sites, for other roles, and for what never was', async () => {
    const site = (await office.administrator.post('/api/sites', { name: 'Multan' })).json();
    const elsewhere = await signInAs(office.server, 'auditor', { sites: [site.id] });
    expect((await ask(elsewhere, match.id)).json()).toMatchObject({ code: 'FACE_MATCH_NOT_FOUND' });
    expect((await ask(await signInAs(office.server, 'analyst'), match.id)).statusCode).toBe(403);
    expect((await ask(one, newIdentifier())).json()).toMatchObject({
      ...{ status: 404, code: 'FACE_MATCH_NOT_FOUND' },
    });
  });
});

describe('a chain that somebody changed', () => {
  let whole: string;
  beforeAll(async () => {
    const { id } = await reported();
    await answer(one, id, 'same-person');
    await answer(other, id, 'same-person');
    const explanation = await explained(office.supervisor, id);
    check(explanation);
    whole = JSON.stringify(explanation);
  });
  const basisOf = (e: Explanation) => step(e, 'authorisation').basis as object;
  const digest = 'a'.repeat(64);

  test.each<[string, (explanation: Explanation) => void]>([
    ['the frame', (e) => Object.assign(step(e, 'frame'), { digest })],
    ['the crop', (e) => Object.assign(step(e, 'frame').evidence[0]!, { digest })],
    ['the model', (e) => Object.assign(step(e, 'model'), { digest })],
    ['the threshold', (e) => Object.assign(step(e, 'resemblance').observation, { threshold: 0.1 })],
    ['the size of the list', (e) => Object.assign(step(e, 'resemblance').observation, { listSize: 2 })],
    ['the camera', (e) => Object.assign(e.about, { cameraId: newIdentifier() })],
    ['an approval of the permit', (e) => Object.assign(step(e, 'approvals'), { approvals: [] })],
    ['the impact assessment', (e) => Object.assign(step(e, 'impact-assessment'), { assessment: null })],
    ['the law', (e) => Object.assign(basisOf(e), { legalBasis: 'Another law' })],
    ['the words of the request', (e) => Object.assign(basisOf(e), { words: { about: 'x', reason: 'y' } })],
    ['the case', (e) => Object.assign(basisOf(e), { caseId: newIdentifier() })],
    ['who asked', (e) => Object.assign((basisOf(e) as { asked: object }).asked, { by: 'user:x' })],
    ['who approved', (e) => Object.assign((basisOf(e) as { approved: object }).approved, { by: 'user:x' })],
    ['that it was approved', (e) => Object.assign(basisOf(e), { approved: null, inForce: false })],
    ['its end', (e) => Object.assign(basisOf(e), { to: '2099-01-01T00:00:00.000Z' })],
    ['that it was in force', (e) => Object.assign(basisOf(e), { inForce: false })],
    ['the entry of the approval', (e) => drop(e, 'face-authorisation.approved')],
    ['the entry of the request', (e) => drop(e, 'face-authorisation.asked')],
    [
      'the register entry for it',
      (e) => Object.assign(step(e, 'authorisation'), { basis: { kind: 'none-recorded' } }),
    ],
    ['what the list says', (e) => Object.assign(step(e, 'watchlist').list.body!, { owner: 'Nobody' })],
    ['who reviewed it', (e) => Object.assign(step(e, 'watchlist').list.review!, { by: 'user:x' })],
    ['that it was reviewed', (e) => Object.assign(step(e, 'watchlist').list, { review: null })],
    ['the entry of the review', (e) => drop(e, 'watchlist.reviewed')],
    [
      'the enrolled picture',
      (e) => Object.assign(step(e, 'watchlist').list.enrolled!, { sealedDigest: digest }),
    ],
    ['the entry of the enrolment', (e) => drop(e, 'watchlist.picture-enrolled')],
    ['an answer', (e) => Object.assign(step(e, 'face-answers').answers![0]!, { answer: 'cannot-tell' })],
    ['who answered', (e) => Object.assign(step(e, 'face-answers').answers![0]!, { by: 'x' })],
    ['what they wrote', (e) => Object.assign(step(e, 'face-answers').answers![0]!, { note: 'x' })],
    ['an answer left out', (e) => void step(e, 'face-answers').answers!.pop()],
    ['that it is decided', (e) => Object.assign(step(e, 'face-answers'), { answers: null })],
    ['the decision', (e) => Object.assign(e.about, { state: 'rejected' })],
    ['the entry of the decision', (e) => drop(e, 'face.match-decided')],
  ])('does not check out: %s', (_what, change) => {
    const explanation: Explanation = JSON.parse(whole);
    change(explanation);
    expect(() => check(explanation)).toThrow(expect.objectContaining({ code: 'EXPLANATION_DOES_NOT_FIT' }));
  });
});

describe('a chain with a link that does not hold', () => {
  test('says that the authorisation has ended since, and still proves what it was', async () => {
    const asked = await office.approved(listId);
    const { id } = await reported(asked.id);
    const revoked = await office.supervisor.post(`/api/face-authorisations/${asked.id}/revocation`, {
      reason: 'The suspect was arrested',
    });
    expect(revoked.statusCode, revoked.body).toBe(200);
    const { basis } = step(check(await explained(office.supervisor, id)), 'authorisation');
    expect(basis).toMatchObject({ ended: { how: 'revoked' }, inForce: true });
  });

  test('says that the picture is on the list no more', async () => {
    const { id } = await reported();
    const gone = await office.keeper.request(
      'DELETE',
      `/api/watchlists/${listId}/entries/${entryId}/pictures/${pictureId}`,
    );
    expect(gone.statusCode, gone.body).toBeLessThan(300);
    const { list } = step(check(await explained(office.supervisor, id)), 'watchlist');
    expect(list.isThere).toBe(false);
    expect(list.enrolled).not.toBeNull();
    expect(list.review).not.toBeNull();
  });

  test('of an urgent search that nobody approved there is none any more', async () => {
    const { list, entry } = await office.readyList(9);
    listId = list.id;
    entryId = entry.id;
    const pictures = await office.supervisor.get(`/api/watchlists/${listId}/entries/${entryId}/pictures`);
    pictureId = pictures.json()[0].id;
    const urgent = await office.ask(listId, {}, true);
    const { id } = await reported(urgent.id);
    const { basis } = step(check(await explained(one, id)), 'authorisation');
    expect(basis).toMatchObject({ urgent: true, approved: null, inForce: true });
    await office.later(25 * HOUR_MS);
    office.server.clock.aheadMs = 0;
    expect((await ask(one, id)).json()).toMatchObject({ status: 404, code: 'FACE_MATCH_NOT_FOUND' });
    expect((await ask(auditor, id)).statusCode).toBe(404);
  });
});

/** Takes entries of a kind out of the document, and every mention of them. */
function drop({ ledger, steps }: Explanation, kind: string): void {
  const gone = ledger.entries.filter(({ entry }) => entry.kind === kind).map(({ index }) => index);
  expect(gone, kind).not.toEqual([]);
  ledger.entries = ledger.entries.filter(({ index }) => !gone.includes(index));
  for (const each of steps) each.entries = each.entries.filter((index) => !gone.includes(index));
}
