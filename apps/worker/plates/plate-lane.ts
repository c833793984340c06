import { denialOf } from '@amaan/analytics/permits/denial-of';
import type { InferenceStanding } from '@amaan/analytics/permits/inference-desk';
import type { TrackedObject } from '@amaan/contracts/detection';
import { digestOfBytes } from '@amaan/contracts/digest-of';
import type { EvidenceItem } from '@amaan/contracts/evidence-item';
import type { Box } from '@amaan/contracts/geometry';
import { VEHICLE_CLASSES } from '@amaan/contracts/object-class';
import type { Observation } from '@amaan/contracts/observation';
import type { AssignedCamera } from '@amaan/contracts/worker-messages';
import { PermitDenied } from '@amaan/governance/permits/permit-denied';
import { grown, sizeOf } from '@amaan/number-plates/finding/plate-quad';
import { type Passage, PlatePassages } from '@amaan/number-plates/passages/plate-passages';
import { type ReadFrame, toPlateRead } from '@amaan/number-plates/passages/to-plate-read';
import type { PlateRead } from '@amaan/number-plates/reading/plate-read';
import { numberPlates, readerOptions } from '@amaan/number-plates/system';
import type { ObjectStore } from '@amaan/store/object-store';
import type { Frame } from '@amaan/vision/frame';
import { encodeJpeg } from '@amaan/vision/image/encode-jpeg';
import type { Picture } from '@amaan/vision/image/picture';
import { resizePicture } from '@amaan/vision/image/resize-picture';
import { warpQuad } from '@amaan/vision/image/warp-quad';
import type { Logger } from 'pino';
import type { ReportOutbox } from '../report-outbox.ts';
import type { PlateDesk } from './plate-desk.ts';
import { VehicleSightings } from './vehicle-sightings.ts';

/** Height of a plate's crop, and longest side of the picture around it, in pixels. */
const CROP_HEIGHT = 96;
const CONTEXT_SIDE = 960;

export interface PlateLaneOptions {
  readonly camera: AssignedCamera;
  readonly desk: Pick<PlateDesk, 'run' | 'admit' | 'standing'>;
  readonly outbox: Pick<ReportOutbox, 'add'>;
  readonly objects: Pick<ObjectStore, 'put'>;
  readonly clockOffsetMs: () => number;
  readonly logger: Logger;
}

/** What is kept of the frame of a read until its passage is reported. */
interface PlateNote extends ReadFrame {
  readonly standing: InferenceStanding;
  readonly crop: Picture | null;
  readonly context: Picture;
  readonly vehicleBox: Box | null;
}

/**
 * The number plates of one camera. One frame is read at a time, the newest; a vehicle that was read often enough is
 * left alone. Each passage is reported once, with its crop and the picture around it.
 */
export class PlateLane implements AsyncDisposable {
  readonly #options: PlateLaneOptions;
  readonly #passages = new PlatePassages<PlateNote>({
    patterns: readerOptions('liveFinderSides').patterns,
    votesEnough: numberPlates.settings.votesEnough,
    leastConfidence: numberPlates.thresholds.leastConfidence,
  });
  readonly #vehicles = new VehicleSightings();
  #reading: Promise<void> | null = null;
  /** Why the last frame was refused; told once. */
  #refused: string | null = null;
  #failed: string | null = null;

  constructor(options: PlateLaneOptions) {
    this.#options = options;
  }

  /** Reads a frame, unless the one before is still being read. */
  look(frame: Frame, objects: readonly TrackedObject[]): void {
    this.#vehicles.add(objects, frame.streamSeconds);
    for (const { track } of objects) this.#passages.see(track, frame.streamSeconds);
    if (this.#reading !== null) return;
    this.#reading = this.#read(frame, objects)
      .catch((error: unknown) => this.#fail(error))
      // What was read before a refusal or a failure is due all the same.
      .then(() => this.#report(frame.streamSeconds))
      .catch((error: unknown) => this.#fail(error))
      .finally(() => {
        this.#reading = null;
      });
  }

  /** Reports what is still open. */
  async [Symbol.asyncDispose](): Promise<void> {
    await this.#reading;
    await this.#report(Number.POSITIVE_INFINITY);
  }

  async #read(frame: Frame, objects: readonly TrackedObject[]): Promise<void> {
    const { desk, camera } = this.#options;
    const standing = desk.admit(camera.id);
    const vehicles = Map.groupBy(
      objects.filter((object) => VEHICLE_CLASSES.includes(object.class)),
      ({ track }) => (this.#passages.isSettled(track) ? 'settled' : 'open'),
    );
    const boxesOf = (which: 'settled' | 'open') => (vehicles.get(which) ?? []).map(({ box }) => box);
    const { width, height, pixels } = frame;
    const picture = { width, height, pixels };
    const reads = await desk.run({ picture, skip: boxesOf('settled'), vehicles: boxesOf('open') }, camera.id);
    this.#refused = null;
    this.#failed = null;
    if (reads.length > 0) {
      const frameDigest = digestOfBytes(pixels);
      const context = contextOf(picture);
      for (const read of reads) {
        const middle = [
          (read.box.x + read.box.width / 2) / width,
          (read.box.y + read.box.height / 2) / height,
        ] as const;
        const vehicle = VehicleSightings.holding(objects, ...middle);
        this.#passages.add(vehicle?.track ?? null, read, frame.streamSeconds, {
          ...{ standing, frameDigest, context, width, height },
          capturedAt: frame.capturedAt,
          crop: cropOf(picture, read),
          vehicleBox: vehicle?.box ?? null,
        });
      }
    }
  }

  async #report(seconds: number): Promise<void> {
    for (const passage of this.#passages.report(seconds)) await this.#send(passage);
  }

  async #send(passage: Passage<PlateNote>): Promise<void> {
    const { camera, outbox, clockOffsetMs } = this.#options;
    const { note } = passage.best;
    const origin = {
      ...note.standing,
      cameraId: camera.id,
      siteId: camera.siteId,
      clockOffsetMs: clockOffsetMs(),
      simulated: false,
    };
    const vehicle = this.#vehicles.attributesOf(passage.track, note.context, note.vehicleBox);
    const observation = toPlateRead(passage, origin, vehicle);
    outbox.add({ type: 'observation', observation });
    if (note.crop) await this.#keep(observation, 'plate-crop', note.crop);
    await this.#keep(observation, 'picture', note.context);
  }

  async #keep(
    { id: observationId, capturedAt }: Observation,
    kind: EvidenceItem['kind'],
    picture: Picture,
  ): Promise<void> {
    const { objects, outbox, logger } = this.#options;
    try {
      const bytes = await encodeJpeg(picture);
      const digest = await objects.put(bytes);
      const item = {
        observationId,
        capturedAt,
        kind,
        digest,
        mediaType: 'image/jpeg',
        bytes: bytes.byteLength,
      };
      outbox.add({ type: 'evidence', item });
    } catch (error) {
      logger.error(
        { err: error, kind },
        'A picture of a plate could not be kept; the reading stands without it.',
      );
    }
  }

  /** A refusal by the permit is recorded once for each reason; whatever else fails is logged once. */
  #fail(error: unknown): void {
    if (error instanceof PermitDenied) this.#deny(error);
    else {
      const message = error instanceof Error ? error.message : String(error);
      if (message === this.#failed) return;
      this.#failed = message;
      this.#options.logger.error({ err: error }, 'Plates of a frame were not read; the next one is tried.');
    }
  }

  #deny(error: PermitDenied): void {
    if (error.message === this.#refused) return;
    this.#refused = error.message;
    const { desk, camera, outbox } = this.#options;
    const denial = denialOf(error, numberPlates.id, camera.id, desk.standing);
    outbox.add({ type: 'denial', denial });
  }
}

/** The plate straightened, with a little around it; null where its corners make no sense. */
function cropOf(picture: Picture, { quad }: PlateRead): Picture | null {
  const roomy = grown(quad, 0.08, 0.12);
  const { width, height } = sizeOf(roomy);
  const aspect = Math.min(6, Math.max(0.8, width / Math.max(1, height)));
  return warpQuad(picture, roomy, Math.round(CROP_HEIGHT * aspect), CROP_HEIGHT);
}

/** The whole picture, made smaller where it is large. */
function contextOf(picture: Picture): Picture {
  const scale = CONTEXT_SIDE / Math.max(picture.width, picture.height);
  if (scale >= 1) return picture;
  return resizePicture(picture, Math.round(picture.width * scale), Math.round(picture.height * scale));
}
