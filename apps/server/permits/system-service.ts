import type { Bus } from '@amaan/bus/bus';
import type { SystemView } from '@amaan/contracts/api/system-view';
import { digestOfJson } from '@amaan/contracts/digest';
import { instantOf } from '@amaan/contracts/instant';
import { type Revocation, SUBJECTS } from '@amaan/contracts/worker-messages';
import { appendToLedger } from '@amaan/store/ledger-store';
import type { Database } from '@amaan/store/open-database';
import { revokePermits } from '@amaan/store/permits';
import { resumeSystem, suspendSystem } from '@amaan/store/systems';
import type { Principal } from '../access/decide.ts';
import { asHttpError, ConflictError, NotFoundError } from '../http/http-errors.ts';
import { ledgerEntry } from '../ledger/ledger-entry.ts';
import type { PermitService } from './permit-service.ts';
import { readSystemViews } from './read-system-views.ts';

export interface SystemServiceOptions {
  readonly db: Database;
  readonly bus: Bus;
  readonly now: () => number;
  readonly permits: Pick<PermitService, 'refusalOf'>;
  /** Called after a suspension or its end is committed and workers were told. */
  readonly onChanged: () => Promise<void>;
}

/** The register of AI systems: what people see of it, and how they stop one. */
export class SystemService {
  readonly #options: SystemServiceOptions;

  constructor(options: SystemServiceOptions) {
    this.#options = options;
  }

  async list(): Promise<SystemView[]> {
    const { db, permits } = this.#options;
    return readSystemViews(db, (system) => permits.refusalOf(system));
  }

  /**
   * Suspends an AI system and revokes its permits, in one transaction with the ledger; then tells workers.
   * @throws NotFoundError `SYSTEM_NOT_FOUND`; ConflictError `SYSTEM_ALREADY_SUSPENDED`
   */
  async suspend(id: string, reason: string, by: Principal): Promise<SystemView> {
    const { db, bus, now, onChanged } = this.#options;
    const at = now();
    const revoked = await db
      .transaction()
      .execute(async (tx) => {
        const suspended = await suspendSystem(tx, id, { at: instantOf(at), by: by.name, reason });
        if (!suspended)
          throw new ConflictError(
            'SYSTEM_ALREADY_SUSPENDED',
            'It is suspended already; nothing was changed.',
          );
        const permitIds = await revokePermits(tx, { system: id, reason, at: instantOf(at) });
        const actor = `user:${by.id}`;
        await appendToLedger(tx, [
          ledgerEntry({
            kind: 'system.suspended',
            at,
            actor,
            subject: `system:${id}`,
            data: { reasonDigest: digestOfJson(reason), permitIds },
          }),
          ...permitIds.map((permitId) =>
            ledgerEntry({
              kind: 'permit.revoked',
              at,
              actor,
              subject: `permit:${permitId}`,
              data: { system: id },
            }),
          ),
        ]);
        return permitIds;
      })
      .catch((error: unknown) => {
        throw asHttpError(error, { SYSTEM_NOT_FOUND: 404 });
      });
    for (const permitId of revoked) {
      const revocation: Revocation = { permitId, system: id, reason, at: instantOf(at) };
      bus.announce(SUBJECTS.revocation, revocation);
    }
    await onChanged();
    return this.#view(id);
  }

  /**
   * Ends a suspension; a new permit follows.
   * @throws NotFoundError `SYSTEM_NOT_FOUND`; ConflictError `SYSTEM_NOT_SUSPENDED`
   */
  async resume(id: string, reason: string, by: Principal): Promise<SystemView> {
    const { db, now, onChanged } = this.#options;
    await db
      .transaction()
      .execute(async (tx) => {
        if (!(await resumeSystem(tx, id)))
          throw new ConflictError('SYSTEM_NOT_SUSPENDED', 'It is not suspended; nothing was changed.');
        const entry = ledgerEntry({
          kind: 'system.resumed',
          at: now(),
          actor: `user:${by.id}`,
          subject: `system:${id}`,
          data: { reasonDigest: digestOfJson(reason) },
        });
        await appendToLedger(tx, [entry]);
      })
      .catch((error: unknown) => {
        throw asHttpError(error, { SYSTEM_NOT_FOUND: 404 });
      });
    await onChanged();
    return this.#view(id);
  }

  async #view(id: string): Promise<SystemView> {
    const view = (await this.list()).find((system) => system.id === id);
    if (view === undefined) throw new NotFoundError('system');
    return view;
  }
}
