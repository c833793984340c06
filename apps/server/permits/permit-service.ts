import type { AiSystem } from '@amaan/contracts/ai-system';
import type { Identifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import type { PermitClaims } from '@amaan/contracts/permit';
import { AmaanError } from '@amaan/contracts/problem';
import { presentCombination } from '@amaan/governance/combination';
import { configurationDigest } from '@amaan/governance/permits/configuration-digest';
import { type IssuedPermit, issuePermit } from '@amaan/governance/permits/issue-permit';
import { permitGaps } from '@amaan/governance/permits/permit-gaps';
import type { PermitSigningKey } from '@amaan/governance/permits/permit-keys';
import type { SystemStanding } from '@amaan/governance/system-standing';
import { appendToLedger } from '@amaan/store/ledger-store';
import type { Database } from '@amaan/store/open-database';
import {
  findPermitsInForce,
  getPermit,
  insertPermit,
  listPermittedCameras,
  readPermittedCameras,
} from '@amaan/store/permits';
import { lockSystem } from '@amaan/store/suspensions';
import { getSystemStanding } from '@amaan/store/system-standing';
import type { Logger } from 'pino';
import { type ClockGuard, clockSetBack } from '../ledger/clock-guard.ts';
import { ledgerEntry } from '../ledger/ledger-entry.ts';
import type { RunnableModel } from './runnable-model.ts';

export interface PermitServiceOptions {
  readonly db: Database;
  readonly key: PermitSigningKey;
  readonly systems: readonly AiSystem[];
  readonly clock: Pick<ClockGuard, 'millisecondsBehind'>;
  readonly now: () => number;
  readonly logger: Logger;
}

/**
 * Issues permits: of each AI system one that covers its models and all cameras as they are, but for groups of
 * cameras on which it is suspended. A permit is replaced when what it covers has changed or half of its life is over; the one before runs out by itself.
 */
export class PermitService {
  readonly #options: PermitServiceOptions;
  readonly #refusals = new Map<string, string>();
  /** What the permits in force say, by AI system: claims never change, and may be a megabyte each. */
  readonly #claims = new Map<string, PermitClaims>();
  #models: readonly RunnableModel[] = [];

  constructor(options: PermitServiceOptions) {
    this.#options = options;
  }

  /** Why an AI system has no permit now, in one sentence, or null. */
  refusalOf(system: string): string | null {
    return this.#refusals.get(system) ?? null;
  }

  /**
   * Issues what is due.
   * @returns whether a permit was issued, so that workers must ask for their assignment again
   */
  async renew(models: readonly RunnableModel[]): Promise<boolean> {
    const { db, systems, now, clock } = this.#options;
    this.#models = models;
    const behind = await clock.millisecondsBehind();
    if (behind > 0) {
      for (const { id } of systems) this.#refuse(id, clockSetBack(behind));
      return false;
    }
    const inForce = new Map(
      (await findPermitsInForce(db, instantOf(now()))).map(({ system, id }) => [system, id]),
    );
    const cameras = await readPermittedCameras(db);
    let issued = false;
    for (const system of systems) {
      // What runs no model needs no permit.
      if (system.models.length === 0) continue;
      const own = models.filter(({ id }) => system.models.includes(id));
      const current = await this.#claimsOf(system.id, inForce.get(system.id));
      if (current !== null && !this.#isDue(current, system, own, cameras(system.id))) continue;
      issued = (await this.#issue(system, own)) || issued;
    }
    return issued;
  }

  /**
   * What an AI system would lack for a permit if it were not suspended, one sentence each.
   * @param tx reads the register in the caller's transaction
   */
  async gapsOf(tx: Database, system: string): Promise<string[]> {
    const definition = this.#options.systems.find(({ id }) => id === system);
    if (definition === undefined || definition.models.length === 0) return [];
    const standing = await getSystemStanding(tx, system);
    return permitGaps(
      definition,
      standing && { ...standing, suspension: null },
      presentCombination(definition, this.#models),
      new Date(this.#options.now()),
    );
  }

  async #claimsOf(system: string, permitId: Identifier | undefined): Promise<PermitClaims | null> {
    if (permitId === undefined) return null;
    const known = this.#claims.get(system);
    if (known?.jti === permitId) return known;
    const claims = (await getPermit(this.#options.db, permitId))?.claims ?? null;
    if (claims !== null) this.#claims.set(system, claims);
    return claims;
  }

  #isDue(
    claims: PermitClaims,
    system: AiSystem,
    models: readonly RunnableModel[],
    cameras: readonly Identifier[],
  ): boolean {
    const halfLife = ((claims.iat + claims.exp) / 2) * 1000;
    return (
      this.#options.now() >= halfLife ||
      claims.version !== system.version ||
      claims.configurationDigest !== configurationDigest(system) ||
      !sameMembers(claims.models.map(modelKey), models.map(modelKey)) ||
      !sameMembers(claims.cameras, cameras)
    );
  }

  async #issue(system: AiSystem, models: readonly RunnableModel[]): Promise<boolean> {
    const { db, key, now, logger } = this.#options;
    try {
      const { claims } = await db.transaction().execute(async (tx) => {
        // A suspension that is being written is waited for, so that no permit slips past it.
        await lockSystem(tx, system.id);
        const standing = await getSystemStanding(tx, system.id);
        const cameras = await listPermittedCameras(tx, system.id);
        const permit = await issuePermit({
          system,
          standing,
          models: models.map(({ id, digest }) => ({ id, digest })),
          cameras,
          key,
          now: new Date(now()),
        });
        await this.#record(tx, permit, standing);
        return permit;
      });
      this.#refusals.delete(system.id);
      this.#claims.set(system.id, claims);
      logger.info(
        { system: system.id, permitId: claims.jti, cameras: claims.cameras.length },
        'permit issued',
      );
      return true;
    } catch (error) {
      if (!(error instanceof AmaanError) || error.code !== 'PERMIT_REFUSED') throw error;
      this.#refuse(system.id, error.message);
      return false;
    }
  }

  #refuse(system: string, reason: string): void {
    if (this.#refusals.get(system) === reason) return;
    this.#refusals.set(system, reason);
    this.#options.logger.warn({ system }, `No permit was issued: ${reason}`);
  }

  async #record(
    tx: Database,
    { token, claims }: IssuedPermit,
    standing: SystemStanding | null,
  ): Promise<void> {
    const approvals = standing?.approvals.filter(
      (approval) => approval.configurationDigest === claims.configurationDigest,
    );
    const approvalIds = approvals?.map(({ id }) => id) ?? [];
    const impactAssessmentId = standing?.impactAssessment?.id ?? null;
    await insertPermit(tx, { token, claims, approvalIds, impactAssessmentId });
    const entry = ledgerEntry({
      kind: 'permit.issued',
      at: this.#options.now(),
      actor: 'system:server',
      subject: `permit:${claims.jti}`,
      data: {
        system: claims.sub,
        version: claims.version,
        models: claims.models,
        configurationDigest: claims.configurationDigest,
        cameras: claims.cameras.length,
        purposes: claims.purposes,
        expiresAt: instantOf(claims.exp * 1000),
        approvalIds,
        impactAssessmentId,
      },
    });
    await appendToLedger(tx, [entry]);
  }
}

function modelKey({ id, digest }: { readonly id: string; readonly digest: string }): string {
  return `${id} ${digest}`;
}

function sameMembers(left: readonly string[], right: readonly string[]): boolean {
  const members = new Set(left);
  return members.size === right.length && right.every((member) => members.has(member));
}
