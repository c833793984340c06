import type { AiSystem } from '@amaan/contracts/ai-system';
import type { Digest } from '@amaan/contracts/digest';
import { digestOfJson } from '@amaan/contracts/digest-of';
import type { Identifier } from '@amaan/contracts/identifier';
import type { PermitClaims } from '@amaan/contracts/permit';
import type { Assignment } from '@amaan/contracts/worker-messages';
import { configurationDigest } from '@amaan/governance/permits/configuration-digest';
import { PermitClock } from '@amaan/governance/permits/permit-clock';
import { PermitDenied } from '@amaan/governance/permits/permit-denied';
import { assertCovers, assertCoversModel } from '@amaan/governance/permits/permit-scope';
import { RevokedPermits } from '@amaan/governance/permits/revoked-permits';
import type { InstalledModel } from '@amaan/vision/models/installed-model';
import type { InferencePool, InferencePoolOrder } from '@amaan/vision/sessions/inference-pool';
import type { Logger } from 'pino';

/** What the desk knows when it opens a pool; the rest is the system's. */
export type DeskOrder = Omit<InferencePoolOrder, 'options' | 'body'>;

export interface InferenceDeskOptions<Work, Result> {
  readonly system: AiSystem;
  /** The last one is the one that observations name. */
  readonly models: readonly InstalledModel[];
  readonly threads: number;
  readonly openPool: (order: DeskOrder) => Promise<InferencePool<Work, Result>>;
  readonly logger: Logger;
}

/** What an assignment says about permits. */
export type AssignedPermits = Pick<
  Assignment,
  'permits' | 'permitKeys' | 'revokedPermits' | 'revokedCameras'
>;

/** Under what an observation was made. */
export interface InferenceStanding {
  readonly permitId: Identifier;
  readonly modelDigest: Digest;
  readonly configurationDigest: Digest;
}

/**
 * The one place of a worker where an AI system's models run: open while there is a permit, shut from the
 * moment that it is revoked or ends. Frames that come meanwhile are refused with `PermitDenied`.
 */
export class InferenceDesk<Work, Result> implements AsyncDisposable {
  readonly #options: InferenceDeskOptions<Work, Result>;
  readonly #configurationDigest: Digest;
  readonly #clock = new PermitClock();
  /** What is known to be revoked: it may be known before the permit arrives, or while it is being opened. */
  readonly #revoked = new RevokedPermits();
  #pool: InferencePool<Work, Result> | null = null;
  /** Whose permits the pool accepts. */
  #keys: Digest | null = null;
  #refusal: PermitDenied;
  /** Assignments are applied one after the other. */
  #applying: Promise<void> = Promise.resolve();

  constructor(options: InferenceDeskOptions<Work, Result>) {
    this.#options = options;
    this.#configurationDigest = configurationDigest(options.system);
    this.#refusal = refusal(`No permit for ${options.system.name} has arrived yet.`);
  }

  /** The permit, model and configuration at hand, or null where there are none. `admit` tells if they hold. */
  get standing(): InferenceStanding | null {
    if (!this.#pool) return null;
    return {
      permitId: this.#pool.claims.jti,
      modelDigest: this.#options.models.at(-1)!.digest,
      configurationDigest: this.#configurationDigest,
    };
  }

  /**
   * Under what a camera may be analysed now. Ask it before reporting anything, also where no model ran.
   * @throws PermitDenied when it may not.
   */
  admit(cameraId: Identifier): InferenceStanding {
    const { standing } = this;
    if (!this.#pool || !standing) throw this.#refusal;
    const use = { ...standing, system: this.#options.system.id, cameraId };
    assertCovers(this.#pool.claims, use, this.#clock.now(), this.#revoked);
    return standing;
  }

  /** @throws PermitDenied when this may not be done now. */
  run(work: Work, cameraId: Identifier | null): Promise<Result> {
    return this.#pool ? this.#pool.run(work, cameraId) : Promise.reject(this.#refusal);
  }

  /** Takes the permit of an assignment: opens, renews or shuts. It never rejects. */
  apply(assignment: AssignedPermits): Promise<void> {
    for (const permitId of assignment.revokedPermits) this.revoke(permitId);
    for (const { permitId, cameras } of assignment.revokedCameras) this.revoke(permitId, cameras);
    this.#applying = this.#applying.then(() => this.#apply(assignment));
    return this.#applying;
  }

  /** Stops inference under this permit at once, or for these cameras of it; others go on. */
  revoke(permitId: Identifier, cameras: readonly Identifier[] | null = null): void {
    if (this.#revoked.add({ permitId, cameras })) this.#pool?.revoke(permitId, cameras);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#applying;
    await this.#shut(refusal('The worker is stopping.'));
  }

  async #apply({ permits, permitKeys }: Pick<Assignment, 'permits' | 'permitKeys'>): Promise<void> {
    const { system, logger } = this.#options;
    const permit = permits.find((candidate) => candidate.system === system.id);
    try {
      if (!permit) {
        await this.#shut(
          refusal(`${system.name} has no permit now: it is suspended, or not approved for this.`),
        );
        return;
      }
      const keys = digestOfJson(permitKeys);
      if (this.#pool && keys === this.#keys) await this.#pool.replacePermit(permit.token);
      else await this.#open(permit.token, permitKeys, keys);
    } catch (error) {
      logger.error({ err: error }, 'A permit was not accepted; the one before stays until it ends.');
      if (!this.#pool) this.#refusal = error instanceof PermitDenied ? error : refusal(messageOf(error));
    }
  }

  /** Opens a pool that accepts permits of these keys, and puts it in the place of the one before. */
  async #open(permit: string, permitKeys: Assignment['permitKeys'], keys: Digest): Promise<void> {
    const { system, models, threads, openPool } = this.#options;
    const pool = await openPool({
      permit,
      keys: permitKeys,
      system: system.id,
      models,
      configurationDigest: this.#configurationDigest,
      threads,
      revoked: [...this.#revoked],
    });
    // What was revoked while it opened has not reached it.
    for (const { permitId, cameras } of this.#revoked) pool.revoke(permitId, cameras);
    const before = this.#pool;
    this.#pool = pool;
    this.#keys = keys;
    await before?.[Symbol.asyncDispose]();
  }

  async #shut(why: PermitDenied): Promise<void> {
    const pool = this.#pool;
    const present = pool ? this.#denialOf(pool.claims) : this.#refusal;
    this.#pool = null;
    // That the last permit was revoked says more than that there is none.
    this.#refusal = present?.code === 'PERMIT_REVOKED' ? present : why;
    await pool?.[Symbol.asyncDispose]();
  }

  /** Why a permit does not hold now, or null when it does. */
  #denialOf(claims: PermitClaims): PermitDenied | null {
    const { system, models } = this.#options;
    const use = { system: system.id, configurationDigest: this.#configurationDigest };
    try {
      for (const { digest } of models)
        assertCoversModel(claims, { ...use, modelDigest: digest }, this.#clock.now(), this.#revoked);
      return null;
    } catch (error) {
      if (error instanceof PermitDenied) return error;
      throw error;
    }
  }
}

function refusal(why: string): PermitDenied {
  return new PermitDenied('PERMIT_REFUSED', why);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
