import type { EvidenceItem } from '@amaan/contracts/evidence-item';
import type { Observation } from '@amaan/contracts/observation';
import type { ObjectStore } from '@amaan/store/object-store';
import type { Frame } from '@amaan/vision/frame';
import { encodePng } from '@amaan/vision/image/encode-png';
import { pictureAt } from '@amaan/vision/image/picture-at';
import type { ClipRing } from '@amaan/vision/stream/clip-ring';
import type { Logger } from 'pino';
import type { ReportOutbox } from './report-outbox.ts';
import type { TaskQueue } from './task-queue.ts';

/** A clip shows what led to the moment and what came of it. */
const CLIP_SECONDS = { before: 5, after: 4 };
/** How long the video of a moment may take to arrive: a camera that just failed never sends it. */
const ARRIVAL_MS = 8_000;

export interface EvidenceCollectorOptions {
  readonly ring: ClipRing;
  readonly objects: ObjectStore;
  readonly outbox: ReportOutbox;
  /** Shared by all cameras of the worker: pictures take a process each. */
  readonly queue: TaskQueue;
  readonly logger: Logger;
}

/**
 * Keeps the pictures of what a person will be asked to judge: the model's frame without loss, the same
 * moment at the camera's resolution, and the seconds around it. The alert does not wait for them.
 */
export class EvidenceCollector {
  readonly #options: EvidenceCollectorOptions;

  constructor(options: EvidenceCollectorOptions) {
    this.#options = options;
  }

  /**
   * Collects the evidence of observations that were made at one moment; they share its pictures.
   * @param frame what the model saw last.
   */
  collect(frame: Frame, streamSeconds: number, observations: readonly Observation[]): void {
    const { ring, queue } = this.#options;
    const arrival = AbortSignal.timeout(ARRIVAL_MS);
    queue.add(() => this.#keep('model-frame', 'image/png', observations, () => encodePng(frame)));
    void this.#whenThere(streamSeconds, arrival, () =>
      this.#keep('picture', 'image/jpeg', observations, () =>
        pictureAt(ring.cut(streamSeconds, streamSeconds), streamSeconds),
      ),
    );
    const until = streamSeconds + CLIP_SECONDS.after;
    void this.#whenThere(until, arrival, () =>
      this.#keep(
        'clip',
        'video/mp4',
        observations,
        async () => ring.cut(streamSeconds - CLIP_SECONDS.before, until).bytes,
      ),
    );
  }

  /** Queues a task once the video of a moment has arrived, or when it is clear that no more will come. */
  async #whenThere(streamSeconds: number, arrival: AbortSignal, task: () => Promise<void>): Promise<void> {
    await this.#options.ring.reaches(streamSeconds, arrival).catch(() => undefined);
    this.#options.queue.add(task);
  }

  async #keep(
    kind: EvidenceItem['kind'],
    mediaType: string,
    observations: readonly Observation[],
    make: () => Promise<Uint8Array>,
  ): Promise<void> {
    const { objects, outbox, logger } = this.#options;
    try {
      const bytes = await make();
      const digest = await objects.put(bytes);
      for (const { id: observationId, capturedAt } of observations) {
        const item = { observationId, capturedAt, kind, digest, mediaType, bytes: bytes.byteLength };
        outbox.add({ type: 'evidence', item });
      }
    } catch (error) {
      logger.error(
        { err: error, kind },
        'A piece of evidence could not be kept; the alert stands without it.',
      );
    }
  }
}
