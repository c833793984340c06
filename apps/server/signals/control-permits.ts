import type { AiSystem } from '@amaan/contracts/ai-system';
import { type Identifier, newIdentifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import type { LedgerEntry } from '@amaan/contracts/ledger-entry';
import { AmaanError } from '@amaan/contracts/problem';
import type { Revocation } from '@amaan/contracts/worker-messages';
import { presentCombination } from '@amaan/governance/combination';
import { configurationDigest } from '@amaan/governance/permits/configuration-digest';
import { issuePermit } from '@amaan/governance/permits/issue-permit';
import { permitGaps } from '@amaan/governance/permits/permit-gaps';
import type { PermitSigningKey } from '@amaan/governance/permits/permit-keys';
import type { Database } from '@amaan/store/open-database';
import { insertPermit } from '@amaan/store/permits';
import {
  type ControlPermit,
  listControlPermits,
  revokeControlPermits,
} from '@amaan/store/signals/control-permits';
import { listJunctions, lockJunctions, type StoredJunction } from '@amaan/store/signals/junctions';
import { insertSignalEvents } from '@amaan/store/signals/signal-history';
import { lockSystem } from '@amaan/store/suspensions';
import { getSystemStanding } from '@amaan/store/system-standing';
import type { Logger } from 'pino';
import { changeInLedger } from '../ledger/change-in-ledger.ts';
import { type ClockGuard, clockSetBack } from '../ledger/clock-guard.ts';
import type { RunnableModel } from '../permits/runnable-model.ts';
import { SIGNAL_UPKEEP, type SignalActor, signalEntry } from './signal-entry.ts';

export interface ControlPermitsOptions {
  readonly db: Database;
  readonly key: PermitSigningKey;
  /** `traffic-management`, as the code has it. */
  readonly system: AiSystem;
  readonly modelsAtHand: () => readonly RunnableModel[];
  readonly clock: Pick<ClockGuard, 'millisecondsBehind'>;
  readonly now: () => number;
  readonly logger: Logger;
}

/**
 * Permits to control junctions: one for each, so that taking one back touches no other. One is issued only while the
 * junction's mode is `control`, two people's approval of it is in force, it does not contradict itself, and its AI system
 * lacks nothing; it never outlives the approval.
 */
export class ControlPermits {
  readonly #options: ControlPermitsOptions;
  #refusals: ReadonlyMap<Identifier, string> = new Map();

  constructor(options: ControlPermitsOptions) {
    this.#options = options;
  }

  /** Why a junction that is to be controlled has no permit, in one sentence; null: it has one, or is not to be controlled. */
  refusalOf(junctionId: Identifier): string | null {
    return this.#refusals.get(junctionId) ?? null;
  }

  /** What the AI system lacks, one sentence each. */
  async gaps(tx: Database): Promise<string[]> {
    const { system, modelsAtHand, now } = this.#options;
    const standing = await getSystemStanding(tx, system.id);
    return permitGaps(system, standing, presentCombination(system, modelsAtHand()), new Date(now()));
  }

  /**
   * Issues what is due.
   * @returns whether a permit was issued, so that the process must ask for its assignment again
   */
  async renew(): Promise<boolean> {
    const { db, clock, now, logger } = this.#options;
    const at = instantOf(now());
    const controlled = (await listJunctions(db, 'all', at)).filter(({ mode }) => mode === 'control');
    if (controlled.length === 0) {
      this.#refusals = new Map();
      return false;
    }
    const behind = await clock.millisecondsBehind();
    const inForce = await listControlPermits(db, at);
    const refusals = new Map<Identifier, string>();
    let issued = false;
    for (const junction of controlled) {
      if (!this.#isDue(inForce.get(junction.id) ?? null, junction)) continue;
      try {
        if (behind > 0) throw new AmaanError('PERMIT_REFUSED', clockSetBack(behind));
        await this.#issue(junction);
        issued = true;
      } catch (error) {
        if (!(error instanceof AmaanError) || error.code !== 'PERMIT_REFUSED') throw error;
        refusals.set(junction.id, error.message);
        if (this.#refusals.get(junction.id) !== error.message)
          logger.warn({ junction: junction.id }, `No permit to control it was issued: ${error.message}`);
      }
    }
    this.#refusals = refusals;
    return issued;
  }

  /** Takes the permits of junctions back, in the caller's transaction; tell the process after it. */
  async revokeIn(
    tx: Database,
    junctions: readonly Identifier[],
    reason: string,
    by: SignalActor,
  ): Promise<{ revocations: Revocation[]; entries: LedgerEntry[] }> {
    const at = instantOf(this.#options.now());
    const revoked = await revokeControlPermits(tx, { junctions, reason, at });
    return {
      revocations: revoked.map(({ permitId, system }) => ({ permitId, cameras: null, system, reason, at })),
      entries: revoked.map(({ permitId, system }) =>
        signalEntry('permit.revoked', `permit:${permitId}`, Date.parse(at), by, { system }),
      ),
    };
  }

  #isDue(permit: ControlPermit | null, junction: StoredJunction): boolean {
    if (permit === null) return true;
    const { iat, exp, version, configurationDigest: digest } = permit.claims;
    const { system, now } = this.#options;
    const isLastOfApproval =
      junction.approvedUntil !== null && exp === Math.floor(Date.parse(junction.approvedUntil) / 1000);
    return (
      (now() >= ((iat + exp) / 2) * 1000 && !isLastOfApproval) ||
      version !== system.version ||
      digest !== configurationDigest(system)
    );
  }

  async #issue({ id }: StoredJunction): Promise<void> {
    const { db, key, system, modelsAtHand, now } = this.#options;
    await changeInLedger(db, async (tx) => {
      // Suspensions, and changes of the junction, that are being written are waited for.
      await lockSystem(tx, system.id);
      await lockJunctions(tx, [id]);
      const at = now();
      const junction = (await listJunctions(tx, 'all', instantOf(at))).find((one) => one.id === id);
      if (junction === undefined || junction.mode !== 'control' || junction.contradictions.length > 0)
        throw new AmaanError('PERMIT_REFUSED', 'It is not to be controlled any more.');
      if (junction.approvedUntil === null)
        throw new AmaanError(
          'PERMIT_REFUSED',
          `No approval of two people to control it with ${junction.controller} is in force.`,
        );
      const standing = await getSystemStanding(tx, system.id);
      const permit = await issuePermit({
        system,
        standing,
        models: presentCombination(system, modelsAtHand()).models,
        cameras: [],
        junctions: [id],
        notAfter: new Date(junction.approvedUntil),
        key,
        now: new Date(at),
      });
      const { claims } = permit;
      const approvalIds =
        standing?.approvals
          .filter((approval) => approval.configurationDigest === claims.configurationDigest)
          .map((approval) => approval.id) ?? [];
      const impactAssessmentId = standing?.impactAssessment?.id ?? null;
      await insertPermit(tx, { ...permit, approvalIds, impactAssessmentId });
      const data = {
        system: claims.sub,
        version: claims.version,
        models: claims.models,
        configurationDigest: claims.configurationDigest,
        junctions: [id],
        purposes: claims.purposes,
        expiresAt: instantOf(claims.exp * 1000),
        approvalIds,
        impactAssessmentId,
      };
      const text = `It may be controlled until ${instantOf(claims.exp * 1000)}, if nobody says otherwise.`;
      await insertSignalEvents(tx, [
        {
          ...{ id: newIdentifier(), junctionId: id, at: instantOf(at), kind: 'permit' as const },
          ...{ code: 'PERMIT_ISSUED', text, by: SIGNAL_UPKEEP.name },
        },
      ]);
      const entry = signalEntry('permit.issued', `permit:${claims.jti}`, at, SIGNAL_UPKEEP, data);
      return { result: undefined, entries: [entry] };
    });
  }
}
