import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { type CapturedLogger, capturedLogger } from '@amaan/analytics/testing/captured-logger';
import type { FaceAuthorisation } from '@amaan/contracts/faces/face-authorisation';
import type { Identifier } from '@amaan/contracts/identifier';
import { newIdentifier } from '@amaan/contracts/identifier';
import type { PermitClaims } from '@amaan/contracts/permit';
import { faceRecognition } from '@amaan/face-recognition/system';
import { configurationDigest } from '@amaan/governance/permits/configuration-digest';
import { FaceOffice } from '@amaan/server/testing/face-office';
import { insertPermit } from '@amaan/store/permits';
import { manifestOf } from '@amaan/vision/models/manifest';
import { FaceAuthorisations } from '@amaan/worker/faces/face-authorisations';
import { FaceLane } from '@amaan/worker/faces/face-lane';
import { FaceSearchClient } from '@amaan/worker/faces/face-search-client';
import { ReportOutbox } from '@amaan/worker/report-outbox';
import { examinedFace, frameAt, PERSON, ScriptedFaceDesk } from '@amaan/worker/testing/face-scene';
import { assignedCamera } from '@amaan/worker/testing/test-control-plane';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { countInMemory, invertedBase64, invertedFloats } from './scan-memory.ts';

// A worker's lane and a whole server, joined by the bus as they are when they run; only the models are fakes.

const LISTED = 3;
/** A template that occurs nowhere else in the process. */
const strangerAt = (index: number) => Math.fround(Math.sin(index * 7.13 + 0.4) / 16);
const controlAt = (index: number) => Math.fround(Math.cos(index * 5.77 + 0.9) / 16);
const WORDS = 6;

let office: FaceOffice;
let desk: ScriptedFaceDesk;
let lane: FaceLane;
let authorisations: FaceAuthorisations;
let outbox: ReportOutbox;
let authorisation: FaceAuthorisation;
let entryId: Identifier;
let log: CapturedLogger;
let seconds = 0;

beforeAll(async () => {
  office = await FaceOffice.open();
  const { server, cameraId, file } = office;
  const digest = (await manifestOf('face-embedding')).digest!;
  const iat = Math.floor(Date.now() / 1000) - 60;
  const claims: PermitClaims = {
    ...{ iss: 'test', sub: faceRecognition.id, jti: newIdentifier(), iat, exp: iat + 80_000 },
    ...{ version: faceRecognition.version, cameras: [cameraId], purposes: [] },
    models: [{ id: 'face-embedding', digest }],
    configurationDigest: configurationDigest(faceRecognition),
    thresholds: faceRecognition.thresholds,
  };
  await insertPermit(server.db, { token: 'token', claims, approvalIds: [], impactAssessmentId: null });
  const { configurationDigest: configuration } = claims;
  desk = new ScriptedFaceDesk();
  desk.standing = { permitId: claims.jti, modelDigest: digest, configurationDigest: configuration };
  log = capturedLogger();
  const { logger } = log;
  const bus = server.workerBus;
  authorisations = new FaceAuthorisations({ bus, onChange: () => lane?.drop(), logger });
  outbox = new ReportOutbox(bus, logger);
  const camera = assignedCamera('rtsp://camera', { id: cameraId, siteId: file.siteId });
  const searcher = new FaceSearchClient(bus, authorisations);
  const shared = { desk, authorisations, searcher, outbox, objects: server.objects, logger };
  lane = new FaceLane({ ...shared, camera, clockOffsetMs: () => 0 });
  const ready = await office.readyList(LISTED);
  entryId = ready.entry.id;
  authorisation = await office.approved(ready.list.id);
  await told(1);
}, 120_000);
afterAll(async () => {
  await lane?.[Symbol.asyncDispose]();
  await outbox?.[Symbol.asyncDispose]();
  await authorisations?.[Symbol.asyncDispose]();
  await office?.[Symbol.asyncDispose]();
}, 60_000);

/** Waits until the lane knows of so many searches. */
async function told(count: number): Promise<void> {
  authorisations.refresh();
  const isTold = () => expect(authorisations.covering(office.cameraId)).toHaveLength(count);
  await vi.waitFor(isTold, { timeout: 10_000 });
}

/** Somebody walks past the camera and is gone. */
async function pass(embed: () => Float32Array): Promise<void> {
  desk.embed = embed;
  desk.faces = () => [examinedFace()];
  const before = desk.templates.length;
  for (let frame = 0; frame < 5; frame++) await show([PERSON]);
  desk.faces = () => [];
  for (let frame = 0; frame < 20; frame++) await show([]);
  expect(desk.templates).toHaveLength(before + 1);
}

async function show(people: readonly (typeof PERSON)[]): Promise<void> {
  const looks = desk.work.length;
  // A frame that comes while the lane is busy is left out.
  for (let tries = 0; desk.work.length === looks && tries < 500; tries++) {
    lane.look(frameAt(seconds), people);
    await delay(5);
  }
  seconds += 0.25;
}

const listed = () => {
  const template = new Float32Array(512);
  template[LISTED] = 1;
  return template;
};
const stranger = () => {
  const template = new Float32Array(512);
  for (let index = 0; index < 512; index++) template[index] = strangerAt(index);
  return template;
};

/** Rows of every table. */
async function rows(): Promise<Record<string, number>> {
  const { db } = office.server;
  const tables = await sql<{ name: string }>`
    SELECT relname AS name FROM pg_class JOIN pg_namespace n ON n.oid = relnamespace
    WHERE relkind = 'r' AND n.nspname = 'public' ORDER BY relname`.execute(db);
  const counts: Record<string, number> = {};
  for (const { name } of tables.rows) {
    const { rows: counted } = await sql<{ count: string }>`SELECT count(*) FROM ${sql.table(name)}`.execute(
      db,
    );
    counts[name] = Number(counted[0]!.count);
  }
  return counts;
}

const objects = async () =>
  (await readdir(join(office.server.dataDir, 'objects'), { recursive: true })).sort();

describe('on a camera that an authorisation covers', () => {
  test('somebody who is on no list leaves a number: nothing in database, objects, logs and memory', async () => {
    // The first search loads the list; what it needs is then there.
    await pass(stranger);
    lane.drop();
    await outbox.drained();
    const [rowsBefore, objectsBefore] = [await rows(), await objects()];
    const [workerLines, serverLines] = [log.lines.length, office.server.log.length];

    await pass(stranger);
    lane.drop();
    await outbox.drained();

    const rowsAfter = await rows();
    const changed = Object.keys(rowsAfter).filter((table) => rowsAfter[table] !== rowsBefore[table]);
    expect(changed.filter((table) => !table.startsWith('ledger_'))).toEqual(['face_searched']);
    expect(rowsAfter.ledger_entry! - rowsBefore.ledger_entry!).toBe(1);
    const [entry] = (await office.ledgerOf(`face-authorisation:${authorisation.id}`)).slice(-1);
    expect(entry).toMatchObject({ kind: 'face.searched', data: { faces: 1, cameraId: office.cameraId } });
    expect(await objects()).toEqual(objectsBefore);
    const said = [...log.lines.slice(workerLines), ...office.server.log.slice(serverLines)];
    expect(said.filter((line) => JSON.parse(line).level >= 30)).toEqual([]);
    for (const template of desk.templates) expect(template.every((value) => value === 0)).toBe(true);
    for (const { aligned } of desk.seen) expect(aligned.pixels.every((value) => value === 0)).toBe(true);
  }, 60_000);

  test.runIf(process.platform === 'linux')(
    'not a byte of their template is left in the memory of the process, freed or not',
    () => {
      const control = Float32Array.from({ length: 512 }, (_, index) => controlAt(index));
      expect(countInMemory(invertedFloats(WORDS, controlAt))).toBeGreaterThan(0);
      expect(control.length).toBe(512);
      const floats = invertedFloats(WORDS, strangerAt);
      expect([countInMemory(floats), countInMemory(invertedBase64(floats))]).toEqual([0, 0]);
    },
    120_000,
  );

  test('somebody who is on its list becomes a possible match with both pictures', async () => {
    const before = (await objects()).length;
    await pass(listed);
    await outbox.drained();
    const { db } = office.server;
    const denials = await db.selectFrom('denial').select(['code', 'reason']).execute();
    expect(denials).toEqual([]);
    const matches = await db.selectFrom('face_match').selectAll().execute();
    expect(matches).toHaveLength(1);
    expect(matches[0]).toMatchObject({ authorisation_id: authorisation.id, entry_id: entryId });
    expect((await objects()).length).toBeGreaterThan(before);
    expect(desk.work.filter((type) => type === 'judge')).toHaveLength(1);
  }, 60_000);

  test('it ends in the middle of the stream when somebody revokes it', async () => {
    desk.faces = () => [examinedFace()];
    for (let frame = 0; frame < 3; frame++) await show([PERSON]);
    const url = `/api/face-authorisations/${authorisation.id}/revocation`;
    expect((await office.supervisor.post(url, { reason: 'The case is closed' })).statusCode).toBe(200);
    await told(0);
    const [looks, made] = [desk.work.length, desk.templates.length];
    for (let frame = 0; frame < 20; frame++) lane.look(frameAt(seconds + frame), [PERSON]);
    await delay(20);
    expect([desk.work.length, desk.templates.length]).toEqual([looks, made]);
    for (const { aligned } of desk.seen) expect(aligned.pixels.every((value) => value === 0)).toBe(true);
  }, 60_000);
});
