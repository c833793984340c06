import type { Worker } from 'node:worker_threads';
import { type CapturedLogger, capturedLogger } from '@amaan/analytics/testing/captured-logger';
import { inProcessBus } from '@amaan/bus/in-process-bus';
import { digestOfBytes } from '@amaan/contracts/digest-of';
import { newIdentifier } from '@amaan/contracts/identifier';
import { SceneRule } from '@amaan/contracts/scene-rule';
import { type AssignedCamera, SUBJECTS } from '@amaan/contracts/worker-messages';
import { lacksSharedData, sharedData } from '@amaan/vision/detectors/testing/shared-data';
import { sharp } from '@amaan/vision/image/configured-sharp';
import { childProcesses } from '@amaan/vision/sources/testing/child-processes';
import { TestClips } from '@amaan/vision/sources/testing/test-clips';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { AnalyticsWorker } from './analytics-worker.ts';
import { MemoryObjects } from './testing/memory-objects.ts';
import { installedModel } from './testing/requirements.ts';
import { assignedCamera, TestControlPlane } from './testing/test-control-plane.ts';
import { TestViewer } from './testing/test-viewer.ts';

const model = await installedModel();
const ROAD = 'media/suburban-road.mp4';
/** Cameras need their time to open, and the first frames are slow on a busy machine. */
const SOON = { timeout: 40_000, interval: 50 };

/** A car crosses it every two seconds. */
function lineRule(name: string): SceneRule {
  return SceneRule.parse({
    kind: 'line',
    name,
    classes: ['car', 'truck', 'bus'],
    line: [
      [0.36, 0.65],
      [0.98, 0.65],
    ],
    id: newIdentifier(),
    version: 1,
  });
}

const threads = new Set<Worker>();
process.on('worker', (thread: Worker) => {
  threads.add(thread);
  thread.once('exit', () => threads.delete(thread));
});

/** Sockets, processes and threads that this process holds; the test runner itself has pipes only. */
function nativeResources(): string[] {
  const handles = process.getActiveResourcesInfo().filter((name) => /TCP|Process/.test(name));
  return [...handles, ...Array(threads.size).fill('Thread')];
}

describe.skipIf(model === null)('a worker with the real model (./amaan models pull nanodet-g-416)', () => {
  let control: TestControlPlane;
  let worker: AnalyticsWorker;
  let objects: MemoryObjects;
  let log: CapturedLogger;

  beforeEach(async () => {
    control = await TestControlPlane.create(model!);
    objects = new MemoryObjects();
    log = capturedLogger();
    worker = await AnalyticsWorker.start({ bus: control.bus, objects, logger: log.logger });
    expect(nativeResources()).toContain('TCPServerWrap');
  });
  afterEach(async () => {
    await worker[Symbol.asyncDispose]();
    await control[Symbol.asyncDispose]();
    expect(await childProcesses('ffmpeg')).toEqual([]);
    await expect.poll(nativeResources).toEqual([]);
  });

  const ofRule = (rule: SceneRule) =>
    control.observations.filter((observation) => 'rule' in observation && observation.rule.id === rule.id);
  const denialOf = ({ id }: AssignedCamera) => control.statusOf(id)?.inferenceDenied;

  describe.skipIf(lacksSharedData(ROAD))('at a road (../shared/data/media)', () => {
    let clips: TestClips;
    let road: string;
    beforeAll(async () => {
      clips = await TestClips.create();
      // The part with the most traffic, which plays over and over.
      road = await clips.ffmpeg('road.mp4', ['-i', sharedData(ROAD), '-t', '10.5', '-c', 'copy']);
    });
    afterAll(() => clips[Symbol.asyncDispose]());

    /** Lets the worker watch the road until it has reported something. */
    async function watchRoad(seconds?: number) {
      const rule = lineRule('Across the road');
      const camera = assignedCamera(road, { rules: [rule] });
      const permit = await control.issue([camera], seconds);
      control.assign({ cameras: [camera], permits: permit.permits, permitKeys: permit.permitKeys });
      return { rule, camera, permit };
    }

    test('reports what it sees, under which permit, and keeps the evidence', async () => {
      const { rule, camera, permit } = await watchRoad();
      await expect.poll(() => ofRule(rule).length, SOON).toBeGreaterThan(0);
      const observation = ofRule(rule)[0]!;
      expect(observation).toMatchObject({
        kind: 'line-crossed',
        direction: 'forward',
        cameraId: camera.id,
        siteId: camera.siteId,
        permitId: permit.claims.jti,
        modelDigest: model!.digest,
        configurationDigest: permit.claims.configurationDigest,
        simulated: false,
      });
      const evidence = () => control.evidence.filter((item) => item.observationId === observation.id);
      await expect.poll(() => evidence().length, SOON).toBe(3);
      const png = evidence().find(({ kind }) => kind === 'model-frame')!;
      const pixels = await sharp(await objects.get(png.digest))
        .raw()
        .toBuffer();
      expect(digestOfBytes(pixels)).toBe(observation.frameDigest);
      await expect
        .poll(() => control.observations.some(({ kind }) => kind === 'object-seen'), SOON)
        .toBe(true);
      await expect
        .poll(() => control.statusOf(camera.id), SOON)
        .toMatchObject({ state: 'live', error: null, width: 640, height: 352, inferenceDenied: null });
      expect(nativeResources()).toEqual(expect.arrayContaining(['ProcessWrap', 'Thread']));
      expect(control.heartbeats.at(-1)?.models).toMatchObject({ [model!.manifest.id]: model!.digest });
      expect(control.denials).toEqual([]);
    });

    test('takes over changed rules without opening the camera anew, and lets go of a removed one', async () => {
      const { rule, camera } = await watchRoad();
      await expect.poll(() => ofRule(rule).length, SOON).toBeGreaterThan(0);
      const processes = await childProcesses('ffmpeg');
      const other = { ...lineRule('Again'), alert: false };
      const changedAt = Date.now();
      control.assign({ cameras: [{ ...camera, name: 'Renamed', rules: [other] }] });
      await expect.poll(() => ofRule(other).length, SOON).toBeGreaterThan(0);
      expect(await childProcesses('ffmpeg')).toEqual(expect.arrayContaining(processes.slice(0, 1)));
      expect(Date.parse(control.statusOf(camera.id)!.since)).toBeLessThan(changedAt);
      // What nobody has to judge needs no evidence.
      const ids = ofRule(other).map(({ id }) => id);
      expect(control.evidence.filter(({ observationId }) => ids.includes(observationId))).toEqual([]);

      await using viewer = await TestViewer.open(control.heartbeats.at(-1)!, camera.id);
      control.assign({ cameras: [] });
      await expect.poll(() => childProcesses('ffmpeg'), SOON).toEqual([]);
      await expect.poll(() => viewer.messages.at(-1)?.type, SOON).toBe('end');
      await expect.poll(() => control.heartbeats.at(-1)?.cameras, SOON).toEqual([]);
    });

    test('stops inference when its permit is revoked, and goes on with a new one', async () => {
      const { rule, camera, permit } = await watchRoad();
      await expect.poll(() => ofRule(rule).length, SOON).toBeGreaterThan(0);
      await using viewer = await TestViewer.open(control.heartbeats.at(-1)!, camera.id);
      await expect.poll(() => viewer.objectsSeen, SOON).toBeGreaterThan(0);

      const revokedAt = Date.now();
      control.revoke(permit.claims.jti);
      // The live view goes on; two cars at least pass in this time.
      const { fragments } = viewer;
      const until = viewer.frameTimes.at(-1)! + 6;
      await expect.poll(() => viewer.frameTimes.at(-1), SOON).toBeGreaterThan(until);
      expect(viewer.fragments).toBeGreaterThan(fragments);
      expect(viewer.frameTimes).toEqual(viewer.frameTimes.toSorted((a, b) => a - b));
      const late = control.observations.filter(
        ({ capturedAt }) => Date.parse(capturedAt) > revokedAt + 2_000,
      );
      expect(late).toEqual([]);
      await expect.poll(() => denialOf(camera), SOON).toContain('revoked');
      expect(control.denials).toEqual([
        expect.objectContaining({
          code: 'PERMIT_REVOKED',
          cameraId: camera.id,
          permitId: permit.claims.jti,
          modelDigest: model!.digest,
        }),
      ]);

      const fresh = await control.issue([camera]);
      control.assign({ permits: fresh.permits });
      const underFresh = () => ofRule(rule).filter(({ permitId }) => permitId === fresh.claims.jti);
      await expect.poll(() => underFresh().length, SOON).toBeGreaterThan(0);
      await expect.poll(() => denialOf(camera), SOON).toBeNull();

      // And the same when the deployment signs with another key from now on.
      await control.changeKey();
      const otherwise = await control.issue([camera]);
      control.assign({ permits: otherwise.permits, permitKeys: otherwise.permitKeys });
      const underOther = () => ofRule(rule).filter(({ permitId }) => permitId === otherwise.claims.jti);
      await expect.poll(() => underOther().length, SOON).toBeGreaterThan(0);
      expect(control.denials).toHaveLength(1);
    }, 180_000);

    test('stops by itself when its permit ends, though nobody tells it', async () => {
      const { camera, permit } = await watchRoad(3);
      await expect.poll(() => control.statusOf(camera.id)?.state, SOON).toBe('live');
      control.answer = () => Promise.reject(new Error('The control plane is gone.'));
      await expect.poll(() => denialOf(camera), SOON).toContain('ended');
      await using viewer = await TestViewer.open(control.heartbeats.at(-1)!, camera.id);
      await expect.poll(() => viewer.frameTimes.length, SOON).toBeGreaterThan(10);
      expect(viewer.objectsSeen).toBe(0);
      const late = control.observations.filter(
        ({ capturedAt }) => Date.parse(capturedAt) >= permit.claims.exp * 1000,
      );
      expect(late).toEqual([]);
      expect(control.denials.map(({ code }) => code)).toEqual(['PERMIT_EXPIRED']);
    });

    test('bears whatever comes over the bus, and goes on with what it had', async () => {
      const { rule, camera } = await watchRoad();
      await expect.poll(() => ofRule(rule).length, SOON).toBeGreaterThan(0);
      const [process] = await childProcesses('ffmpeg');
      let asked = 0;
      const messages = fc.sample(fc.jsonValue(), { numRuns: 60, seed: 1 });
      for (const message of messages) {
        control.answer = () => {
          asked += 1;
          return message;
        };
        control.bus.announce(SUBJECTS.revocation, message);
        control.bus.announce(SUBJECTS.assignmentChanged, message);
        const before = asked;
        await expect.poll(() => asked, { ...SOON, interval: 1 }).toBeGreaterThan(before);
      }
      // One malformed camera among others: nothing of it is taken.
      control.answer = () => {
        asked += 1;
        return { ...control.assignment, cameras: [{ ...camera, analysisRate: 'often' }], permits: [] };
      };
      const before = asked;
      await expect.poll(() => asked, SOON).toBeGreaterThan(before + 1);
      expect(log.lines.filter((line) => line.includes('cameras.0.analysisRate')).length).toBeGreaterThan(0);
      const seen = ofRule(rule).length;
      await expect.poll(() => ofRule(rule).length, SOON).toBeGreaterThan(seen);
      expect(await childProcesses('ffmpeg')).toContain(process);
      expect(control.denials).toEqual([]);
    });
  });

  test('never says the credentials of a camera', async () => {
    const users = [
      'user:secret',
      'user:12/secret',
      "user:'secret",
      'user:se cret',
      'user:sec@ret',
      'secret:x',
    ];
    const urls = users.map((user) => `rtsp://${user}@127.0.0.1:1/x`);
    const cameras = [...urls, 'http://127.0.0.1:1/x?token=secret', 'ftp://user:secret@127.0.0.1/x'].map(
      (url) => assignedCamera(url),
    );
    const permit = await control.issue(cameras);
    control.assign({ cameras, permits: permit.permits, permitKeys: permit.permitKeys });
    await expect
      .poll(() => control.heartbeats.at(-1)?.cameras.filter(({ error }) => error !== null).length, SOON)
      .toBe(cameras.length);
    const said = [
      ...log.lines,
      ...[control.heartbeats, control.denials, control.observations].map((list) => JSON.stringify(list)),
    ].join('\n');
    expect(said).toContain('127.0.0.1');
    expect(said).not.toMatch(/se ?c@?ret/);
  });

  test('does not start without a bus, and leaves nothing behind', async () => {
    const gone = inProcessBus();
    await gone[Symbol.asyncDispose]();
    const starting = AnalyticsWorker.start({ bus: gone, objects, logger: log.logger });
    await expect(starting).rejects.toMatchObject({ code: 'BUS_DISCONNECTED' });
  });

  test('stops at once while cameras are being opened and the control plane is silent', async () => {
    const camera = assignedCamera('http://127.0.0.1:1/x');
    control.assign({ cameras: [camera] });
    await expect.poll(() => control.statusOf(camera.id), SOON).toBeDefined();
    control.answer = () => 'nonsense';
    control.bus.announce(SUBJECTS.assignmentChanged, null);
    await worker[Symbol.asyncDispose]();
    await expect(fetch(control.heartbeats.at(-1)!.liveUrl)).rejects.toThrow();
  });
});
