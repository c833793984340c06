import { setImmediate as turn } from 'node:timers/promises';
import { type CapturedLogger, capturedLogger } from '@amaan/analytics/testing/captured-logger';
import type { LiveFaceSearches } from '@amaan/contracts/faces/face-search';
import { newIdentifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import { AmaanError } from '@amaan/contracts/problem';
import { WorkerReport } from '@amaan/contracts/worker-messages';
import { faceRecognition } from '@amaan/face-recognition/system';
import { PermitDenied } from '@amaan/governance/permits/permit-denied';
import { decodePicture } from '@amaan/vision/image/decode-picture';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  examinedFace,
  FRAME,
  frameAt,
  PERSON,
  ScriptedAuthorisations,
  ScriptedFaceDesk,
} from '../testing/face-scene.ts';
import { MemoryObjects } from '../testing/memory-objects.ts';
import { assignedCamera } from '../testing/test-control-plane.ts';
import { FaceAuthorisations } from './face-authorisations.ts';
import { FaceLane } from './face-lane.ts';
import type { FaceQuestion, FaceSearchMatch } from './face-search-client.ts';

const CAMERA = assignedCamera('rtsp://camera');
const MATCH: NonNullable<FaceSearchMatch> = {
  ...{ watchlistId: newIdentifier(), entryId: newIdentifier(), pictureId: newIdentifier() },
  ...{ similarity: 0.8, threshold: 0.5, falseMatchesPerSearch: 0.001, listSize: 12, enrolledQuality: 0.7 },
  nextBest: { entryId: newIdentifier(), pictureId: newIdentifier(), similarity: 0.1 },
};

let desk: ScriptedFaceDesk;
let authorisations: ScriptedAuthorisations;
let objects: MemoryObjects;
let reports: WorkerReport[];
let log: CapturedLogger;
let lane: FaceLane;
/** What is asked, and what is answered. */
let asked: FaceQuestion[];
let answer: (question: FaceQuestion) => Promise<FaceSearchMatch>;
/** Whether each template held something when it was handed over. */
let full: boolean[];
let isOver: boolean;

beforeEach(() => {
  desk = new ScriptedFaceDesk();
  desk.faces = () => [examinedFace()];
  authorisations = new ScriptedAuthorisations();
  authorisations.open = [{ id: newIdentifier(), watchlistId: MATCH.watchlistId }];
  objects = new MemoryObjects();
  [reports, asked, full, isOver] = [[], [], [], false];
  log = capturedLogger();
  answer = async () => null;
  lane = new FaceLane({
    ...{ camera: CAMERA, desk, authorisations, objects, logger: log.logger },
    searcher: {
      search: (question, template) => {
        asked.push(question);
        full.push(template.some((value) => value !== 0));
        return answer(question);
      },
    },
    outbox: { add: (report) => reports.push(WorkerReport.parse(report)) },
    clockOffsetMs: () => 25,
  });
});
afterEach(async () => {
  await ended();
  // Whatever a test did: nothing of anybody is left in what was handed out.
  for (const template of desk.templates) expect(template.every((value) => value === 0)).toBe(true);
  for (const { aligned } of desk.seen) expect(aligned.pixels.every((value) => value === 0)).toBe(true);
});

const settled = async () => {
  for (let turns = 0; turns < 60; turns++) await turn();
};
async function show(from: number, until: number, people = [PERSON], step = 0.25) {
  for (let seconds = from; seconds < until; seconds += step) {
    lane.look(frameAt(seconds), people);
    await settled();
  }
}
async function ended() {
  if (isOver) return;
  isOver = true;
  await lane[Symbol.asyncDispose]();
}
const matches = () =>
  reports.flatMap((report) =>
    report.type === 'observation' && report.observation.kind === 'face-match-possible'
      ? [report.observation]
      : [],
  );
const searched = () =>
  reports.flatMap((report) => (report.type === 'faces-searched' ? [report.searched] : []));
const errors = () => log.lines.map((line) => JSON.parse(line)).filter(({ level }) => level >= 50);

describe('without an authorisation', () => {
  test('no face is looked for and no template is made', async () => {
    authorisations.open = [];
    await show(0, 15);
    lane.rest(20);
    await ended();
    expect([desk.work, asked, reports, log.lines]).toEqual([[], [], [], []]);
  });

  test('that ended in the middle of the stream nothing more happens, and what was kept is overwritten', async () => {
    await show(0, 2);
    expect(desk.work.length).toBeGreaterThan(3);
    authorisations.open = [];
    const looks = desk.work.length;
    await show(2, 15);
    for (const { aligned } of desk.seen) expect(aligned.pixels.every((value) => value === 0)).toBe(true);
    await ended();
    expect(desk.work).toHaveLength(looks);
    expect([asked, reports]).toEqual([[], []]);
  });

  test('that ended while a frame was looked at its faces are forgotten', async () => {
    const go = Promise.withResolvers<void>();
    desk.busy = go.promise;
    lane.look(frameAt(0), [PERSON]);
    await settled();
    authorisations.open = [];
    go.resolve();
    await settled();
    await ended();
    expect([desk.work, reports]).toEqual([['look'], []]);
  });

  test('that ended while a face was searched nobody is reported', async () => {
    answer = async () => {
      authorisations.open = [];
      return MATCH;
    };
    await show(0, 1);
    await ended();
    expect(asked).toHaveLength(1);
    expect([matches(), objects.objects.size]).toEqual([[], 0]);
  });

  test('that ended while the template was made it is handed to nobody', async () => {
    await show(0, 1);
    desk.embed = () => {
      authorisations.open = [];
      return new Float32Array(512).fill(0.5);
    };
    await ended();
    expect([desk.templates.length, asked.length, reports.length]).toEqual([1, 0, 0]);
  });
});

test('an authorisation whose time is over in the middle of the stream ends by itself', async () => {
  let now = Date.parse('2026-03-01T08:00:00.000Z');
  const cameraIds = [CAMERA.id];
  const of = { id: newIdentifier(), caseId: newIdentifier(), siteId: newIdentifier(), cameraIds };
  const answered: LiveFaceSearches = {
    ...{ serverTime: instantOf(now), publicKey: 'key', subject: 'faces.search.1' },
    authorisations: [
      { ...of, watchlistId: MATCH.watchlistId, falseMatchesPerSearch: 0.001, until: instantOf(now + 60_000) },
    ],
  };
  await using feed = new FaceAuthorisations({
    ...{ bus: { request: async () => answered }, onChange: () => {}, logger: log.logger },
    clock: { now: () => new Date(now) },
  });
  feed.refresh();
  await settled();
  authorisations.covering = () => feed.covering(CAMERA.id);
  now += 59_999;
  await show(0, 3);
  expect(desk.work.length).toBeGreaterThan(5);
  // Nobody says a word; the next frame comes after the end.
  now += 1;
  const looks = desk.work.length;
  await show(3, 15);
  expect([desk.work.length, asked, reports]).toEqual([looks, [], []]);
  for (const { aligned } of desk.seen) expect(aligned.pixels.every((value) => value === 0)).toBe(true);
});

describe('a face that matches nobody', () => {
  test('is searched once, at the end of its passage, and leaves a number', async () => {
    await show(0, 3);
    expect(asked).toEqual([]);
    await show(3, 8, []);
    desk.faces = () => [];
    await show(8, 12, []);
    await ended();
    const authorisationId = authorisations.open[0]!.id;
    expect(asked).toEqual([
      { authorisationId, cameraId: CAMERA.id, modelDigest: desk.standing!.modelDigest },
    ]);
    expect(full).toEqual([true]);
    expect(searched()).toMatchObject([
      { faces: 1, cameraId: CAMERA.id, authorisationId, permitId: desk.standing!.permitId },
    ]);
    expect(reports).toHaveLength(1);
    expect([objects.objects.size, log.lines]).toEqual([0, []]);
  });

  test('and stays is searched after ten seconds, and not again', async () => {
    await show(0, 30);
    expect(desk.templates).toHaveLength(1);
    expect(asked).toHaveLength(1);
  });

  test('is searched in each list that is open on the camera, with one template', async () => {
    authorisations.open = [1, 2].map(() => ({ id: newIdentifier(), watchlistId: newIdentifier() }));
    await show(0, 1);
    await ended();
    expect(asked.map(({ authorisationId }) => authorisationId)).toEqual(
      authorisations.open.map(({ id }) => id),
    );
    expect(desk.templates).toHaveLength(1);
  });
});

test('a face below the floor of quality is not searched, and no template is made of it', async () => {
  desk.faces = () => [examinedFace(0.3)];
  await show(0, 15);
  await ended();
  expect([desk.templates, reports]).toEqual([[], []]);
});

test('of a passage the best sight is searched', async () => {
  const qualities = [0.6, 0.95, 0.7];
  const embedded: number[] = [];
  desk.faces = () => [examinedFace(qualities.shift() ?? 0.6)];
  desk.embed = (pixels) => {
    embedded.push(pixels[0]!);
    return new Float32Array(512).fill(0.5);
  };
  await show(0, 2);
  await ended();
  expect(embedded).toEqual([96]);
});

describe('a possible match', () => {
  test('is reported once with its numbers, the face and the picture that it is from', async () => {
    answer = async () => MATCH;
    await show(0, 3);
    await ended();
    const { enrolledQuality, ...found } = MATCH;
    expect(matches()).toHaveLength(1);
    const [match] = matches();
    expect(match).toMatchObject({
      ...found,
      ...desk.standing,
      ...{ system: 'face-recognition', cameraId: CAMERA.id, siteId: CAMERA.siteId, track: PERSON.track },
      ...{ authorisationId: authorisations.open[0]!.id, presentationAttack: 0.2, clockOffsetMs: 25 },
      quality: { face: { total: 0.9, size: 0.9 }, enrolled: enrolledQuality },
      box: [100 / FRAME.width, 100 / FRAME.height, 60 / FRAME.width, 80 / FRAME.height],
    });
    const crop = await decodePicture(await objects.get(match!.crop.digest), 'crop');
    expect([crop.width, crop.height]).toEqual([96, 128]);
    const picture = await decodePicture(await objects.get(match!.picture.digest), 'picture');
    expect(picture).toMatchObject(FRAME);
    expect(desk.work.filter((type) => type === 'judge')).toHaveLength(1);
    expect(searched()).toMatchObject([{ faces: 1 }]);
  });

  test('is judged for a picture of a face only then', async () => {
    await show(0, 3);
    await ended();
    expect(desk.work).not.toContain('judge');
  });
});

test('while a frame is being looked at the ones that come are left out', async () => {
  const go = Promise.withResolvers<void>();
  desk.busy = go.promise;
  for (let index = 0; index < 5; index++) lane.look(frameAt(index / 5), [PERSON]);
  go.resolve();
  await settled();
  expect(desk.work).toEqual(['look']);
});

describe('a failure', () => {
  test('of searches is logged once without a face, and it is asked what holds', async () => {
    answer = async () => {
      throw new AmaanError('FACE_SEARCH_NOT_AUTHORISED', 'It is over.');
    };
    await show(0, 1);
    desk.faces = () => [];
    await show(1, 5, []);
    desk.faces = () => [examinedFace()];
    await show(5, 6);
    await ended();
    expect(errors()).toMatchObject([{ err: { code: 'FACE_SEARCH_NOT_AUTHORISED' } }]);
    expect([authorisations.refreshed, reports.length, objects.objects.size]).toEqual([2, 0, 0]);
  });

  test('of the permit is reported once, and nobody is searched under it', async () => {
    await show(0, 1);
    desk.denied = new PermitDenied('PERMIT_REVOKED', 'It was revoked.');
    await show(1, 3);
    await ended();
    expect(asked).toEqual([]);
    expect(reports).toMatchObject([
      { type: 'denial', denial: { code: 'PERMIT_REVOKED', system: faceRecognition.id } },
    ]);
  });

  test('of the disk leaves no match behind that nobody could judge', async () => {
    objects.refuses = () => true;
    answer = async () => MATCH;
    await show(0, 1);
    await ended();
    expect(matches()).toEqual([]);
    expect(errors()).toHaveLength(1);
  });
});
