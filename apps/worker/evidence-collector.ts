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
  readonly objects: Pick<ObjectStore, 'put'>;
  readonly outbox: Pick<ReportOutbox, 'add'>;
  /** Shared by all cameras of the worker: pictures take a process each. */
  readonly queue: TaskQueue;
  readonly logger: Logger;
}

/** What of a camera's video belongs to one observation, in stream seconds. */
export interface EvidenceSpan {
  /** Null: somebody else has the picture of it. */
  readonly entry: number | null;
  /** Null: it has one moment alone. */
  readonly exit: number | null;
  readonly clip: { readonly from: number; readonly until: number };
  /** The picture of the entry where its video is not kept any more. */
  readonly still?: Promise<Uint8Array> | null;
}

/** What evidence belongs to. */
export type Evidenced = Pick<Observation, 'id' | 'capturedAt'>;

/** A piece of evidence that is to be made; all the observations of its moment share it. */
interface Piece {
  readonly kind: EvidenceItem['kind'];
  readonly mediaType: string;
  readonly observations: readonly Evidenced[];
  readonly make: () => Promise<Uint8Array>;
}

/**
 * Keeps the pictures of what a person will be asked to judge: the model's frame without loss, the same
 * moment at the camera's resolution, and the seconds around it. The alert does not wait for them.
 */
export class EvidenceCollector implements AsyncDisposable {
  readonly #options: EvidenceCollectorOptions;
  readonly #stopping = new AbortController();
  /** What waits for its video. */
  readonly #waiting = new Set<Promise<void>>();

  constructor(options: EvidenceCollectorOptions) {
    this.#options = options;
  }

  /**
   * Collects the evidence of observations that were made at one moment; they share its pictures.
   * @param frame what the model saw last.
   */
  collect(frame: Frame, streamSeconds: number, observations: readonly Observation[]): void {
    const { ring } = this.#options;
    const arrival = AbortSignal.any([AbortSignal.timeout(ARRIVAL_MS), this.#stopping.signal]);
    const from = streamSeconds - CLIP_SECONDS.before;
    const until = streamSeconds + CLIP_SECONDS.after;
    this.#add({ kind: 'model-frame', mediaType: 'image/png', observations, make: () => encodePng(frame) });
    this.#addOnce(streamSeconds, arrival, {
      kind: 'picture',
      mediaType: 'image/jpeg',
      observations,
      make: () => pictureAt(ring.cut(streamSeconds, streamSeconds), streamSeconds),
    });
    this.#addOnce(until, arrival, {
      kind: 'clip',
      mediaType: 'video/mp4',
      observations,
      make: async () => ring.cut(from, until).bytes,
    });
  }

  /**
   * Collects the pictures of two moments of one observation, and the seconds around both. What is past must still be kept.
   */
  collectSpan(observation: Evidenced, { entry, exit, clip, still }: EvidenceSpan): void {
    const { ring } = this.#options;
    const toCome = Math.max(0, clip.until - (ring.newestPictureSeconds ?? clip.until));
    const patience = Math.ceil(toCome * 1000) + ARRIVAL_MS;
    const arrival = AbortSignal.any([AbortSignal.timeout(patience), this.#stopping.signal]);
    const observations = [observation];
    const picture = (kind: EvidenceItem['kind'], seconds: number) =>
      this.#addOnce(seconds, arrival, {
        ...{ kind, mediaType: 'image/jpeg', observations },
        make: () => pictureAt(ring.cut(seconds, seconds), seconds),
      });
    if (still) this.#add({ kind: 'picture', mediaType: 'image/jpeg', observations, make: () => still });
    else if (entry !== null) picture('picture', entry);
    if (exit !== null) picture('exit-picture', exit);
    this.#addOnce(clip.until, arrival, {
      ...{ kind: 'clip', mediaType: 'video/mp4', observations },
      make: async () => ring.cut(clip.from, clip.until).bytes,
    });
  }

  /** No more video will come: what waits for it is queued with what there is. */
  async [Symbol.asyncDispose](): Promise<void> {
    this.#stopping.abort();
    await Promise.all(this.#waiting);
  }

  /** Queues a piece once the video of a moment has arrived, or when it is clear that no more will come. */
  #addOnce(streamSeconds: number, arrival: AbortSignal, piece: Piece): void {
    const waiting = this.#options.ring
      .reaches(streamSeconds, arrival)
      .catch(() => undefined)
      .then(() => {
        this.#waiting.delete(waiting);
        this.#add(piece);
      });
    this.#waiting.add(waiting);
  }

  #add(piece: Piece): void {
    const { queue, logger } = this.#options;
    if (queue.add(() => this.#keep(piece))) return;
    logger.error(
      { kind: piece.kind },
      'A piece of evidence was not made: too many wait already. The alert stands without it.',
    );
  }

  async #keep({ kind, mediaType, observations, make }: Piece): Promise<void> {
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
