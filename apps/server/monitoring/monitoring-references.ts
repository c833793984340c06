import { digestOfJson } from '@amaan/contracts/digest-of';
import { newIdentifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import type { MonitoringReference, ReferenceInput } from '@amaan/contracts/monitoring';
import type { Measured } from '@amaan/governance-monitoring/derive-figures';
import { listInputHours, listMonitoredHours } from '@amaan/store/monitoring';
import {
  insertReference,
  listUnreferencedPairs,
  type StoredReference,
} from '@amaan/store/monitoring-references';
import type { Database } from '@amaan/store/open-database';
import type { Principal } from '../access/decide.ts';
import { HttpError } from '../http/http-errors.ts';
import { changeInLedger } from '../ledger/change-in-ledger.ts';
import { ledgerEntry } from '../ledger/ledger-entry.ts';
import { HOUR_MS, hourOf, joinHours } from './read-situations.ts';

const WEEK_MS = 7 * 24 * HOUR_MS;

/** What the present is compared with: the first full week of a pair, or the hours that a person pinned. */
export class MonitoringReferences {
  readonly #db: Database;
  readonly #now: () => number;

  constructor(options: { readonly db: Database; readonly now: () => number }) {
    this.#db = options.db;
    this.#now = options.now;
  }

  /**
   * Pins hours as the reference of a pair. The ones before stay on record.
   * @throws HttpError 422 `REFERENCE_EMPTY` when nothing was reported in these hours
   */
  async pin(input: ReferenceInput, by: Principal): Promise<MonitoringReference> {
    const from = instantOf(hourOf(Date.parse(input.from)));
    const to = instantOf(Math.ceil(Date.parse(input.to) / HOUR_MS) * HOUR_MS);
    const reference = await this.#measure({ ...input, from, to }, by.name, input.reason);
    if (reference.body.volume === 0)
      throw new HttpError(
        422,
        'REFERENCE_EMPTY',
        'Nothing was reported in these hours, so they can be no reference; the one before stays.',
      );
    await this.#write(reference, `user:${by.id}`);
    const { body: _, reason: __, ...view } = reference;
    return view;
  }

  /** Gives every pair that has run for a week its first full week as the reference. */
  async pinFirstWeeks(): Promise<void> {
    const begin = instantOf(hourOf(this.#now()) - WEEK_MS);
    for (const pair of await listUnreferencedPairs(this.#db, begin)) {
      const from = pair.firstHour;
      const to = instantOf(Date.parse(from) + WEEK_MS);
      const reason = 'The first full week, since nobody chose another reference.';
      await this.#write(await this.#measure({ ...pair, from, to }, 'Amaan', reason), 'system:server');
    }
  }

  async #measure(
    { system, groupId, simulated, from, to }: Omit<ReferenceInput, 'reason'>,
    pinnedBy: string,
    reason: string,
  ): Promise<StoredReference<Measured>> {
    const outputs = await listMonitoredHours(this.#db, { from, to, system, groupId, simulated });
    const inputs = await listInputHours(this.#db, { from, to, groupId, simulated });
    const hours = (Math.min(Date.parse(to), this.#now()) - Date.parse(from)) / HOUR_MS;
    const id = newIdentifier();
    const pinnedAt = instantOf(this.#now());
    const body = joinHours(outputs, inputs, hours);
    return { id, system, groupId, simulated, from, to, pinnedAt, pinnedBy, reason, body };
  }

  #write(reference: StoredReference<Measured>, actor: string): Promise<void> {
    const { id, system, groupId, simulated, from, to } = reference;
    return changeInLedger(this.#db, async (tx) => {
      await insertReference(tx, reference);
      const entry = ledgerEntry({
        kind: 'monitoring.reference-pinned',
        at: this.#now(),
        actor,
        subject: `monitoring-reference:${id}`,
        data: { system, cameraGroupId: groupId, simulated, from, to, digest: digestOfJson(reference.body) },
      });
      return { result: undefined, entries: [entry] };
    });
  }
}
