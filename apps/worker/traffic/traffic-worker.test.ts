import { capturedLogger } from '@amaan/analytics/testing/captured-logger';
import { newIdentifier } from '@amaan/contracts/identifier';
import type { Observation } from '@amaan/contracts/observation';
import { SceneRule } from '@amaan/contracts/scene-rule';
import { TrafficViewInput } from '@amaan/contracts/traffic/traffic-view';
import { smartVision } from '@amaan/smart-vision/system';
import { trafficManagement } from '@amaan/traffic-management/system';
import { lacksSharedData, sharedData } from '@amaan/vision/detectors/testing/shared-data';
import { TestClips } from '@amaan/vision/sources/testing/test-clips';
import { describe, expect, test } from 'vitest';
import { AnalyticsWorker } from '../analytics-worker.ts';
import { MemoryObjects } from '../testing/memory-objects.ts';
import { installedModel } from '../testing/requirements.ts';
import { assignedCamera, TestControlPlane } from '../testing/test-control-plane.ts';

const model = await installedModel();
const ROAD = 'media/suburban-road.mp4';
/** Cameras need their time to open, and the first frames are slow on a busy machine. */
const SOON = { timeout: 60_000, interval: 50 };

const LINE = [
  [0.36, 0.65],
  [0.98, 0.65],
];

/** The same line as a rule and as the counting line of a lane. */
const rule = SceneRule.parse({
  ...{ kind: 'line', name: 'Counted by Smart Vision', alert: false, line: LINE },
  ...{ classes: ['car', 'truck', 'bus'], id: newIdentifier(), version: 1 },
});
const { calibration: _, ...lanes } = TrafficViewInput.parse({
  name: 'Suburban road',
  lanes: [
    {
      ...{ id: 'towards', name: 'Towards the camera', approach: 'Westbound', countingLine: LINE },
      polygon: [
        [0.33, 0.38],
        [0.62, 0.38],
        [1, 0.62],
        [1, 1],
        [0.47, 1],
      ],
      travel: [
        [0.36, 0.4],
        [0.75, 0.95],
      ],
    },
  ],
});

type Measured = Extract<Observation, { kind: 'lane-measured' }>;

describe.skipIf(model === null || lacksSharedData(ROAD))('a worker at a road with a lane drawn on it', () => {
  test('measures under the permit of traffic management alone, stops without it, and goes on with a new one', async () => {
    await using clips = await TestClips.create();
    await using control = await TestControlPlane.create(model!);
    const url = await clips.ffmpeg('road.mp4', ['-i', sharedData(ROAD), '-t', '10.5', '-c', 'copy']);
    await using _worker = await AnalyticsWorker.start({
      bus: control.bus,
      objects: new MemoryObjects(),
      logger: capturedLogger().logger,
    });
    const id = newIdentifier();
    const view = { ...lanes, calibration: null, id: newIdentifier(), cameraId: id, version: 3 };
    const camera = assignedCamera(url, { id, rules: [rule], traffic: { view, moved: false } });
    const looking = await control.issue([camera], 600, { system: smartVision, models: [model!] });
    const measuring = () => control.issue([camera], 600, { system: trafficManagement, models: [model!] });
    const first = await measuring();
    const { permitKeys } = looking;
    control.assign({ cameras: [camera], permitKeys, permits: [...looking.permits, ...first.permits] });

    const crossings = () => control.observations.filter(({ kind }) => kind === 'line-crossed').length;
    const minutes = (permitId: string) =>
      control.observations.filter(
        (one): one is Measured => one.kind === 'lane-measured' && one.permitId === permitId,
      );
    const vehicles = (permitId: string) =>
      minutes(permitId)
        .flatMap(({ minute }) => Object.values(minute.sums.counts))
        .reduce((sum, count) => sum + count, 0);

    await expect.poll(crossings, SOON).toBeGreaterThanOrEqual(3);
    const beforeEnd = crossings();
    // Only the permit to measure goes; the cameras are still looked at for other purposes.
    control.assign({ permits: looking.permits });
    await expect
      .poll(() => control.denials.map(({ system }) => system), SOON)
      .toEqual(['traffic-management']);
    const { jti } = first.claims;
    await expect.poll(() => vehicles(jti), SOON).toBeGreaterThanOrEqual(2);
    expect(vehicles(jti)).toBeLessThanOrEqual(crossings());
    expect(vehicles(jti)).toBeGreaterThanOrEqual(beforeEnd - 1);
    for (const { minute, ...observation } of minutes(jti)) {
      expect(observation).toMatchObject({
        ...{ system: 'traffic-management', cameraId: id, siteId: camera.siteId, modelDigest: model!.digest },
        ...{ view: { id: view.id, version: 3 }, simulated: false },
      });
      const into = Date.parse(observation.capturedAt) - Date.parse(minute.from);
      expect(into).toBeGreaterThanOrEqual(0);
      expect(into).toBeLessThan(60_000);
      expect(minute.sums).toMatchObject({ speeds: 0, travelledCm: 0, delays: 0 });
      expect(minute.sums.observedMs).toBeGreaterThan(1_000);
    }
    const stopped = control.observations.filter(({ kind }) => kind === 'lane-measured').length;
    const now = crossings();
    await expect.poll(crossings, SOON).toBeGreaterThan(now);
    expect(control.observations.filter(({ kind }) => kind === 'lane-measured')).toHaveLength(stopped);

    const second = await measuring();
    control.assign({ permits: [...looking.permits, ...second.permits] });
    const resumed = crossings();
    await expect.poll(crossings, SOON).toBeGreaterThan(resumed + 1);
    // Other lanes begin anew: what was measured on the old ones is reported.
    const other = { ...view, version: 4 };
    control.assign({ cameras: [{ ...camera, traffic: { view: other, moved: false } }] });
    await expect.poll(() => minutes(second.claims.jti).length, SOON).toBeGreaterThan(0);
    expect(minutes(second.claims.jti)[0]).toMatchObject({ view: { version: 3 } });
  }, 200_000);
});
