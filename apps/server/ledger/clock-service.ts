import type { ClockState } from '@amaan/contracts/api/clock-state';
import { digestOfJson } from '@amaan/contracts/digest-of';
import type { RecordAuthor } from '@amaan/contracts/governance/record';
import { instantOf } from '@amaan/contracts/instant';
import type { LedgerEntry } from '@amaan/contracts/ledger-entry';
import {
  type ClockRequest,
  confirmClock,
  findClockRequest,
  insertClockRequest,
  lockClock,
  revokePermitsFromAhead,
} from '@amaan/store/clock-acceptances';
import { findOpenIncident } from '@amaan/store/incidents';
import type { Database } from '@amaan/store/open-database';
import { requireOtherPerson } from '../access/require-other-person.ts';
import { ConflictError } from '../http/http-errors.ts';
import type { RecordService } from '../records/record-service.ts';
import { changeInLedger } from './change-in-ledger.ts';
import { CLOCK_INCIDENT, type ClockGuard } from './clock-guard.ts';
import { ledgerEntry } from './ledger-entry.ts';

/** A request that nobody confirms lapses after this time. */
const LAPSE_MS = 60 * 60_000;

export interface ClockServiceOptions {
  readonly db: Database;
  readonly guard: Pick<ClockGuard, 'millisecondsBehind' | 'startFrom'>;
  readonly records: Pick<RecordService, 'signIn'>;
  readonly now: () => number;
  /** Called after the present time was accepted, so that permits are issued again. */
  readonly onChanged: () => Promise<void>;
}

/** The way out when the clock ran ahead and is right again: two people accept the present time. */
export class ClockService {
  readonly #options: ClockServiceOptions;

  constructor(options: ClockServiceOptions) {
    this.#options = options;
  }

  /** How the clock stands to what was seen before, and who asked to go on by it. */
  async state(): Promise<ClockState> {
    const { db, guard, now } = this.#options;
    const behindMs = await guard.millisecondsBehind();
    const at = now();
    const request = behindMs === 0 ? null : await this.#pending(db, at);
    return {
      clock: instantOf(at),
      seen: instantOf(at + behindMs),
      behindMs,
      request: request && {
        by: request.by,
        at: request.at,
        reason: request.reason,
        lapsesAt: instantOf(Date.parse(request.at) + LAPSE_MS),
      },
    };
  }

  /**
   * Asks to go on by the present time; or, as a second person within the hour, confirms it: from then on the
   * later times that were seen before count for nothing, and permits that were issued ahead of time are revoked.
   * @throws ConflictError `CLOCK_NOT_BEHIND`; HttpError 403 `FOUR_EYES`
   */
  async accept(reason: string, by: RecordAuthor): Promise<ClockState> {
    const { db, guard, now, onChanged } = this.#options;
    const behindMs = await guard.millisecondsBehind();
    if (behindMs === 0)
      throw new ConflictError('CLOCK_NOT_BEHIND', 'The clock is not behind; there is nothing to accept.');
    const at = now();
    const confirmed = await changeInLedger(db, async (tx) => {
      await lockClock(tx);
      const entry = (kind: string, data: LedgerEntry['data']) =>
        ledgerEntry({
          kind,
          at,
          actor: by.actor,
          subject: 'clock:server',
          data: { ...data, behindMs: Math.round(behindMs), reasonDigest: digestOfJson(reason) },
        });
      const request = await this.#pending(tx, at);
      if (request === null) {
        const id = await insertClockRequest(tx, { at: instantOf(at), by, reason });
        return { result: false, entries: [entry('clock.accept-requested', { request: id })] };
      }
      requireOtherPerson(by, [request.by]);
      await confirmClock(tx, request.id, { at: instantOf(at), by });
      const revoked = await revokePermitsFromAhead(tx, instantOf(at));
      const permits = revoked.map(({ id }) => id);
      const noted = await this.#note(tx, reason, by);
      return {
        result: true,
        entries: [entry('clock.accepted', { request: request.id, permits }), ...noted],
      };
    });
    if (confirmed) {
      guard.startFrom(at);
      await onChanged();
    }
    return this.state();
  }

  #pending(db: Database, at: number): Promise<ClockRequest | null> {
    return findClockRequest(db, instantOf(at - LAPSE_MS), instantOf(at));
  }

  /** The incident stays open until people say why the clock was wrong; what was decided stands on it. */
  async #note(tx: Database, statement: string, by: RecordAuthor): Promise<LedgerEntry[]> {
    const incident = await findOpenIncident(tx, CLOCK_INCIDENT);
    if (incident === null) return [];
    const signing = { version: incident.version, meaning: 'clock-accepted', by, statement };
    return (await this.#options.records.signIn(tx, incident.id, signing, { status: incident.status }))
      .entries;
  }
}
