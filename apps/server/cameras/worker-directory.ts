import type { Bus } from '@amaan/bus/bus';
import type { CameraStatus } from '@amaan/contracts/camera';
import type { Identifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import type { ClockProof } from '@amaan/contracts/violations/signal-timeline';
import { Heartbeat, SUBJECTS } from '@amaan/contracts/worker-messages';
import type { Logger } from 'pino';
import type { LiveEndpoint, LiveEndpoints } from '../live/live-proxy.ts';

/** A worker that has not been heard of for this long is taken for dead. */
export const WORKER_SILENCE_MS = 10_000;

export interface WorkerView {
  readonly id: Identifier;
  readonly lastHeartbeatAt: string;
  readonly cameras: number;
  readonly alive: boolean;
}

export interface WorkerDirectoryOptions {
  readonly bus: Bus;
  readonly now: () => number;
  readonly logger: Logger;
  /** Told of the statuses that differ from what was last told. */
  readonly onStatuses: (statuses: readonly CameraStatus[]) => void;
  /** Told of every heartbeat that could be read. */
  readonly onHeartbeat?: (heartbeat: Heartbeat) => void;
}

interface KnownWorker {
  readonly heartbeat: Heartbeat;
  readonly heardAt: number;
}

/** Which workers live, which cameras they run and how those are, from their heartbeats. */
export class WorkerDirectory implements LiveEndpoints, AsyncDisposable {
  readonly #options: WorkerDirectoryOptions;
  readonly #workers = new Map<Identifier, KnownWorker>();
  readonly #statuses = new Map<Identifier, CameraStatus>();
  readonly #workerOfCamera = new Map<Identifier, Identifier>();
  readonly #subscription: { stop(): Promise<void> };
  readonly #timer: NodeJS.Timeout;

  constructor(options: WorkerDirectoryOptions) {
    this.#options = options;
    this.#subscription = options.bus.listen(SUBJECTS.heartbeat, (payload) => this.#hear(payload));
    this.#timer = setInterval(() => this.noticeSilence(), 1_000);
    this.#timer.unref();
  }

  /** The last known status of a camera, or null when no worker has spoken of it. */
  statusOf(cameraId: Identifier): CameraStatus | null {
    return this.#statuses.get(cameraId) ?? null;
  }

  /** Every known status. */
  statuses(): CameraStatus[] {
    return [...this.#statuses.values()];
  }

  endpointOf(cameraId: Identifier): LiveEndpoint | null {
    const workerId = this.#workerOfCamera.get(cameraId);
    const worker = workerId === undefined ? undefined : this.#workers.get(workerId);
    return worker !== undefined && this.#isAlive(worker) ? worker.heartbeat : null;
  }

  /** The clock of the worker that runs a camera, as it last said; null: nobody runs it, or its clock is not proven. */
  clockOf(cameraId: Identifier): ClockProof | null {
    const workerId = this.#workerOfCamera.get(cameraId);
    const worker = workerId === undefined ? undefined : this.#workers.get(workerId);
    return worker !== undefined && this.#isAlive(worker) ? (worker.heartbeat.clock ?? null) : null;
  }

  workers(): WorkerView[] {
    return [...this.#workers.values()].map((worker) => ({
      id: worker.heartbeat.workerId,
      lastHeartbeatAt: instantOf(worker.heardAt),
      cameras: worker.heartbeat.cameras.length,
      alive: this.#isAlive(worker),
    }));
  }

  /** Forgets a camera that was removed. */
  forget(cameraId: Identifier): void {
    this.#statuses.delete(cameraId);
    this.#workerOfCamera.delete(cameraId);
  }

  /** Marks the cameras of workers that fell silent as failed. Called every second. */
  noticeSilence(): void {
    for (const worker of this.#workers.values()) {
      if (this.#isAlive(worker)) continue;
      const { workerId } = worker.heartbeat;
      const since = instantOf(this.#options.now());
      const lost: CameraStatus[] = [];
      for (const [cameraId, status] of this.#statuses) {
        if (this.#workerOfCamera.get(cameraId) !== workerId || status.error?.code === 'WORKER_SILENT')
          continue;
        lost.push({ ...status, state: 'failed', since, framesPerSecond: 0, error: WORKER_SILENT });
      }
      if (lost.length === 0) {
        // Its cameras were taken over or are all marked: a worker that comes back has another identifier.
        if (![...this.#workerOfCamera.values()].includes(workerId)) this.#workers.delete(workerId);
        continue;
      }
      this.#options.logger.warn({ workerId, cameras: lost.length }, 'a worker fell silent');
      this.#keep(lost, workerId);
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    clearInterval(this.#timer);
    await this.#subscription.stop();
  }

  #hear(payload: unknown): void {
    const parsed = Heartbeat.safeParse(payload);
    if (!parsed.success) {
      this.#options.logger.warn({ issue: parsed.error.issues[0] }, 'a heartbeat was not understood');
      return;
    }
    const heartbeat = parsed.data;
    this.#workers.set(heartbeat.workerId, { heartbeat, heardAt: this.#options.now() });
    this.#keep(heartbeat.cameras, heartbeat.workerId);
    this.#options.onHeartbeat?.(heartbeat);
  }

  #keep(statuses: readonly CameraStatus[], workerId: Identifier): void {
    const changed = statuses.filter(
      (status) => JSON.stringify(status) !== JSON.stringify(this.#statuses.get(status.cameraId)),
    );
    for (const status of statuses) {
      this.#statuses.set(status.cameraId, status);
      this.#workerOfCamera.set(status.cameraId, workerId);
    }
    if (changed.length > 0) this.#options.onStatuses(changed);
  }

  #isAlive(worker: KnownWorker): boolean {
    return this.#options.now() - worker.heardAt <= WORKER_SILENCE_MS;
  }
}

const WORKER_SILENT = {
  code: 'WORKER_SILENT',
  message:
    'The worker that runs this camera has not been heard of for 10 seconds. It is started again; what it had already reported is kept.',
};
