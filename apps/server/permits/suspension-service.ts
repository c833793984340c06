import type { Bus } from '@amaan/bus/bus';
import { digestOfJson } from '@amaan/contracts/digest-of';
import type { RecordAuthor } from '@amaan/contracts/governance/record';
import type { Resumption, Suspension } from '@amaan/contracts/governance/suspension';
import type { Identifier } from '@amaan/contracts/identifier';
import { type Instant, instantOf } from '@amaan/contracts/instant';
import type { LedgerEntry } from '@amaan/contracts/ledger-entry';
import { type Revocation, SUBJECTS } from '@amaan/contracts/worker-messages';
import { getCameraGroup } from '@amaan/store/camera-groups';
import type { Database } from '@amaan/store/open-database';
import { revokeCameras, revokePermits } from '@amaan/store/permits';
import {
  confirmResumption,
  findSuspensionInForce,
  insertSuspension,
  listSuspensions,
  lockSystem,
  type NewSuspension,
  requestResumption,
} from '@amaan/store/suspensions';
import { requireOtherPerson } from '../access/require-other-person.ts';
import { asHttpError, ConflictError, HttpError, NotFoundError } from '../http/http-errors.ts';
import { changeInLedger, type RecordedChange } from '../ledger/change-in-ledger.ts';
import type { ClockGuard } from '../ledger/clock-guard.ts';
import { ledgerEntry } from '../ledger/ledger-entry.ts';
import type { PermitService } from './permit-service.ts';

/** What is to stop, why, and on whose word. */
export type SuspensionOrder = Omit<NewSuspension, 'at'>;

/** A suspension that is written and must still be told to the workers: give it to `announce` after the commit. */
export interface PendingSuspension {
  readonly suspension: Suspension;
  readonly revocations: readonly Revocation[];
}

export interface SuspensionServiceOptions {
  readonly db: Database;
  readonly bus: Bus;
  readonly now: () => number;
  readonly permits: Pick<PermitService, 'gapsOf'>;
  readonly clock: Pick<ClockGuard, 'assertClockForward'>;
  /** Called after a suspension or its end is committed and workers were told. */
  readonly onChanged: () => Promise<void>;
}

/**
 * Stops AI systems, everywhere or on one group of cameras, and lets two people start them again. A suspension,
 * the revocation of its permits and their ledger entries are one transaction; workers are told after it, and
 * one that misses the announcement learns of it with its next assignment.
 */
export class SuspensionService {
  readonly #options: SuspensionServiceOptions;

  constructor(options: SuspensionServiceOptions) {
    this.#options = options;
  }

  /** All suspensions of an AI system that there ever were, the newest first. */
  history(system: string): Promise<Suspension[]> {
    return listSuspensions(this.#options.db, { system });
  }

  /** What is suspended now, of all AI systems. */
  inForce(): Promise<Suspension[]> {
    return listSuspensions(this.#options.db, { inForce: true });
  }

  /**
   * Suspends an AI system; inference stops on every worker within two seconds.
   * @throws NotFoundError `SYSTEM_NOT_FOUND`, `CAMERA_GROUP_NOT_FOUND`; ConflictError `SYSTEM_ALREADY_SUSPENDED`
   */
  async suspend(order: SuspensionOrder): Promise<Suspension> {
    const pending = await changeInLedger(this.#options.db, (tx) => this.suspendIn(tx, order)).catch(
      (error: unknown) => {
        throw asHttpError(error, { SYSTEM_NOT_FOUND: 404 });
      },
    );
    await this.announce(pending);
    return pending.suspension;
  }

  /**
   * `suspend` as a part of the caller's transaction: append the entries to the ledger in it, and give the
   * result to `announce` once it is committed.
   */
  async suspendIn(tx: Database, order: SuspensionOrder): Promise<RecordedChange<PendingSuspension>> {
    const { system, cameraGroupId, reason, by } = order;
    const at = instantOf(this.#options.now());
    await lockSystem(tx, system);
    if (cameraGroupId !== null && (await getCameraGroup(tx, cameraGroupId)) === null)
      throw new NotFoundError('camera group');
    const id = await insertSuspension(tx, { ...order, at });
    if (id === null)
      throw new ConflictError('SYSTEM_ALREADY_SUSPENDED', 'It is suspended already; nothing was changed.');
    const revoked = await this.#revoke(tx, order, id, at);
    const suspension = await findSuspensionInForce(tx, system, cameraGroupId);
    if (suspension === null) throw new Error('A suspension that was just written is not there.');
    return {
      result: {
        suspension,
        revocations: revoked.map(({ permitId, cameras }) => ({ permitId, cameras, system, reason, at })),
      },
      entries: [
        this.#entry('system.suspended', by.actor, suspension, {
          reasonDigest: digestOfJson(reason),
          source: order.source,
          incidentId: order.incidentId,
          permitIds: revoked.map(({ permitId }) => permitId),
        }),
        ...revoked.map(({ permitId, cameras }) =>
          ledgerEntry({
            kind: cameras === null ? 'permit.revoked' : 'permit.cameras-revoked',
            at: Date.parse(at),
            actor: by.actor,
            subject: `permit:${permitId}`,
            data: {
              system,
              suspensionId: id,
              ...(cameras !== null && { cameras: cameras.length, camerasDigest: digestOfJson(cameras) }),
            },
          }),
        ),
      ],
    };
  }

  /** Tells every worker what was revoked, then issues what may still run. Call it after the commit. */
  async announce({ revocations }: PendingSuspension): Promise<void> {
    const { bus, onChanged } = this.#options;
    for (const revocation of revocations) bus.announce(SUBJECTS.revocation, revocation);
    await onChanged();
  }

  /**
   * Asks for the end of a suspension, or, as a second person, confirms it: then it ends and a new permit
   * follows. A request that nobody confirmed lapses after a day and can be made anew.
   *
   * @returns the suspension as it is now, with the request or its confirmation
   * @throws NotFoundError `SYSTEM_NOT_FOUND`; ConflictError `SYSTEM_NOT_SUSPENDED`,
   *   `RESUMPTION_GAPS`, `CLOCK_SET_BACK`
   */
  async resume(order: {
    readonly system: string;
    readonly cameraGroupId: Identifier | null;
    readonly reason: string;
    readonly by: RecordAuthor;
  }): Promise<Suspension> {
    const { db, clock, onChanged } = this.#options;
    await clock.assertClockForward();
    const resumed = await changeInLedger(db, (tx) => this.#resumeIn(tx, order)).catch((error: unknown) => {
      throw asHttpError(error, { SYSTEM_NOT_FOUND: 404 });
    });
    await onChanged();
    return resumed;
  }

  async #resumeIn(
    tx: Database,
    order: Parameters<SuspensionService['resume']>[0],
  ): Promise<RecordedChange<Suspension>> {
    const { system, cameraGroupId, reason, by } = order;
    const at = instantOf(this.#options.now());
    await lockSystem(tx, system);
    const suspension = await findSuspensionInForce(tx, system, cameraGroupId);
    if (suspension === null)
      throw new ConflictError('SYSTEM_NOT_SUSPENDED', 'It is not suspended; nothing was changed.');
    const asked = requestInForce(suspension, at);
    if (asked === null) {
      await requestResumption(tx, suspension.id, { by, reason, at });
      return this.#resumption(tx, 'system.resume-requested', suspension, by, reason);
    }
    requireOtherPerson(by, [asked.requested.by]);
    const gaps = await this.#options.permits.gapsOf(tx, system);
    if (gaps.length > 0)
      throw new HttpError(
        409,
        'RESUMPTION_GAPS',
        `It stays suspended, for it could not run: ${gaps.join(' ')}`,
      );
    await confirmResumption(tx, { id: asked.id, suspensionId: suspension.id }, { by, reason, at });
    return this.#resumption(tx, 'system.resumed', suspension, by, reason);
  }

  async #resumption(
    tx: Database,
    kind: string,
    before: Suspension,
    by: RecordAuthor,
    reason: string,
  ): Promise<RecordedChange<Suspension>> {
    const all = await listSuspensions(tx, { system: before.system });
    const suspension = all.find(({ id }) => id === before.id) ?? before;
    const resumptionId = suspension.resumptions.at(-1)?.id ?? null;
    const data = { reasonDigest: digestOfJson(reason), resumptionId };
    return { result: suspension, entries: [this.#entry(kind, by.actor, suspension, data)] };
  }

  async #revoke(
    tx: Database,
    { system, cameraGroupId, reason }: SuspensionOrder,
    suspensionId: Identifier,
    at: Instant,
  ): Promise<{ permitId: Identifier; cameras: Identifier[] | null }[]> {
    if (cameraGroupId !== null) return revokeCameras(tx, { system, suspensionId, cameraGroupId, at });
    const permitIds = await revokePermits(tx, { system, reason, at });
    return permitIds.map((permitId) => ({ permitId, cameras: null }));
  }

  #entry(kind: string, actor: string, suspension: Suspension, data: LedgerEntry['data']): LedgerEntry {
    return ledgerEntry({
      kind,
      at: this.#options.now(),
      actor,
      subject: `system:${suspension.system}`,
      data: { suspensionId: suspension.id, cameraGroupId: suspension.cameraGroup?.id ?? null, ...data },
    });
  }
}

/** The request to resume that another person may still confirm, or null. */
function requestInForce({ resumptions }: Suspension, at: Instant): Resumption | null {
  return resumptions.find(({ confirmed, lapsesAt }) => confirmed === null && at < lapsesAt) ?? null;
}
