import type { Bus, Subscription } from '@amaan/bus/bus';
import { type Identifier, newIdentifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import type { WhatIfReport, WhatIfWork } from '@amaan/contracts/traffic/signal-messages';
import {
  SIGNAL_SUBJECTS,
  type WhatIfCancelled,
  WhatIfRequest,
} from '@amaan/contracts/traffic/signal-messages';
import type { WhatIf, WhatIfInput } from '@amaan/contracts/traffic/what-if';
import type { Database } from '@amaan/store/open-database';
import { listJunctionLanes } from '@amaan/store/signals/junction-lanes';
import { getJunction, type StoredJunction } from '@amaan/store/signals/junctions';
import { listNetworks } from '@amaan/store/signals/signal-networks';
import {
  cancelWhatIf,
  claimWhatIf,
  endWhatIf,
  insertWhatIf,
  listWhatIfs,
  setDemand,
  setWhatIfProgress,
} from '@amaan/store/signals/what-ifs';
import { laneKey, readLaneSums } from '@amaan/store/traffic/lane-reading';
import type { Principal } from '../access/decide.ts';
import { ConflictError, NotFoundError } from '../http/http-errors.ts';
import { changeInLedger } from '../ledger/change-in-ledger.ts';
import { requireJunction } from './require-junction.ts';
import type { SignalChanges } from './signal-changes.ts';
import { SIGNAL_UPKEEP, signalActor, signalEntry } from './signal-entry.ts';
import { simulatedMinutes } from './simulated-minutes.ts';

export interface WhatIfServiceOptions {
  readonly db: Database;
  readonly bus: Pick<Bus, 'announce' | 'respond'>;
  readonly changes: SignalChanges;
  readonly now: () => number;
}

/** A replay whose process has not spoken for this long is begun anew by the next that asks for work. */
export const WHAT_IF_SILENCE_MS = 60_000;
const MINUTE_MS = 60_000;

/**
 * Replays of measured traffic under other controllers. They are rows with a state: the process of signal control asks for
 * work, says how far it is, and may be killed at any time; then the replay is begun anew.
 */
export class WhatIfService implements AsyncDisposable {
  readonly #options: WhatIfServiceOptions;
  readonly #subscription: Subscription;

  constructor(options: WhatIfServiceOptions) {
    this.#options = options;
    this.#subscription = options.bus.respond(SIGNAL_SUBJECTS.whatIf, (payload) => this.#work(payload));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#subscription.stop();
  }

  /** Newest first. */
  list({ sites }: Principal): Promise<WhatIf[]> {
    return listWhatIfs(this.#options.db, sites, { limit: 100 });
  }

  /** @throws NotFoundError `WHAT_IF_NOT_FOUND` */
  async get(id: Identifier, { sites }: Pick<Principal, 'sites'>): Promise<WhatIf> {
    const [found] = await listWhatIfs(this.#options.db, sites, { id, limit: 1 });
    if (found === undefined) throw new NotFoundError('what if');
    return found;
  }

  /** @throws NotFoundError `JUNCTION_NOT_FOUND`; ConflictError `NOTHING_MEASURED`, `JUNCTION_CONTRADICTION` */
  async ask(input: WhatIfInput, by: Principal): Promise<WhatIf> {
    const { db, changes, now } = this.#options;
    const junction = await requireJunction(db, input.junctionId, by, now());
    const [contradiction] = junction.contradictions;
    if (contradiction !== undefined)
      throw new ConflictError(
        'JUNCTION_CONTRADICTION',
        `It cannot be replayed, for its definition contradicts itself: ${contradiction}`,
      );
    if ((await this.#minutes(input, junction)).length === 0)
      throw new ConflictError(
        'NOTHING_MEASURED',
        'No camera measured a lane of this junction in that time, so there is no traffic to replay.',
      );
    const id = newIdentifier();
    await changeInLedger(db, async (tx) => {
      const { actor, name } = signalActor(by);
      await insertWhatIf(tx, id, input, { at: instantOf(now()), actor, name });
      const { junctionId, from, to, controllers, seeds } = input;
      const data = { junctionId, from, to, controllers, seeds };
      return { result: undefined, entries: [this.#entry('asked', id, signalActor(by), data)] };
    });
    changes.changed();
    return this.get(id, by);
  }

  /** @throws NotFoundError `WHAT_IF_NOT_FOUND`; ConflictError `WHAT_IF_ENDED` */
  async cancel(id: Identifier, by: Principal): Promise<WhatIf> {
    const { db, bus, changes, now } = this.#options;
    await this.get(id, by);
    const cancelled = await changeInLedger(db, async (tx) => {
      if (!(await cancelWhatIf(tx, id, instantOf(now())))) return { result: false, entries: [] };
      return { result: true, entries: [this.#entry('cancelled', id, signalActor(by), {})] };
    });
    if (!cancelled) throw new ConflictError('WHAT_IF_ENDED', 'This replay has ended; nothing was changed.');
    const announced: WhatIfCancelled = { whatIfId: id };
    bus.announce(SIGNAL_SUBJECTS.whatIfCancelled, announced);
    changes.told();
    return this.get(id, by);
  }

  /** Takes what the process says of a replay. */
  async take(report: WhatIfReport): Promise<void> {
    const { db, changes, now } = this.#options;
    const of = { id: report.whatIfId, attempt: report.attempt };
    if (report.type === 'what-if-progress')
      await setWhatIfProgress(db, of, report.progress, instantOf(now()));
    else {
      const { results, problem } = report;
      await changeInLedger(db, async (tx) => {
        if (!(await endWhatIf(tx, of, { results, problem, at: instantOf(now()) })))
          return { result: undefined, entries: [] };
        const data = { problem: problem?.code ?? null };
        return { result: undefined, entries: [this.#entry('ended', of.id, SIGNAL_UPKEEP, data)] };
      });
    }
    changes.told();
  }

  async #work(payload: unknown): Promise<WhatIfWork> {
    WhatIfRequest.parse(payload);
    const { db, now } = this.#options;
    const at = instantOf(now());
    const claimed = await claimWhatIf(db, at, instantOf(now() - WHAT_IF_SILENCE_MS));
    if (claimed === null) return null;
    const { id, attempt } = claimed;
    const job = await this.get(id, { sites: 'all' });
    const junction = await getJunction(db, job.junctionId, 'all', at);
    if (junction === null) {
      const problem = { code: 'JUNCTION_NOT_FOUND', message: 'The junction is not in use any more.' };
      await endWhatIf(db, { id, attempt }, { results: [], problem, at });
      return null;
    }
    const [network] = junction.networkId === null ? [] : await listNetworks(db, 'all', junction.networkId);
    const minutes = await this.#minutes(job, junction);
    const counted = minutes.reduce((sum, { sums }) => sum + vehiclesOf(sums.counts), 0);
    const possible =
      junction.definition.lanes.length * ((Date.parse(job.to) - Date.parse(job.from)) / MINUTE_MS);
    const coverage = Math.min(1, minutes.length / Math.max(1, possible));
    await setDemand(db, id, { vehicles: counted, coverage });
    const { from, to, controllers, seeds } = job;
    return {
      ...{ whatIfId: id, attempt, junction: junction.definition, minutes },
      ...{ from, to, controllers, seeds },
      network:
        network === undefined || junction.networkJunction === null
          ? null
          : { digest: network.digest, junction: junction.networkJunction },
    };
  }

  /**
   * Measured minutes of the junction's lanes; a lane that two cameras see counts by the one that saw more of it. A simulated
   * junction has the vehicles of its made-up road.
   */
  async #minutes(
    { junctionId, from, to }: Pick<WhatIf, 'junctionId' | 'from' | 'to'>,
    { definition, outputSettings }: StoredJunction,
  ) {
    const { db } = this.#options;
    if (outputSettings.kind === 'simulated')
      return simulatedMinutes(definition, outputSettings.arrivalsPerHour, { from, to });
    const lanes = await listJunctionLanes(db, junctionId);
    const laneOf = new Map(lanes.map((reference) => [laneKey(reference), reference.lane]));
    const best = new Map<string, NonNullable<WhatIfWork>['minutes'][number]>();
    for (const { at, sums, ...reference } of await readLaneSums(db, lanes, 'minutes', { from, to })) {
      const lane = laneOf.get(laneKey(reference));
      if (lane === undefined) continue;
      const key = `${lane} ${at}`;
      const known = best.get(key);
      if (known === undefined || known.sums.observedMs < sums.observedMs)
        best.set(key, { lane, from: at, sums });
    }
    return [...best.values()];
  }

  #entry(
    kind: string,
    id: Identifier,
    by: Parameters<typeof signalEntry>[3],
    data: Parameters<typeof signalEntry>[4],
  ) {
    return signalEntry(`what-if.${kind}`, `what-if:${id}`, this.#options.now(), by, data);
  }
}

function vehiclesOf(counts: Readonly<Record<string, number | undefined>>): number {
  return Object.values(counts).reduce<number>((sum, count) => sum + (count ?? 0), 0);
}
