import type { Digest } from '@amaan/contracts/digest';
import type { Identifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import type { FaceTemplate } from '@amaan/face-recognition/embedding/embed-face';
import type { ExaminedFace } from '@amaan/face-recognition/face-reader';
import { roomFor } from '@amaan/face-recognition/liveness/presentation-attack';
import { faceRecognition } from '@amaan/face-recognition/system';
import { configurationDigest } from '@amaan/governance/permits/configuration-digest';
import { PERMIT_DENIAL_CODES } from '@amaan/governance/permits/permit-denied';
import type { PermitSigningKey } from '@amaan/governance/permits/permit-keys';
import type { Database } from '@amaan/store/open-database';
import { findPermitsInForce, getPermit } from '@amaan/store/permits';
import { cropPicture } from '@amaan/vision/image/crop-picture';
import type { Picture } from '@amaan/vision/image/picture';
import type { InstalledModel } from '@amaan/vision/models/installed-model';
import { createInferencePool, type InferencePool } from '@amaan/vision/sessions/inference-pool';
import { asHttpError, ConflictError } from '../http/http-errors.ts';
import { OneAtATime } from '../one-at-a-time.ts';
import type { FaceAnswer, FaceWork } from './face-work.ts';

/** A template with what it was made by. Whoever has it overwrites it when it is no longer needed. */
export interface EmbeddedFace {
  readonly template: FaceTemplate;
  /** Of the embedding model: templates of two models say nothing about each other. */
  readonly modelDigest: Digest;
  readonly permitId: Identifier;
}

/** Looks at the pictures that people bring to the server. Behind it is the permit of face recognition, or nothing. */
export interface FaceDesk {
  /**
   * The faces of a picture, judged, without a template of anybody.
   * @throws HttpError 409 `FACES_NOT_PERMITTED` without a permit, `FACES_UNAVAILABLE` without the models
   */
  examine(picture: Picture): Promise<readonly ExaminedFace[]>;
  /** The template of one of them. @throws HttpError as `examine` */
  embed(face: Pick<ExaminedFace, 'aligned'>): Promise<EmbeddedFace>;
  /** How likely one of them is a picture of a face, 0–1; null: that cannot be said. @throws HttpError as `examine` */
  judge(picture: Picture, face: Pick<ExaminedFace, 'box'>): Promise<number | null>;
}

export interface FaceDeskOptions {
  readonly db: Database;
  readonly key: PermitSigningKey;
  /** The four models, in the system's order; read when they are needed. */
  readonly models: () => Promise<readonly InstalledModel[]>;
  /** Why there is no permit, in one sentence, or null. */
  readonly refusal: () => string | null;
  readonly now: () => number;
  /** How a pool is made; left out: a thread with the models. */
  readonly openPool?: typeof createInferencePool<FaceWork, FaceAnswer>;
}

type Pool = InferencePool<FaceWork, FaceAnswer>;

const BODY = new URL('./face-thread-main.ts', import.meta.url);
/** The models are half a gigabyte of memory that a server seldom needs. */
const IDLE_MS = 5 * 60_000;

/** The models on a thread of the server, opened when they are needed and closed when they are not. */
export class PermittedFaceDesk implements FaceDesk, AsyncDisposable {
  readonly #options: FaceDeskOptions;
  #pool: Pool | null = null;
  #embedding: Digest | null = null;
  /** One piece of work after the other: the permit is looked at before each. */
  readonly #line = new OneAtATime();
  #idle: NodeJS.Timeout | undefined;
  #closed = false;

  constructor(options: FaceDeskOptions) {
    this.#options = options;
  }

  async examine(picture: Picture): Promise<readonly ExaminedFace[]> {
    const answer = await this.#run({ type: 'examine', picture });
    if (answer.type !== 'examined') throw new Error('The face thread answered something else.');
    return answer.faces;
  }

  async embed({ aligned }: Pick<ExaminedFace, 'aligned'>): Promise<EmbeddedFace> {
    const answer = await this.#run({ type: 'embed', aligned });
    if (answer.type !== 'embedded') throw new Error('The face thread answered something else.');
    return { template: answer.template, modelDigest: this.#embedding!, permitId: this.#pool!.claims.jti };
  }

  async judge(picture: Picture, { box }: Pick<ExaminedFace, 'box'>): Promise<number | null> {
    const around = cropPicture(picture, roomFor(box, picture));
    if (around === null) return null;
    const { x, y, width, height, pixels } = around;
    const moved = { ...box, x: box.x - x, y: box.y - y };
    const answer = await this.#run({ type: 'judge', picture: { width, height, pixels }, box: moved });
    pixels.fill(0);
    if (answer.type !== 'judged') throw new Error('The face thread answered something else.');
    return answer.attack;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#idle);
    await this.#line.settled();
    await this.#close();
  }

  #run(work: FaceWork): Promise<FaceAnswer> {
    return this.#line.run(async () => {
      clearTimeout(this.#idle);
      try {
        const pool = await this.#permitted();
        return await pool.run(work, null);
      } catch (error) {
        throw explained(error);
      } finally {
        this.#idle = setTimeout(() => this.#closeIdle(), IDLE_MS).unref();
      }
    });
  }

  /** A pool under the permit that is in force now. A revoked one is not in force, so nothing runs under it. */
  async #permitted(): Promise<Pool> {
    const { db, now, refusal } = this.#options;
    if (this.#closed) throw unavailable('The server is stopping.');
    const inForce = await findPermitsInForce(db, instantOf(now()));
    const id = inForce.find(({ system }) => system === faceRecognition.id)?.id;
    const token = id === undefined ? undefined : (await getPermit(db, id))?.token;
    if (token === undefined) {
      await this.#close();
      throw notPermitted(refusal() ?? 'It is suspended, or not approved.');
    }
    if (this.#pool === null) this.#pool = await this.#open(token);
    else if (this.#pool.claims.jti !== id) await this.#pool.replacePermit(token);
    return this.#pool;
  }

  async #open(permit: string): Promise<Pool> {
    const { key, openPool = createInferencePool<FaceWork, FaceAnswer> } = this.#options;
    const models = await this.#options.models();
    const pool = await openPool({
      threads: 1,
      permit,
      keys: [key.publicJwk],
      system: faceRecognition.id,
      models,
      configurationDigest: configurationDigest(faceRecognition),
      options: null,
      body: BODY,
    });
    this.#embedding = models[faceRecognition.models.indexOf('face-embedding')]!.digest;
    return pool;
  }

  #closeIdle(): void {
    void this.#line.run(() => this.#close()).catch(() => undefined);
  }

  async #close(): Promise<void> {
    const pool = this.#pool;
    this.#pool = null;
    await pool?.[Symbol.asyncDispose]();
  }
}

function explained(error: unknown): unknown {
  const code = (error as { readonly code?: unknown }).code;
  if (error instanceof Error && (PERMIT_DENIAL_CODES as readonly unknown[]).includes(code))
    return notPermitted(error.message, error);
  if (error instanceof Error && typeof code === 'string' && code.startsWith('MODEL_'))
    return unavailable(error.message, error);
  return asHttpError(error, { INFERENCE_FAILED: 422 });
}

function notPermitted(why: string, cause?: Error): ConflictError {
  return withCause(
    new ConflictError(
      'FACES_NOT_PERMITTED',
      `Facial recognition has no permit now, so no face can be looked at; nothing was stored. ${why}`,
    ),
    cause,
  );
}

function unavailable(why: string, cause?: Error): ConflictError {
  return withCause(
    new ConflictError(
      'FACES_UNAVAILABLE',
      `The models of facial recognition cannot be used here, so no face can be looked at; nothing was stored. ${why}`,
    ),
    cause,
  );
}

function withCause<Failure extends Error>(error: Failure, cause: Error | undefined): Failure {
  if (cause !== undefined) error.cause = cause;
  return error;
}
