import type { CameraStatus } from '@amaan/contracts/camera';
import type { Identifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';

/** A simulated camera runs this long on average before it fails, in seconds. */
const MEAN_SECONDS_TO_FAILURE = 1_800;
const FAILURE_SECONDS = { shortest: 20, longest: 90 };
const CONNECTING_SECONDS = 4;

const FAILURES = [
  { code: 'SOURCE_UNREACHABLE', message: 'Simulated: the camera does not answer. It is tried again.' },
  { code: 'SOURCE_TIMEOUT', message: 'Simulated: no picture arrived for 10 seconds. It is tried again.' },
  { code: 'SOURCE_UNAUTHORISED', message: 'Simulated: the camera refused the password. It is tried again.' },
];

/** Lets simulated cameras fail and come back as real ones do. */
export class CameraConditions {
  readonly #random: () => number;
  readonly #statuses = new Map<Identifier, CameraStatus>();
  /** When a camera that is down takes its next step, Unix milliseconds. */
  readonly #nextStepAt = new Map<Identifier, number>();
  #at: number;

  constructor(cameras: readonly Identifier[], random: () => number, now: number) {
    this.#random = random;
    this.#at = now;
    for (const cameraId of cameras) this.#statuses.set(cameraId, liveStatus(cameraId, now));
  }

  isLive(cameraId: Identifier): boolean {
    return this.#statuses.get(cameraId)?.state === 'live';
  }

  /** @param deniedOn why the permit gate refuses inference on a camera, or null. */
  statuses(deniedOn: (cameraId: Identifier) => string | null): CameraStatus[] {
    return [...this.#statuses.values()].map((status) => ({
      ...status,
      inferenceDenied: deniedOn(status.cameraId),
    }));
  }

  /** Brings all cameras to a moment: exponentially distributed failures, then connecting, then live. */
  advance(now: number): void {
    const seconds = (now - this.#at) / 1000;
    this.#at = now;
    const failing = 1 - Math.exp(-seconds / MEAN_SECONDS_TO_FAILURE);
    for (const [cameraId, status] of this.#statuses) {
      const due = (this.#nextStepAt.get(cameraId) ?? Number.POSITIVE_INFINITY) <= now;
      if (status.state === 'live' && this.#random() < failing) this.#fail(cameraId, now);
      else if (status.state === 'failed' && due) this.#connect(cameraId, now);
      else if (status.state === 'connecting' && due) {
        this.#nextStepAt.delete(cameraId);
        this.#statuses.set(cameraId, liveStatus(cameraId, now));
      }
    }
  }

  #fail(cameraId: Identifier, now: number): void {
    const { shortest, longest } = FAILURE_SECONDS;
    this.#nextStepAt.set(cameraId, now + (shortest + this.#random() * (longest - shortest)) * 1000);
    const error = FAILURES[Math.floor(this.#random() * FAILURES.length)]!;
    this.#statuses.set(cameraId, downStatus(cameraId, 'failed', error, now));
  }

  #connect(cameraId: Identifier, now: number): void {
    this.#nextStepAt.set(cameraId, now + CONNECTING_SECONDS * 1000);
    this.#statuses.set(cameraId, downStatus(cameraId, 'connecting', null, now));
  }
}

function liveStatus(cameraId: Identifier, now: number): CameraStatus {
  return { ...downStatus(cameraId, 'live', null, now), framesPerSecond: 5 };
}

function downStatus(
  cameraId: Identifier,
  state: CameraStatus['state'],
  error: CameraStatus['error'],
  now: number,
): CameraStatus {
  return {
    cameraId,
    state,
    since: instantOf(now),
    error,
    framesPerSecond: 0,
    framesDropped: 0,
    width: 1280,
    height: 720,
    // No picture ever arrives from a simulated camera.
    lastFrameAt: null,
    inferenceDenied: null,
  };
}
