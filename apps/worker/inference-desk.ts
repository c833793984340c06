import type { AiSystem } from '@amaan/contracts/ai-system';
import type { Detection } from '@amaan/contracts/detection';
import type { Digest } from '@amaan/contracts/digest';
import type { Identifier } from '@amaan/contracts/identifier';
import type { Assignment } from '@amaan/contracts/worker-messages';
import { configurationDigest } from '@amaan/governance/permits/configuration-digest';
import { PermitDenied } from '@amaan/governance/permits/permit-denied';
import type { ObjectDetector } from '@amaan/vision/detectors/object-detector';
import type { DetectionThresholds } from '@amaan/vision/detectors/thresholds';
import type { Frame } from '@amaan/vision/frame';
import type { InstalledModel } from '@amaan/vision/models/installed-model';
import { createInferencePool, type InferencePool } from '@amaan/vision/sessions/inference-pool';
import type { Logger } from 'pino';

export interface InferenceDeskOptions {
  readonly system: AiSystem;
  readonly model: InstalledModel;
  readonly thresholds: DetectionThresholds;
  readonly threads: number;
  readonly logger: Logger;
}

/** Under what an observation was made. */
export interface InferenceStanding {
  readonly permitId: Identifier;
  readonly modelDigest: Digest;
  readonly configurationDigest: Digest;
}

/**
 * The one place of a worker where an AI system's model runs: open while there is a permit, shut from the
 * moment that it is revoked or ends. Frames that come meanwhile are refused with `PermitDenied`.
 */
export class InferenceDesk implements ObjectDetector {
  readonly #options: InferenceDeskOptions;
  readonly #configurationDigest: Digest;
  #pool: InferencePool | null = null;
  #refusal: PermitDenied;
  /** Assignments are applied one after the other. */
  #applying: Promise<void> = Promise.resolve();

  constructor(options: InferenceDeskOptions) {
    this.#options = options;
    this.#configurationDigest = configurationDigest(options.system);
    this.#refusal = refusal(`No permit for ${options.system.name} has arrived yet.`);
  }

  /** The permit, model and configuration in use, or null while the desk is shut. */
  get standing(): InferenceStanding | null {
    if (!this.#pool) return null;
    return {
      permitId: this.#pool.claims.jti,
      modelDigest: this.#options.model.digest,
      configurationDigest: this.#configurationDigest,
    };
  }

  detect(
    frame: Pick<Frame, 'width' | 'height' | 'pixels'>,
    cameraId: Identifier | null,
  ): Promise<Detection[]> {
    return this.#pool ? this.#pool.detect(frame, cameraId) : Promise.reject(this.#refusal);
  }

  /** Takes the permit of an assignment: opens, renews or shuts. */
  apply(assignment: Assignment): Promise<void> {
    this.#applying = this.#applying.then(() => this.#apply(assignment));
    return this.#applying;
  }

  /** Stops inference under this permit at once. */
  revoke(permitId: Identifier): void {
    this.#pool?.revoke(permitId);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#applying;
    await this.#shut('The worker is stopping.');
  }

  async #apply(assignment: Assignment): Promise<void> {
    const { system, logger } = this.#options;
    const permit = assignment.permits.find((candidate) => candidate.system === system.id);
    for (const permitId of assignment.revokedPermits) this.revoke(permitId);
    if (!permit) {
      await this.#shut(`${system.name} has no permit now: it is suspended, or not approved for this.`);
      return;
    }
    try {
      if (this.#pool) await this.#pool.replacePermit(permit.token);
      else this.#pool = await this.#open(permit.token, assignment);
    } catch (error) {
      logger.error({ err: error }, 'A permit was not accepted.');
      // A permit that still holds goes on; only the new one was refused.
      if (!this.#pool) this.#refusal = error instanceof PermitDenied ? error : refusal(messageOf(error));
    }
  }

  #open(permit: string, assignment: Assignment): Promise<InferencePool> {
    const { system, model, thresholds, threads } = this.#options;
    return createInferencePool({
      permit,
      keys: assignment.permitKeys,
      system: system.id,
      model,
      configurationDigest: this.#configurationDigest,
      thresholds,
      threads,
      revoked: assignment.revokedPermits,
    });
  }

  async #shut(why: string): Promise<void> {
    const pool = this.#pool;
    this.#pool = null;
    this.#refusal = refusal(why);
    await pool?.[Symbol.asyncDispose]();
  }
}

function refusal(why: string): PermitDenied {
  return new PermitDenied('PERMIT_REFUSED', why);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
