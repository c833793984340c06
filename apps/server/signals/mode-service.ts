import { digestOfJson } from '@amaan/contracts/digest-of';
import { type Identifier, newIdentifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import type { LedgerEntry } from '@amaan/contracts/ledger-entry';
import type { FixedPlanOrder, ModeChange, SignalEvent } from '@amaan/contracts/traffic/junction-record';
import type { SignalMode } from '@amaan/contracts/traffic/signal-decision';
import type { Revocation } from '@amaan/contracts/worker-messages';
import type { Database } from '@amaan/store/open-database';
import { lockJunctions, type StoredJunction, setMode } from '@amaan/store/signals/junctions';
import { insertSignalEvents } from '@amaan/store/signals/signal-history';
import type { Principal } from '../access/decide.ts';
import { ConflictError } from '../http/http-errors.ts';
import { changeInLedger, type RecordedChange } from '../ledger/change-in-ledger.ts';
import type { ControlPermits } from './control-permits.ts';
import { requireJunction } from './require-junction.ts';
import type { SignalChanges } from './signal-changes.ts';
import { type SignalActor, signalActor, signalEntry } from './signal-entry.ts';

export interface ModeServiceOptions {
  readonly db: Database;
  readonly permits: ControlPermits;
  readonly changes: SignalChanges;
  readonly now: () => number;
}

/** How far signal control goes at each junction, and the way back. */
export class ModeService {
  readonly #options: ModeServiceOptions;

  constructor(options: ModeServiceOptions) {
    this.#options = options;
  }

  /**
   * Sets a junction's mode. Control needs an approval of two people in force for it and its controller, an output, and a
   * definition that does not contradict itself; its permit follows at once.
   * @throws NotFoundError `JUNCTION_NOT_FOUND`; ConflictError `MODE_UNCHANGED`, `JUNCTION_CONTRADICTION`,
   *   `OUTPUT_MISSING`, `CONTROL_NOT_APPROVED`, `SYSTEM_NOT_READY`
   */
  async set(id: Identifier, { mode, reason }: ModeChange, by: Principal): Promise<void> {
    const { db, changes, permits } = this.#options;
    const revocations = await changeInLedger(db, async (tx) => {
      const junction = await this.#locked(tx, id, by);
      if (junction.mode === mode)
        throw new ConflictError('MODE_UNCHANGED', `Its mode is ${mode} already; nothing was changed.`);
      if (mode === 'control') await this.#assertControllable(tx, junction);
      return this.moveIn(tx, [junction], mode, reason, signalActor(by));
    });
    if (mode === 'control') {
      await permits.renew();
      changes.changed();
    } else changes.fixedPlan([id], revocations, reason);
  }

  /**
   * Returns a junction to its fixed plan at once, whatever leads it: a controller or an emergency wave. It never refuses,
   * also where it runs its fixed plan already.
   * @throws NotFoundError `JUNCTION_NOT_FOUND`
   */
  async fixedPlan(id: Identifier, { reason }: FixedPlanOrder, by: Principal): Promise<void> {
    const { db, changes, now } = this.#options;
    const actor = signalActor(by);
    const revocations = await changeInLedger(db, async (tx) => {
      const junction = await this.#locked(tx, id, by);
      const moved =
        junction.mode === 'control'
          ? await this.moveIn(tx, [junction], 'advise', reason, actor)
          : { result: [], entries: [] };
      await insertSignalEvents(tx, [this.#event(id, 'fixed-plan', 'BUTTON', reason, actor)]);
      const data = { before: junction.mode, reasonDigest: digestOfJson(reason) };
      const entry = signalEntry('signal.fixed-plan', `junction:${id}`, now(), actor, data);
      return { result: moved.result, entries: [entry, ...moved.entries] };
    });
    changes.fixedPlan([id], revocations, reason);
  }

  /**
   * Moves junctions to a mode in the caller's transaction, which has locked them; what allowed control is taken back.
   * @returns what to tell the process once it is committed
   */
  async moveIn(
    tx: Database,
    junctions: readonly StoredJunction[],
    mode: SignalMode,
    reason: string,
    by: SignalActor,
  ): Promise<RecordedChange<Revocation[]>> {
    const { permits, now } = this.#options;
    const at = now();
    const ids = junctions.map(({ id }) => id);
    await setMode(tx, ids, mode, instantOf(at));
    await insertSignalEvents(
      tx,
      ids.map((id) => this.#event(id, 'mode', mode, reason, by)),
    );
    const revoked =
      mode === 'control' ? { revocations: [], entries: [] } : await permits.revokeIn(tx, ids, reason, by);
    const entries: LedgerEntry[] = junctions.map((junction) =>
      signalEntry('signal.mode-changed', `junction:${junction.id}`, at, by, {
        ...{ from: junction.mode, to: mode, controller: junction.controller, version: junction.version },
        reasonDigest: digestOfJson(reason),
      }),
    );
    return { result: revoked.revocations, entries: [...entries, ...revoked.entries] };
  }

  async #assertControllable(tx: Database, junction: StoredJunction): Promise<void> {
    const [contradiction] = junction.contradictions;
    if (contradiction !== undefined)
      throw new ConflictError(
        'JUNCTION_CONTRADICTION',
        `It stays on its fixed plan, for its definition contradicts itself: ${contradiction}`,
      );
    if (junction.output === 'none')
      throw new ConflictError(
        'OUTPUT_MISSING',
        'It has no output: an administrator says first where its signal is. Nothing was changed.',
      );
    if (junction.approvedUntil === null)
      throw new ConflictError(
        'CONTROL_NOT_APPROVED',
        `No approval to control it with ${junction.controller} is in force; ask for one first. Nothing was changed.`,
      );
    const gaps = await this.#options.permits.gaps(tx);
    if (gaps.length > 0)
      throw new ConflictError('SYSTEM_NOT_READY', `It cannot be controlled now: ${gaps.join(' ')}`);
  }

  async #locked(tx: Database, id: Identifier, by: Principal): Promise<StoredJunction> {
    await lockJunctions(tx, [id]);
    return requireJunction(tx, id, by, this.#options.now());
  }

  #event(
    junctionId: Identifier,
    kind: SignalEvent['kind'],
    code: string,
    text: string,
    by: SignalActor,
  ): SignalEvent {
    const at = instantOf(this.#options.now());
    return { id: newIdentifier(), junctionId, at, kind, code, text, by: by.name };
  }
}
