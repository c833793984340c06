import type { CameraStatus } from '@amaan/contracts/camera';
import { newIdentifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import { putInputHours, putMonitoredHours } from '@amaan/store/monitoring-deltas';
import type { Database } from '@amaan/store/open-database';
import { createTestDatabase } from '@amaan/store/test-database';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { signInAs } from '../testing/sign-in-as.ts';
import { startTestServer, type TestServer } from '../testing/start-test-server.ts';
import { addWatchedCamera, askAssignment, type WatchedCamera } from '../testing/watched-camera.ts';
import { CoverageWatch } from './coverage-watch.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

let db: Database;
let server: TestServer;
let watched: WatchedCamera;
beforeAll(async () => {
  db = await createTestDatabase();
  server = await startTestServer(db);
  watched = await addWatchedCamera(server, await signInAs(server, 'administrator'));
});
afterAll(async () => {
  await server[Symbol.asyncDispose]();
  await db.destroy();
});

const live = (change: Partial<CameraStatus> = {}): CameraStatus => ({
  cameraId: watched.camera.id,
  state: 'live',
  since: instantOf(Date.now() - 10 * HOUR),
  error: null,
  framesPerSecond: 5,
  framesDropped: 0,
  width: 1920,
  height: 1080,
  lastFrameAt: instantOf(Date.now()),
  inferenceDenied: null,
  ...change,
});

/** A watch that heard these statuses and measurements. */
function watchOf(options: { statuses: CameraStatus[]; measuredAt: number | null; clock: { now: number } }) {
  return new CoverageWatch({
    db,
    inputs: { measuredAt: () => options.measuredAt },
    statuses: () => options.statuses,
    incidents: server.services.incidentReporter,
    now: () => options.clock.now,
    logger: pino({ level: 'silent' }),
  });
}

describe('what monitoring covers', () => {
  test('a live camera whose pictures stop being measured is a gap, reported once while it is open', async () => {
    const clock = { now: Date.now() };
    using watch = watchOf({ statuses: [live()], measuredAt: clock.now, clock });
    clock.now += 14 * MINUTE;
    expect(await watch.check()).toEqual([]);
    clock.now += 2 * MINUTE;
    const [gap, ...others] = await watch.check();
    expect(others).toEqual([]);
    expect(gap).toMatchObject({
      kind: 'incident',
      body: {
        source: 'monitoring-gap',
        cameraGroupId: watched.camera.groupId,
        facts: { measured: 'pictures', cameras: [watched.camera.id] },
      },
    });
    expect((await watch.check()).map(({ id }) => id)).toEqual([gap!.id]);
  });

  test.each([
    ['is not live', { state: 'failed' as const }],
    ['is not looked at by any model', { inferenceDenied: 'No permit covers it.' }],
    ['became live a moment ago', { since: instantOf(Date.now() + 10 * MINUTE) }],
    ['is not known', { cameraId: newIdentifier() }],
  ])('nothing is said of a camera that %s', async (_, change) => {
    const clock = { now: Date.now() };
    using watch = watchOf({ statuses: [live(change)], measuredAt: null, clock });
    clock.now += 20 * MINUTE;
    expect(await watch.check()).toEqual([]);
  });

  test('nothing is said of what was silent while nobody listened', async () => {
    const clock = { now: Date.now() };
    using watch = watchOf({ statuses: [live()], measuredAt: null, clock });
    clock.now += 10 * MINUTE;
    expect(await watch.check()).toEqual([]);
  });

  test('a permitted system of which nothing was counted in a day is a gap, without any reference', async () => {
    server.clock.aheadMs = 25 * HOUR;
    await server.services.permitUpkeep.followSystems();
    expect((await askAssignment(server)).permits).toHaveLength(1);
    const clock = { now: Date.now() + 25 * HOUR };
    const hour = (ago: number) => instantOf(Math.floor(clock.now / HOUR) * HOUR - ago * HOUR);
    const place = {
      siteId: watched.camera.siteId,
      groupId: watched.camera.groupId,
      simulated: false,
    };
    const pictures = { samples: 300, brightness: {}, sharpness: {}, resolution: {} };
    const picturedIn = (hours: number[]) =>
      putInputHours(
        db,
        hours.map((ago) => ({ hour: hour(ago), ...place, ...pictures })),
      );
    const statuses = [live()];
    using watch = watchOf({ statuses, measuredAt: clock.now, clock });
    await picturedIn(Array.from({ length: 10 }, (_, ago) => ago));
    expect(await watch.check(), 'its pictures were there half of the day only').toEqual([]);
    await picturedIn(Array.from({ length: 24 }, (_, ago) => ago));
    const [gap, ...others] = await watch.check();
    expect(others).toEqual([]);
    expect(gap).toMatchObject({
      system: 'smart-vision',
      body: {
        source: 'monitoring-gap',
        cameraGroupId: watched.camera.groupId,
        facts: { measured: 'outputs' },
      },
    });
    statuses.pop();
    expect(await watch.check(), 'the camera is not live').toEqual([]);
    statuses.push(live());
    const silent = { latency: {}, confidence: {}, objects: {} };
    await putMonitoredHours(db, [{ hour: hour(3), system: 'smart-vision', ...place, ...silent, volume: 1 }]);
    expect(await watch.check(), 'it reported something').toEqual([]);
  });
});
