import { digestOfBytes } from '@amaan/contracts/digest-of';
import type { FaceAuthorisation } from '@amaan/contracts/faces/face-authorisation';
import {
  type FaceSearchAnswer,
  type FaceSearchRequest,
  faceSearchContext,
  LIVE_FACE_SEARCHES,
  LiveFaceSearches,
} from '@amaan/contracts/faces/face-search';
import { type Identifier, newIdentifier } from '@amaan/contracts/identifier';
import type { PermitClaims } from '@amaan/contracts/permit';
import { sealTemplate } from '@amaan/face-recognition/search/sealed-template';
import { faceRecognition } from '@amaan/face-recognition/system';
import { configurationDigest } from '@amaan/governance/permits/configuration-digest';
import { insertPermit, revokeCameras } from '@amaan/store/permits';
import { manifestOf } from '@amaan/vision/models/manifest';
import { TemplateSearch } from '@amaan/vision/templates/template-search';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { FaceOffice, HOUR_MS } from '../../testing/face-office.ts';
import { LiveFaceSearch } from './live-face-search.ts';

const PERSON = 3;
const STRANGER = 77;

/** A search that a test can hold in the middle. */
class HeldSearch extends TemplateSearch {
  held: Promise<void> | null = null;
  readonly began: Identifier[] = [];

  override async search(...asked: Parameters<TemplateSearch['search']>) {
    this.began.push(asked[0]);
    const answer = await super.search(...asked);
    await this.held;
    return answer;
  }
}

let office: FaceOffice;
let service: LiveFaceSearch;
let memory: HeldSearch;
let modelDigest: string;
let list: Identifier;
let entryId: Identifier;
let authorisation: FaceAuthorisation;

beforeAll(async () => {
  office = await FaceOffice.open();
  modelDigest = (await manifestOf('face-embedding')).digest!;
  const { db } = office.server;
  const iat = Math.floor(Date.now() / 1000) - 60;
  const claims: PermitClaims = {
    ...{ iss: 'test', sub: faceRecognition.id, jti: newIdentifier(), iat, exp: iat + 80_000 },
    ...{ version: faceRecognition.version, cameras: [office.cameraId], purposes: [] },
    models: [{ id: 'face-embedding', digest: modelDigest }],
    configurationDigest: configurationDigest(faceRecognition),
    thresholds: faceRecognition.thresholds,
  };
  await insertPermit(db, { token: 'token', claims, approvalIds: [], impactAssessmentId: null });
  service = new LiveFaceSearch({
    db,
    bus: office.server.connectWorker(),
    vault: office.server.services.faces.vault,
    modelDigest: async () => modelDigest,
    now: () => Date.now() + office.server.clock.aheadMs,
    logger: { error: (...said: unknown[]) => expect.fail(JSON.stringify(said)) } as never,
    openSearch: () => {
      memory = new HeldSearch({ threads: 1, seed: 1 });
      return memory;
    },
  });
}, 60_000);
afterAll(async () => {
  await service?.[Symbol.asyncDispose]();
  await office?.[Symbol.asyncDispose]();
});

/** A list with one person under an approved authorisation. */
async function authorised(person = PERSON): Promise<void> {
  const ready = await office.readyList(person);
  list = ready.list.id;
  entryId = ready.entry.id;
  authorisation = await office.approved(list);
}

/** Hands a face over as a worker does. */
async function ask(
  person: number,
  change: Partial<FaceSearchRequest> = {},
  endpoint?: Pick<LiveFaceSearches, 'publicKey' | 'subject'>,
): Promise<FaceSearchAnswer> {
  const { publicKey, subject } = endpoint ?? (await live());
  const of = { authorisationId: authorisation.id, cameraId: office.cameraId, modelDigest, ...change };
  const template = new Float32Array(512);
  template[person] = 1;
  const request = { sealed: sealTemplate(template, publicKey, faceSearchContext(of)), ...of };
  return (await office.server.workerBus.request(subject, request)) as FaceSearchAnswer;
}

const live = () => service.live();

const refused = (code = 'FACE_SEARCH_NOT_AUTHORISED') => ({ code });

describe('a face on a camera', () => {
  beforeAll(() => authorised());

  test('of somebody on the list is a possible match, with all that its report needs', async () => {
    const { match } = await ask(PERSON);
    expect(match).toMatchObject({ watchlistId: list, entryId, listSize: 1, nextBest: null });
    expect(match!.similarity).toBeGreaterThan(0.98);
    expect(match!.threshold).toBeGreaterThan(0.2);
    expect(match!.enrolledQuality).toBeGreaterThan(0.5);
  });

  test('of anybody else is nobody, and nothing more is said', async () => {
    expect(await ask(STRANGER)).toEqual({ match: null });
  });

  test('is looked for only on cameras that the authorisation covers', async () => {
    await expect(ask(PERSON, { cameraId: newIdentifier() })).rejects.toMatchObject(refused());
    await expect(ask(PERSON, { authorisationId: newIdentifier() })).rejects.toMatchObject(refused());
  });

  test('is not compared with templates of another model', async () => {
    const other = digestOfBytes(Buffer.from('another'));
    await expect(ask(PERSON, { modelDigest: other })).rejects.toMatchObject(refused('FACE_MODEL_MISMATCH'));
  });

  test('that was sealed for another search, or is none, is refused without an answer', async () => {
    const { publicKey, subject } = await live();
    const of = { authorisationId: authorisation.id, cameraId: office.cameraId, modelDigest };
    const send = (request: object) => office.server.workerBus.request(subject, request);
    const seal = (values: Float32Array, context: string) => sealTemplate(values, publicKey, context);
    const context = faceSearchContext(of);
    await expect(send({ ...of, sealed: seal(new Float32Array(512).fill(1), 'x') })).rejects.toMatchObject(
      refused('TEMPLATE_NOT_SEALED'),
    );
    for (const values of [new Float32Array(512), new Float32Array(512).fill(Number.NaN), new Float32Array(9)])
      await expect(send({ ...of, sealed: seal(values, context) })).rejects.toMatchObject(
        refused('FACE_REQUEST_MALFORMED'),
      );
    await expect(send({ ...of, template: [1, 2, 3] })).rejects.toMatchObject(
      refused('FACE_REQUEST_MALFORMED'),
    );
  });

  test('of a picture that was wrong before has to be met more closely', async () => {
    const { db } = office.server;
    const { match } = await ask(PERSON);
    const worn = (weight: number) =>
      db.updateTable('watchlist_picture').set({ weight }).where('id', '=', match!.pictureId).execute();
    await worn(1 / 64);
    expect((await ask(PERSON)).match!.threshold).toBeGreaterThan(match!.threshold);
    await worn(1);
  });

  test('is looked for by the server itself, which says so to workers', async () => {
    const { workerBus } = office.server;
    // Two answer here, the one of the test and the server's own.
    const said = [1, 2].map(() => workerBus.request(LIVE_FACE_SEARCHES, null));
    const searches = (await Promise.all(said)).map((one) => LiveFaceSearches.parse(one));
    const { id, watchlistId } = authorisation;
    for (const { authorisations } of searches)
      expect(authorisations).toMatchObject([{ id, watchlistId, cameraIds: [office.cameraId] }]);
    for (const endpoint of searches)
      expect((await ask(PERSON, {}, endpoint)).match).toMatchObject({ watchlistId, entryId });
  });

  test('leaves no trace in the log', () => {
    expect(office.server.log.join('\n')).not.toMatch(/sealed|template\b/i);
  });
});

describe('a search ends', () => {
  beforeEach(() => authorised());

  test('with its authorisation, and memory lets go of the list', async () => {
    await ask(PERSON);
    const name = memory.began.at(-1)!;
    const body = { reason: 'The case is closed' };
    const revoked = await office.supervisor.post(
      `/api/face-authorisations/${authorisation.id}/revocation`,
      body,
    );
    expect(revoked.statusCode, revoked.body).toBe(200);
    await expect.poll(() => memory.has(name)).toBe(false);
    await expect(ask(PERSON)).rejects.toMatchObject(refused());
    expect((await live()).authorisations.map(({ id }) => id)).not.toContain(authorisation.id);
  });

  test('with its time, without a word of anybody', async () => {
    await ask(PERSON);
    const name = memory.began.at(-1)!;
    office.server.clock.aheadMs = 100 * HOUR_MS;
    try {
      await expect(ask(PERSON)).rejects.toMatchObject(refused());
      await expect.poll(() => memory.has(name), { timeout: 5_000 }).toBe(false);
    } finally {
      office.server.clock.aheadMs = 0;
    }
  });

  test('with its list, also in the middle: nobody is named, and nothing of it is in memory', async () => {
    await ask(PERSON);
    const before = memory.began.length;
    const go = Promise.withResolvers<void>();
    memory.held = go.promise;
    const asked = ask(PERSON).catch((error: unknown) => error);
    await expect.poll(() => memory.began.length).toBe(before + 1);
    const name = memory.began.at(-1)!;
    const { statusCode, body } = await office.supervisor.post(`/api/watchlists/${list}/destruction`, {
      reason: 'The warrant was withdrawn',
    });
    expect(statusCode, body).toBeLessThan(300);
    expect(memory.has(name)).toBe(false);
    go.resolve();
    expect(await asked).toMatchObject(refused());
    memory.held = null;
  });

  test('with the permit', async () => {
    const { db } = office.server;
    const set = (revoked_at: string | null, revoked_reason: string | null) =>
      db
        .updateTable('permit')
        .set({ revoked_at, revoked_reason })
        .where('system_id', '=', faceRecognition.id)
        .execute();
    await set(new Date().toISOString(), 'It was suspended.');
    await expect(ask(PERSON)).rejects.toMatchObject(refused('FACES_NOT_PERMITTED'));
    await set(null, null);
    expect((await ask(PERSON)).match).not.toBeNull();
  });
});

test('a list on which nothing may be searched is said to be empty', async () => {
  await authorised(9);
  await office.server.db
    .updateTable('watchlist_picture')
    .set({ state: 'held' })
    .where('watchlist_id', '=', list)
    .execute();
  await expect(ask(9)).rejects.toMatchObject(refused('FACE_LIST_EMPTY'));
});

// The last one: what was revoked for a camera stays so.
test('where the permit was revoked for the camera alone, nothing is searched on it', async () => {
  await authorised();
  const { db } = office.server;
  const { group_id: cameraGroupId } = await db
    .selectFrom('camera')
    .select('group_id')
    .where('id', '=', office.cameraId)
    .executeTakeFirstOrThrow();
  const [suspensionId, at, system] = [newIdentifier(), new Date().toISOString(), faceRecognition.id];
  await sql`INSERT INTO suspension
      (id, system_id, camera_group_id, at, reason, source, by_actor, by_name, by_person, by_role)
    VALUES (${suspensionId}, ${system}, ${cameraGroupId}, ${at}, 'For a test.', 'person',
      'user:officer', 'The officer', 'officer', 'governance-officer')`.execute(db);
  expect((await ask(PERSON)).match).not.toBeNull();
  expect(await revokeCameras(db, { system, suspensionId, cameraGroupId, at })).toHaveLength(1);
  await expect(ask(PERSON)).rejects.toMatchObject(refused('FACES_NOT_PERMITTED'));
});
