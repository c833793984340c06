import { newIdentifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import type { LedgerEntry } from '@amaan/contracts/ledger-entry';
import type { CaseHold, HoldReason, RegistryCheck } from '@amaan/contracts/violations/violation-case';
import type { Database } from '@amaan/store/open-database';
import { countIntake } from '@amaan/store/violations/suspicions';
import {
  type CaseMatter,
  changeViolationCase,
  insertDecision,
  type StoredViolationCase,
} from '@amaan/store/violations/violation-cases';
import type { IncidentReporter } from '../../incidents/incident-reporter.ts';
import { ledgerEntry } from '../../ledger/ledger-entry.ts';
import { findPlateRead } from '../intake/find-plate-read.ts';
import type { ChallanActor, ChallanService } from '../issue/challan-service.ts';
import { signalDoubt } from '../issue/prove-signal.ts';
import type { LawBook } from '../laws/law-book.ts';
import { hotlistHolds } from '../registry-check/hotlisted.ts';
import { fineClass, type RegistryAnswer, type RegistryChecker } from '../registry-check/registry-check.ts';
import { twoVehicles } from '../registry-check/two-vehicles.ts';

export interface CaseIssueOptions {
  readonly registry: RegistryChecker;
  readonly laws: LawBook;
  readonly challans: ChallanService;
  readonly incidents: Pick<IncidentReporter, 'reportIn'>;
  readonly now: () => number;
}

export interface ConfirmedCase {
  readonly of: StoredViolationCase;
  readonly matter: CaseMatter;
  readonly by: ChallanActor;
  /** The registry's answer of this moment. */
  readonly answer: RegistryAnswer;
  /** Reasons to hold that a supervisor has looked at. */
  readonly accepted: readonly HoldReason[];
}

/**
 * What happens when people have confirmed a case: the server looks once more itself, right before the challan, at what may
 * have come since: the signal's log, the registry, the same plate elsewhere, a hotlist, the law. Then it is issued, held, or
 * rejected as not proven.
 */
export class CaseIssue {
  readonly #options: CaseIssueOptions;

  constructor(options: CaseIssueOptions) {
    this.#options = options;
  }

  /** All of it in the caller's transaction. @returns what the ledger has to say of it */
  async finish(tx: Database, confirmed: ConfirmedCase): Promise<LedgerEntry[]> {
    const { of, matter, by, answer, accepted } = confirmed;
    const { registry, laws, challans, now } = this.#options;
    const doubt = await signalDoubt(tx, matter.observation, now());
    if (doubt !== null) return this.#reject(tx, of, doubt);
    const { check, holds } = registry.compare(matter.plate, matter.vehicle, answer);
    const read = await findPlateRead(tx, matter.observation);
    if (read !== null) holds.push(...(await twoVehicles(tx, read)), ...(await hotlistHolds(tx, read)));
    const open = holds.filter(({ reason }) => !accepted.includes(reason));
    const found = laws.find({
      ...{ kind: of.kind, at: of.occurredAt, simulated: of.simulated },
      class: fineClass(check, matter.vehicle.class ?? matter.observation.object.class),
    });
    if ('missing' in found) open.push({ reason: 'no-law', detail: found.missing });
    if (open.length > 0 || 'missing' in found) return this.#hold(tx, of, open, check);
    await changeViolationCase(tx, of.id, {
      ...{ state: 'confirmed', decidedAt: instantOf(now()), holds: [], registry: check },
    });
    const { entry } = await challans.issueIn(tx, of, { plate: matter.plate, found, by });
    return [entry];
  }

  async #hold(
    tx: Database,
    of: StoredViolationCase,
    holds: readonly CaseHold[],
    registry: RegistryCheck | null,
  ): Promise<LedgerEntry[]> {
    await changeViolationCase(tx, of.id, { state: 'held', holds, registry });
    return [this.#entry(of, 'violation-case.held', { holds: holds.map(({ reason }) => reason) })];
  }

  /** Counted, and an incident: a camera or a signal is set wrongly, and its other cases are doubtful too. */
  async #reject(tx: Database, of: StoredViolationCase, doubt: string): Promise<LedgerEntry[]> {
    const at = instantOf(this.#options.now());
    await changeViolationCase(tx, of.id, {
      ...{ state: 'rejected', holds: [], rejectReason: 'not-proven', decidedAt: at },
    });
    await insertDecision(tx, of.id, {
      ...{ id: newIdentifier(), step: 'server', decision: 'reject', reason: 'not-proven', note: doubt, at },
      ...{ by: null, byName: null, person: null },
    });
    await countIntake(tx, { cameraId: of.cameraId, kind: of.kind, outcome: 'not-proven', at });
    const { entries } = await this.#options.incidents.reportIn(tx, {
      system: 'traffic-violations',
      title: 'A confirmed violation was not proven',
      incident: {
        ...{ source: 'self-check', severity: 'high', detectedAt: at, cameraGroupId: null },
        key: `not-proven ${of.cameraId}`,
        what: `People confirmed a violation on the camera “${of.cameraName}”, and the server found it not proven right before the challan: ${doubt} Nothing was issued. Look at the camera’s plan, its clock and the signal before more of its cases are reviewed.`,
        facts: { cameraId: of.cameraId, caseId: of.id, kind: of.kind },
      },
    });
    return [this.#entry(of, 'violation-case.not-proven', { doubt }), ...entries];
  }

  #entry(of: StoredViolationCase, kind: string, data: LedgerEntry['data']): LedgerEntry {
    const subject = `violation-case:${of.id}`;
    return ledgerEntry({ kind, at: this.#options.now(), actor: 'system:server', subject, data });
  }
}
