import type { Identifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import type { LedgerEntry } from '@amaan/contracts/ledger-entry';
import type { Observation } from '@amaan/contracts/observation';
import type { HotlistMatching } from '@amaan/contracts/plates/hotlist';
import { PRIORITIES } from '@amaan/contracts/scene-rule';
import {
  listChangedEntries,
  listChangedHotlists,
  noteMatchingState,
  readHotlistRevision,
  readMatchingState,
  readStandingEntries,
  type StandingEntry,
} from '@amaan/store/hotlist-matching';
import type { Database } from '@amaan/store/open-database';
import { type EngineMatch, HotlistEngine } from '@amaan/vehicle-trace/hotlist/hotlist-engine';
import { plateDifferences } from '@amaan/vehicle-trace/hotlist/plate-cost';
import type { Logger } from 'pino';
import type { AlertToRaise } from '../alerts/raise-alerts.ts';
import type { AlertFinder, FoundAlerts } from '../ingest/store-reports.ts';
import { changeInLedger } from '../ledger/change-in-ledger.ts';
import { ledgerEntry } from '../ledger/ledger-entry.ts';
import { readTraceStanding, type TraceStanding } from './trace-standing.ts';

type PlateRead = Extract<Observation, { kind: 'plate-read' }>;

/** Changes of other servers are looked for this often: one query of one row while there are none. */
const LOOK_EVERY_MS = 500;
const PAGE = 20_000;
const NONE = '00000000-0000-0000-0000-000000000000';
const LAST = 'ffffffff-ffff-ffff-ffff-ffffffffffff';
const NOTHING: FoundAlerts = { alerts: [], entries: [] };

export interface HotlistMatcherOptions {
  readonly db: Database;
  readonly now: () => number;
  readonly logger: Logger;
}

/**
 * Holds every plate read against the hotlists in force, in memory, while ingest stores it. What it remembers
 * follows the database: at once after this server's own changes, within half a second after another's. Whatever it
 * remembers, an alert is raised only for an entry that is in force in the same transaction.
 */
export class HotlistMatcher implements AlertFinder, AsyncDisposable {
  readonly #options: HotlistMatcherOptions;
  readonly #engine = new HotlistEngine();
  #revision = 0;
  #loaded = false;
  #following: Promise<void> = Promise.resolve();
  #timer: NodeJS.Timeout | undefined;

  constructor(options: HotlistMatcherOptions) {
    this.#options = options;
  }

  /** Loads the lists, and goes on following what other servers change. */
  async start(): Promise<void> {
    await this.follow();
    await this.noteStanding();
    const look = () => {
      this.follow()
        .then(() => this.noteStanding())
        .catch((error: unknown) =>
          this.#options.logger.error(
            { err: error },
            'the hotlists were not read anew; the next look tries again',
          ),
        )
        .finally(() => {
          if (this.#timer !== undefined) this.#timer = setTimeout(look, LOOK_EVERY_MS).unref();
        });
    };
    this.#timer = setTimeout(look, LOOK_EVERY_MS).unref();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    await this.#following.catch(() => {});
  }

  /** Reads what was committed since the last time. @throws what the database throws; nothing is lost then */
  follow(): Promise<void> {
    const next = this.#following.catch(() => {}).then(() => this.#read());
    this.#following = next;
    // Whoever called is told; the next one begins anew.
    next.catch(() => {});
    return next;
  }

  /** Whether reads are held against the lists, and if not, why. */
  async state(): Promise<HotlistMatching> {
    const { db } = this.#options;
    const { running, reason } = await readTraceStanding(db);
    const { matching, since } = await readMatchingState(db);
    return { running, reason, since: matching === running ? since : null, entries: this.#engine.size };
  }

  /** Puts on record that matching began or stopped, once whoever notices it first. */
  async noteStanding(): Promise<void> {
    const { db } = this.#options;
    const standing = await readTraceStanding(db);
    const known = await readMatchingState(db);
    if (known.matching === standing.running && (known.matching || known.reason === standing.reason)) return;
    await changeInLedger(db, async (tx) => ({
      result: undefined,
      entries: await this.#noted(tx, await readTraceStanding(tx)),
    }));
  }

  /** The alerts that plate reads raise. While Vehicle trace may not run nothing is looked up. */
  async find(
    tx: Database,
    observations: readonly Observation[],
    { groupOf, now }: Parameters<AlertFinder['find']>[2],
  ): Promise<FoundAlerts> {
    const reads = observations.filter((observation) => observation.kind === 'plate-read');
    if (reads.length === 0) return NOTHING;
    const standing = await readTraceStanding(tx);
    const entries = await this.#noted(tx, standing);
    if (!standing.running) return { alerts: [], entries };
    if (!this.#loaded) await this.#read(tx);
    const matches = reads.flatMap((read) => {
      const group = groupOf(read.cameraId);
      if (group !== undefined && standing.suspendedGroups.has(group)) return [];
      const found = this.#engine.match(read.reading, { siteId: read.siteId, now });
      return found.length === 0 ? [] : [{ read, found }];
    });
    const ids = matches.flatMap(({ found }) => found.map(({ entryId }) => entryId));
    const standingEntries = await readStandingEntries(tx, ids, instantOf(now).slice(0, 10));
    const alerts = matches.flatMap(({ read, found }) => alertOf(read, found, standingEntries, now) ?? []);
    return { alerts, entries };
  }

  async #noted(tx: Database, { running, reason }: TraceStanding): Promise<LedgerEntry[]> {
    const at = this.#options.now();
    const known = await readMatchingState(tx);
    // At first nothing runs and nothing was ever said of it.
    if (!known.matching && !running && known.since === null) return [];
    if (!(await noteMatchingState(tx, { matching: running, reason }, instantOf(at)))) return [];
    return [
      ledgerEntry({
        kind: running ? 'hotlist.matching-started' : 'hotlist.matching-stopped',
        at,
        actor: 'system:server',
        subject: 'hotlist-matching',
        data: { system: 'vehicle-trace', reason },
      }),
    ];
  }

  /** @param db a transaction that must not wait for another connection, while nothing was loaded yet */
  async #read(db: Database = this.#options.db): Promise<void> {
    const { now } = this.#options;
    const to = await readHotlistRevision(db);
    if (this.#loaded && to === this.#revision) return;
    for (const { closed, ...list } of await listChangedHotlists(db, this.#revision)) {
      this.#engine.setList({ ...list, active: !closed });
    }
    let from: readonly [number, Identifier] = [this.#revision, this.#loaded ? LAST : NONE];
    for (;;) {
      const page = await listChangedEntries(db, { from, to, all: this.#loaded, limit: PAGE });
      for (const entry of page) {
        if (entry.active) this.#engine.add(entry);
        else this.#engine.remove(entry.id);
      }
      const last = page.at(-1);
      if (last === undefined || page.length < PAGE) break;
      from = [last.revision, last.id];
    }
    this.#revision = to;
    if (!this.#loaded) {
      this.#loaded = true;
      this.#options.logger.info({ entries: this.#engine.size, at: instantOf(now()) }, 'hotlists are loaded');
    }
  }
}

/** Of several matches the one of the highest priority counts, then the nearest. */
function alertOf(
  read: PlateRead,
  found: readonly EngineMatch[],
  standing: ReadonlyMap<Identifier, StandingEntry>,
  now: number,
): AlertToRaise | null {
  const rank = ({ priority }: StandingEntry) => PRIORITIES.indexOf(priority);
  const [best] = found
    .flatMap((match) => {
      const entry = standing.get(match.entryId);
      return entry === undefined ? [] : [{ match, entry }];
    })
    .sort((a, b) => rank(a.entry) - rank(b.entry) || a.match.cost - b.match.cost);
  if (best === undefined) return null;
  const { match, entry } = best;
  return {
    observation: read,
    raisedAt: instantOf(now),
    name: entry.name,
    priority: entry.priority,
    entryDigest: entry.digest,
    cause: {
      kind: 'hotlist',
      hit: {
        hotlistId: entry.hotlistId,
        hotlistVersion: entry.version,
        hotlistName: entry.name,
        hotlistKind: entry.kind,
        entryId: entry.id,
        entryPlate: entry.plate,
        note: entry.note,
        caseNumber: entry.caseNumber,
        readPlate: read.reading.text,
        cost: match.cost,
        differences: plateDifferences(read.reading, entry.plate),
      },
    },
  };
}
