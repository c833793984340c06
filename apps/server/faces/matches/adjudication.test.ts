import { digestOfJson } from '@amaan/contracts/digest-of';
import type { FaceMatch } from '@amaan/contracts/faces/matches/face-match';
import { MATCH_THRESHOLDS, MatchThresholds } from '@amaan/contracts/faces/matches/match-thresholds';
import { type Identifier, newIdentifier } from '@amaan/contracts/identifier';
import { searchThreshold } from '@amaan/face-recognition/threshold/search-threshold';
import type { Database } from '@amaan/store/open-database';
import { createTestDatabase } from '@amaan/store/test-database';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SOME_PURPOSE, somebody } from '../../testing/access-table.ts';
import { addWatchlist } from '../../testing/face-search.ts';
import { hearUpdates } from '../../testing/hear-updates.ts';
import { report } from '../../testing/plate-camera.ts';
import { signInAs } from '../../testing/sign-in-as.ts';
import { type FaceSearchServer, startFaceSearch } from '../../testing/start-face-search.ts';
import type { TestClient } from '../../testing/test-client.ts';

let db: Database;
let face: FaceSearchServer;
let third: TestClient;
let double: TestClient;
let supervisor: TestClient;
let reviewing: TestClient;
let asking: TestClient;
let asker: TestClient;
const NOTHING = { matches: 0, observations: 0, answers: 0 };

beforeAll(async () => {
  db = await createTestDatabase();
  face = await startFaceSearch(db);
  const { server } = face;
  third = await signInAs(server, 'operator', { person: 'Sana Malik' });
  double = await signInAs(server, 'operator', { person: 'Sana Malik' });
  supervisor = await signInAs(server, 'supervisor');
  reviewing = await signInAs(server, 'supervisor');
  asking = await signInAs(server, 'supervisor', { person: 'ASKER KHAN' });
  asker = await signInAs(server, 'operator', { person: 'ASKER KHAN' });
});
afterAll(async () => {
  await face?.[Symbol.asyncDispose]();
  await db?.destroy();
});

describe('two reviewers', () => {
  test('answer without seeing the other’s answer, nor that there is one', async () => {
    const match = await face.reported();
    const before = await face.seen(face.other, match.id);
    const listed = (await face.other.get('/api/face-matches?waiting=true')).json();
    const told = hearUpdates(face.server.services.updates, somebody('supervisor'));
    const first = (await face.answer(face.one, match.id, 'same-person', 'The same scar.')).json();
    expect(first).toMatchObject({ state: 'possible', answers: [{ answer: 'same-person' }] });
    expect(first.may).toEqual({ answer: null, refusal: 'ANSWERED_ALREADY' });
    // Byte for byte what it was, in the detail, in the queue, and for a supervisor; nothing is pushed.
    expect(await face.seen(face.other, match.id)).toEqual(before);
    expect((await face.other.get('/api/face-matches?waiting=true')).json()).toEqual(listed);
    expect((await face.seen(supervisor, match.id)).answers).toEqual([]);
    // Others are told of other things meanwhile.
    expect(told.filter(({ type }) => type.startsWith('face'))).toEqual([]);
    // Nor does the ledger, which reviewers may read, say of which match the answer is.
    const [entry] = (await face.entries('face.match-answered')).slice(-1);
    expect(entry.subject).toBe('face-match-answers');
    expect(JSON.stringify(entry)).not.toContain(match.id);
    expect(JSON.stringify(entry)).not.toContain(first.answers[0].id);
    expect(JSON.stringify(entry)).not.toContain('same-person');
    const ledger = await db
      .selectFrom('ledger_entry')
      .select('entry')
      .where('subject', '=', `face-match:${match.id}`)
      .execute();
    expect(ledger.map(({ entry: text }) => JSON.parse(text).kind)).toEqual(['face.match-raised']);
    // The one who answered does not wait any more; the other still does.
    const ids = async (client: TestClient) =>
      (await client.get('/api/face-matches?waiting=true')).json().map(({ id }: FaceMatch) => id);
    expect(await ids(face.one)).not.toContain(match.id);
    expect(await ids(face.other)).toContain(match.id);
  });

  test('who agree confirm it, which changes nothing but the match, and is on record without names', async () => {
    const match = await face.reported();
    const others = ['alert', 'hotlist_entry', 'case_alert', 'evidence_item'] as const;
    const counts = async () =>
      Promise.all(
        others.map(
          async (table) =>
            (
              await db
                .selectFrom(table as 'alert')
                .selectAll()
                .execute()
            ).length,
        ),
      );
    const before = await counts();
    await face.answer(face.one, match.id, 'same-person');
    const { updates } = face.server.services;
    const purpose = (caseId: Identifier) => ({ ...SOME_PURPOSE, siteId: face.siteId, caseId });
    const told = hearUpdates(updates, somebody('operator', { sites: [face.siteId] }));
    const investigating = hearUpdates(updates, somebody('investigator', { purpose: purpose(face.caseId) }));
    const untold = [
      hearUpdates(updates, somebody('operator', { sites: [newIdentifier()] })),
      hearUpdates(updates, somebody('investigator', { purpose: purpose(newIdentifier()) })),
      hearUpdates(updates, somebody('investigator')),
      hearUpdates(updates, somebody('governance-officer')),
      hearUpdates(updates, somebody('operator', { trainingGaps: ['a-course'] })),
    ];
    const confirmed = (await face.answer(face.other, match.id, 'same-person')).json();
    expect(confirmed).toMatchObject({ state: 'confirmed', ruling: null });
    expect(confirmed.answers.length).toBe(2);
    const { siteId, caseId } = face;
    const update = { type: 'face-match', match: { matchId: match.id, siteId, caseId, state: 'confirmed' } };
    await expect.poll(() => [told, investigating]).toEqual([[update], [update]]);
    expect(untold.flat()).toEqual([]);
    expect(await counts()).toEqual(before);
    const [decided] = (await face.entries('face.match-decided')).slice(-1);
    expect(decided).toMatchObject({ subject: `face-match:${match.id}`, data: { state: 'confirmed' } });
    expect(decided.data.answers.map((said: { answer: string }) => said.answer)).toEqual([
      'same-person',
      'same-person',
    ]);
    const [entry] = (await face.entries('face.match-confirmed')).slice(-1);
    expect(entry).toMatchObject({
      data: { authorisationId: face.authorisationId, observationDigest: digestOfJson(match) },
    });
    expect(JSON.stringify([decided, entry])).not.toMatch(/The operator|Person|scar/);
    for (const client of [face.one, third, supervisor])
      expect((await face.answer(client, match.id, 'different-person')).statusCode).toBe(409);
  });

  test('who do not agree leave it to a supervisor who is neither of them and did not ask', async () => {
    const match = await face.reported();
    expect(
      (await supervisor.post(`/api/face-matches/${match.id}/ruling`, { answer: 'same-person' })).json(),
    ).toMatchObject({ code: 'NOT_DISPUTED' });
    await face.answer(reviewing, match.id, 'same-person');
    expect((await face.answer(face.one, match.id, 'different-person')).json()).toMatchObject({
      state: 'disputed',
    });
    const rule = (client: TestClient, said: string) =>
      client.post(`/api/face-matches/${match.id}/ruling`, { answer: said });
    expect((await rule(face.one, 'same-person')).statusCode).toBe(403);
    expect((await rule(reviewing, 'same-person')).json()).toMatchObject({ code: 'ANSWERED_ALREADY' });
    expect((await rule(asking, 'same-person')).json()).toMatchObject({ code: 'ASKER_MAY_NOT_REVIEW' });
    expect((await face.seen(supervisor, match.id)).may).toEqual({ answer: 'ruling', refusal: null });
    const ruled = (await rule(supervisor, 'cannot-tell')).json();
    expect(ruled).toMatchObject({ state: 'rejected', ruling: { answer: 'cannot-tell' } });
    expect((await rule(supervisor, 'same-person')).json()).toMatchObject({ code: 'NOT_DISPUTED' });
    // What nobody can tell says nothing against the picture.
    const { contradicted } = await db
      .selectFrom('watchlist_picture')
      .select('contradicted')
      .where('id', '=', match.pictureId)
      .executeTakeFirstOrThrow();
    expect(contradicted).toBe(0);
  });

  test('are never who asked for the search, under whatever account, nor one person twice', async () => {
    const match = await face.reported();
    expect((await face.answer(asker, match.id, 'same-person')).json()).toMatchObject({
      ...{ status: 403, code: 'ASKER_MAY_NOT_REVIEW' },
    });
    const waiting = (await asker.get('/api/face-matches?waiting=true')).json();
    expect(waiting.map(({ id }: FaceMatch) => id)).not.toContain(match.id);
    await face.answer(third, match.id, 'same-person');
    expect((await face.answer(double, match.id, 'same-person')).json()).toMatchObject({
      ...{ status: 409, code: 'ANSWERED_ALREADY' },
    });
  });

  test('of one match at once: of many who answer, two count', async () => {
    const match = await face.reported();
    const statuses = await Promise.all(
      [face.one, face.other, third, supervisor].map(
        async (client) => (await face.answer(client, match.id, 'same-person')).statusCode,
      ),
    );
    expect(statuses.filter((status) => status === 200).length).toBe(2);
    expect((await face.traces(match.id)).answers).toBe(2);
  });
});

describe('what people said', () => {
  test('lowers the weight of the enrolled picture, which searchers are told and ingest asks for', async () => {
    const worn = await addWatchlist(face.server, 4);
    const id = await face.authorise({ list: worn });
    const of = { list: worn, authorisationId: id };
    const heard: unknown[] = [];
    await using _ = { [Symbol.asyncDispose]: () => listening.stop() };
    const listening = face.server.workerBus.listen(
      'control.match-thresholds',
      (said) => void heard.push(said),
    );
    const ask = async () =>
      MatchThresholds.parse(await face.server.workerBus.request(MATCH_THRESHOLDS, { authorisationId: id }));
    const fresh = await ask();
    expect(fresh).toMatchObject({ listSize: 4, pictures: [], watchlistId: worn.id });
    const match = await face.hit({}, of);
    await report(face.server, match);
    for (const client of [face.one, face.other]) await face.answer(client, match.id, 'different-person');
    const { weight, contradicted, revision } = await db
      .selectFrom('watchlist_picture')
      .select(['weight', 'contradicted', 'revision'])
      .where('id', '=', match.pictureId)
      .executeTakeFirstOrThrow();
    expect({ weight, contradicted, revision: Number(revision) }).toEqual({
      ...{ weight: 0.5, contradicted: 1, revision: 2 },
    });
    const after = await ask();
    expect(after.threshold).toBe(fresh.threshold);
    const [stricter] = after.pictures;
    expect(stricter).toMatchObject({ pictureId: match.pictureId, weight: 0.5 });
    expect(stricter!.threshold).toBeGreaterThan(fresh.threshold);
    await expect.poll(() => heard).toEqual([{ watchlistId: worn.id }]);
    const again = await face.hit({}, of);
    await report(face.server, again);
    expect(await face.traces(again.id)).toEqual(NOTHING);
    const { threshold, falseMatchesPerSearch } = searchThreshold(4, 0.001 * 0.5);
    const closer = await face.hit({ threshold, falseMatchesPerSearch, similarity: threshold }, of);
    await report(face.server, closer);
    expect((await face.traces(closer.id)).matches).toBe(1);
    await expect(
      face.server.workerBus.request(MATCH_THRESHOLDS, { authorisationId: newIdentifier() }),
    ).rejects.toMatchObject({ code: 'FACE_AUTHORISATION_NOT_LIVE' });
  });

  test('counts against a picture when a supervisor says so of a dispute, and not where nobody can tell', async () => {
    const list = await addWatchlist(face.server, 4);
    const of = { list, authorisationId: await face.authorise({ list }) };
    const judge = async (...answers: string[]) => {
      const { threshold, falseMatchesPerSearch } = searchThreshold(4, 0.001 / 64);
      const match = await face.hit({ similarity: 1, threshold, falseMatchesPerSearch }, of);
      await report(face.server, match);
      expect((await face.traces(match.id)).matches).toBe(1);
      for (const [at, said] of answers.slice(0, 2).entries())
        await face.answer(at === 0 ? face.one : face.other, match.id, said);
      if (answers[2] !== undefined) {
        const ruling = { answer: answers[2], note: 'Looked at both' };
        const ruled = await supervisor.post(`/api/face-matches/${match.id}/ruling`, ruling);
        expect(ruled.statusCode, ruled.body).toBe(200);
      }
      return db
        .selectFrom('watchlist_picture')
        .select(['weight', 'contradicted'])
        .where('id', '=', match.pictureId)
        .executeTakeFirstOrThrow();
    };
    expect(await judge('same-person', 'same-person')).toEqual({ weight: 1, contradicted: 0 });
    expect(await judge('different-person', 'same-person')).toEqual({ weight: 1, contradicted: 0 });
    expect(await judge('different-person', 'same-person', 'different-person')).toMatchObject({
      contradicted: 1,
    });
    expect(await judge('same-person', 'different-person', 'same-person')).toMatchObject({ contradicted: 1 });
    expect((await judge('different-person', 'different-person')).contradicted).toBe(2);
  });
});
