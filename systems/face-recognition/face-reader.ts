import type { Identifier } from '@amaan/contracts/identifier';
import type { Picture } from '@amaan/vision/image/picture';
import type { InferenceSession } from '@amaan/vision/sessions/open-session';
import { alignFace } from './alignment/align-face.ts';
import { embedFace, type FaceTemplate } from './embedding/embed-face.ts';
import type { FoundFace } from './finding/face-box.ts';
import { type FaceFinderOptions, findFaces } from './finding/find-faces.ts';
import { Workspace } from './finding/workspace.ts';
import { findLandmarks, shakenBox } from './landmarks/find-landmarks.ts';
import { fivePointsOf, type Landmarks } from './landmarks/landmarks.ts';
import { presentationAttackScore } from './liveness/presentation-attack.ts';
import {
  type FaceQuality,
  measureQuality,
  type QualityMeasurements,
  qualityOf,
} from './quality/face-quality.ts';

/** The four models, each behind the permit of face-recognition. */
export interface FaceModels {
  readonly detector: InferenceSession;
  readonly landmarks: InferenceSession;
  readonly embedding: InferenceSession;
  readonly liveness: InferenceSession;
}

export interface FaceReaderOptions extends FaceFinderOptions {
  /** A detection that is less sure counts only when its landmarks stay where they are. */
  readonly sureConfidence: number;
  /** How far they may move, as a part of the distance between the eyes. */
  readonly mostInstability: number;
}

/** A face that was found and looked at; still without a template. */
export interface ExaminedFace extends FoundFace {
  readonly landmarks: Landmarks;
  /** Upright, 112 × 112 pixels. */
  readonly aligned: Picture;
  readonly measured: QualityMeasurements;
  readonly quality: FaceQuality;
}

/** Milliseconds of one reader's work so far, by stage. */
export interface FaceTimes {
  finding: number;
  landmarks: number;
  quality: number;
  embedding: number;
  liveness: number;
}

/** Finds the faces of pictures, judges them, and makes templates of those that it is told to. */
export class FaceReader {
  readonly #models: FaceModels;
  readonly #options: FaceReaderOptions;
  readonly #workspaces: Workspace[] = [];
  readonly times: FaceTimes = { finding: 0, landmarks: 0, quality: 0, embedding: 0, liveness: 0 };

  constructor(models: FaceModels, options: FaceReaderOptions) {
    this.#models = models;
    this.#options = options;
  }

  /**
   * Where faces may be, surest first; `examine` tells which of the less sure ones are none.
   * @param cameraId the camera that the picture is from; null for a file under an evaluation permit.
   * @throws PermitDenied when the permit does not cover this, now.
   */
  find(picture: Picture, cameraId: Identifier | null): Promise<FoundFace[]> {
    return this.#timed('finding', async () => {
      // Calls that overlap each have memory of their own.
      const workspace = this.#workspaces.pop() ?? new Workspace();
      try {
        return await findFaces(picture, this.#models.detector, this.#options, cameraId, workspace);
      } finally {
        this.#workspaces.push(workspace);
      }
    });
  }

  /**
   * Straightens a face and judges its quality.
   * @returns null for what turns out to be no face.
   */
  async examine(
    picture: Picture,
    face: FoundFace,
    cameraId: Identifier | null,
  ): Promise<ExaminedFace | null> {
    const { box } = face;
    const [landmarks, again] = await this.#timed('landmarks', async () => [
      await findLandmarks(picture, box, this.#models.landmarks, cameraId),
      await findLandmarks(picture, shakenBox(box), this.#models.landmarks, cameraId),
    ]);
    if (!landmarks || !again) return null;
    return this.#timed('quality', async () => {
      const aligned = alignFace(picture, fivePointsOf(landmarks));
      if (aligned === null) return null;
      const measured = measureQuality({ box, landmarks, again, aligned });
      const { sureConfidence, mostInstability } = this.#options;
      if (face.confidence < sureConfidence && measured.instability > mostInstability) return null;
      const quality = qualityOf(measured);
      return { ...face, landmarks, aligned, measured, quality };
    });
  }

  /** Every face of a picture with its quality, surest first. */
  async examineAll(picture: Picture, cameraId: Identifier | null): Promise<ExaminedFace[]> {
    const examined: ExaminedFace[] = [];
    for (const face of await this.find(picture, cameraId)) {
      const one = await this.examine(picture, face, cameraId);
      if (one) examined.push(one);
    }
    return examined;
  }

  /** The template of a face. Whoever calls this has an authorisation that covers it, or the person's own file. */
  embed({ aligned }: Pick<ExaminedFace, 'aligned'>, cameraId: Identifier | null): Promise<FaceTemplate> {
    return this.#timed('embedding', () => embedFace(aligned, this.#models.embedding, cameraId));
  }

  /** How likely the face is a picture of a face, 0–1; null where its box has no area. */
  attackScore(picture: Picture, { box }: FoundFace, cameraId: Identifier | null): Promise<number | null> {
    return this.#timed('liveness', () =>
      presentationAttackScore(picture, box, this.#models.liveness, cameraId),
    );
  }

  async #timed<Result>(stage: keyof FaceTimes, work: () => Promise<Result>): Promise<Result> {
    const began = performance.now();
    const result = await work();
    this.times[stage] += performance.now() - began;
    return result;
  }
}
