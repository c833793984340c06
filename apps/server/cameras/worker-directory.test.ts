import { inProcessBus } from '@amaan/bus/in-process-bus';
import type { CameraStatus } from '@amaan/contracts/camera';
import { newIdentifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import { type Heartbeat, SUBJECTS } from '@amaan/contracts/worker-messages';
import { pino } from 'pino';
import { describe, expect, test, vi } from 'vitest';
import { WORKER_SILENCE_MS, WorkerDirectory } from './worker-directory.ts';

const START = Date.parse('2026-03-01T12:00:00.000Z');

function setUp() {
  const stack = new AsyncDisposableStack();
  const bus = stack.use(inProcessBus());
  const clock = { now: START };
  const told: CameraStatus[][] = [];
  const directory = stack.use(
    new WorkerDirectory({
      bus,
      now: () => clock.now,
      logger: pino({ level: 'silent' }),
      onStatuses: (statuses) => told.push([...statuses]),
    }),
  );
  return { bus, clock, told, directory, [Symbol.asyncDispose]: () => stack.disposeAsync() };
}

const liveCamera = (): CameraStatus => ({
  cameraId: newIdentifier(),
  state: 'live',
  since: instantOf(START),
  error: null,
  framesPerSecond: 5,
  framesDropped: 0,
  width: 1280,
  height: 720,
  lastFrameAt: instantOf(START),
  inferenceDenied: null,
});

const heartbeat = (cameras: CameraStatus[], workerId = newIdentifier()): Heartbeat => ({
  workerId,
  at: instantOf(START),
  liveUrl: 'http://127.0.0.1:9000',
  liveToken: 'secret',
  cameras,
  models: {},
});

describe('the directory of workers', () => {
  test('knows where a camera is live, and tells each change once', async () => {
    await using kit = setUp();
    const camera = liveCamera();
    const beat = heartbeat([camera]);
    kit.bus.announce(SUBJECTS.heartbeat, beat);
    kit.bus.announce(SUBJECTS.heartbeat, beat);
    kit.bus.announce(SUBJECTS.heartbeat, { ...beat, cameras: [{ ...camera, framesPerSecond: 4 }] });
    await vi.waitFor(() => expect(kit.told).toHaveLength(2));
    expect(kit.directory.endpointOf(camera.cameraId)).toMatchObject({ liveUrl: beat.liveUrl });
    expect(kit.directory.endpointOf(newIdentifier())).toBeNull();
    expect(kit.directory.workers()).toMatchObject([{ id: beat.workerId, cameras: 1, alive: true }]);
  });

  test('marks the cameras of a silent worker as failed, until another one takes them over', async () => {
    await using kit = setUp();
    const camera = liveCamera();
    kit.bus.announce(SUBJECTS.heartbeat, heartbeat([camera]));
    await vi.waitFor(() => expect(kit.told).toHaveLength(1));
    kit.clock.now += WORKER_SILENCE_MS;
    kit.directory.noticeSilence();
    expect(kit.told).toHaveLength(1);
    kit.clock.now += 1;
    kit.directory.noticeSilence();
    kit.directory.noticeSilence();
    expect(kit.told).toHaveLength(2);
    expect(kit.told[1]).toMatchObject([
      { cameraId: camera.cameraId, state: 'failed', framesPerSecond: 0, error: { code: 'WORKER_SILENT' } },
    ]);
    expect(kit.directory.endpointOf(camera.cameraId)).toBeNull();

    const other = heartbeat([camera]);
    kit.bus.announce(SUBJECTS.heartbeat, other);
    await vi.waitFor(() => expect(kit.told).toHaveLength(3));
    kit.directory.noticeSilence();
    expect(kit.directory.statusOf(camera.cameraId)?.state).toBe('live');
    expect(kit.directory.workers()).toMatchObject([{ id: other.workerId }]);
  });

  test('is not disturbed by what is no heartbeat', async () => {
    await using kit = setUp();
    for (const nonsense of [null, 7, 'x', [], {}, { workerId: 'x' }])
      kit.bus.announce(SUBJECTS.heartbeat, nonsense);
    const camera = liveCamera();
    kit.bus.announce(SUBJECTS.heartbeat, heartbeat([camera]));
    await vi.waitFor(() => expect(kit.directory.statusOf(camera.cameraId)).toEqual(camera));
    expect(kit.directory.workers()).toHaveLength(1);
  });
});
