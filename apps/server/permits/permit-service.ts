import type { AiSystem } from '@amaan/contracts/ai-system';
import type { Identifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import { AmaanError } from '@amaan/contracts/problem';
import { configurationDigest } from '@amaan/governance/permits/configuration-digest';
import { type IssuedPermit, issuePermit } from '@amaan/governance/permits/issue-permit';
import type { PermitSigningKey } from '@amaan/governance/permits/permit-keys';
import type { SystemStanding } from '@amaan/governance/system-standing';
import { appendToLedger } from '@amaan/store/ledger-store';
import type { Database } from '@amaan/store/open-database';
import { insertPermit, listPermitsInForce, type StoredPermit } from '@amaan/store/permits';
import { getSystemStanding } from '@amaan/store/system-standing';
import type { Logger } from 'pino';
import { ledgerEntry } from '../ledger/ledger-entry.ts';
import type { RunnableModel } from './runnable-model.ts';

export interface PermitServiceOptions {
  readonly db: Database;
  readonly key: PermitSigningKey;
  readonly systems: readonly AiSystem[];
  readonly now: () => number;
  readonly logger: Logger;
}

/**
 * Issues permits: of each AI system one that covers its models and all cameras as they are. A permit is
 * replaced when what it covers has changed or half of its life is over; the one before runs out by itself.
 */
export class PermitService {
  readonly #options: PermitServiceOptions;
  readonly #refusals = new Map<string, string>();

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
    const { db, systems, now } = this.#options;
    const cameras = await listCameraIds(db);
    const inForce = await listPermitsInForce(db, instantOf(now()));
    let issued = false;
    for (const system of systems) {
      const current = inForce.find((permit) => permit.system === system.id);
      const own = models.filter(({ id }) => system.models.includes(id));
      if (current !== undefined && !this.#isDue(current, system, own, cameras)) continue;
      issued = (await this.#issue(system, own, cameras)) || issued;
    }
    return issued;
  }

  #isDue(
    { claims }: StoredPermit,
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

  async #issue(
    system: AiSystem,
    models: readonly RunnableModel[],
    cameras: readonly Identifier[],
  ): Promise<boolean> {
    const { db, key, now, logger } = this.#options;
    try {
      const { claims } = await db.transaction().execute(async (tx) => {
        // A suspension that is being written is waited for, so that no permit slips past it.
        await tx.selectFrom('ai_system').select('id').where('id', '=', system.id).forUpdate().execute();
        const standing = await getSystemStanding(tx, system.id);
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
      logger.info({ system: system.id, permitId: claims.jti, cameras: cameras.length }, 'permit issued');
      return true;
    } catch (error) {
      if (!(error instanceof AmaanError) || error.code !== 'PERMIT_REFUSED') throw error;
      if (this.#refusals.get(system.id) !== error.message)
        logger.warn({ system: system.id }, `No permit was issued: ${error.message}`);
      this.#refusals.set(system.id, error.message);
      return false;
    }
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

async function listCameraIds(db: Database): Promise<Identifier[]> {
  const rows = await db
    .selectFrom('camera')
    .select('id')
    .where('deleted_at', 'is', null)
    .orderBy('id')
    .execute();
  return rows.map(({ id }) => id);
}

function modelKey({ id, digest }: { readonly id: string; readonly digest: string }): string {
  return `${id} ${digest}`;
}

function sameMembers(left: readonly string[], right: readonly string[]): boolean {
  const members = new Set(left);
  return members.size === right.length && right.every((member) => members.has(member));
}
