import { digestOfJson } from '@amaan/contracts/digest-of';
import { type Identifier, newIdentifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import type { LedgerEntry } from '@amaan/contracts/ledger-entry';
import type { Junction } from '@amaan/contracts/traffic/junction';
import type {
  JunctionChange,
  JunctionDefinition,
  JunctionDetails,
  JunctionInput,
  JunctionOutputInput,
  JunctionSettings,
  JunctionSummary,
  JunctionVersion,
  SignalEvent,
  SignalPageQuery,
} from '@amaan/contracts/traffic/junction-record';
import type { SignalDecision } from '@amaan/contracts/traffic/signal-decision';
import type { Database } from '@amaan/store/open-database';
import type { SecretBox } from '@amaan/store/secret-box';
import {
  changeJunction,
  insertJunction,
  listJunctions,
  listJunctionVersions,
  lockJunctions,
  retireJunction,
  type StoredJunction,
  setController,
  setMode,
  setOutput,
} from '@amaan/store/signals/junctions';
import { listSignalDecisions, listSignalEvents } from '@amaan/store/signals/signal-history';
import { checkJunction } from '@amaan/traffic-management/signals/check-junction';
import { coversSite, type Principal } from '../access/decide.ts';
import { ConflictError, HttpError, NotFoundError } from '../http/http-errors.ts';
import { changeInLedger } from '../ledger/change-in-ledger.ts';
import type { ControlPermits } from './control-permits.ts';
import { requireJunction } from './require-junction.ts';
import type { SignalChanges } from './signal-changes.ts';
import type { SignalDirectory } from './signal-directory.ts';
import { signalActor, signalEntry } from './signal-entry.ts';

export interface JunctionServiceOptions {
  readonly db: Database;
  readonly secrets: SecretBox;
  readonly permits: ControlPermits;
  readonly directory: Pick<SignalDirectory, 'liveOf'>;
  readonly changes: SignalChanges;
  readonly now: () => number;
}

/** Where a junction that was not written down by hand comes from. */
export interface NetworkOrigin {
  readonly networkId: Identifier;
  readonly junction: string;
}

/** The register of junctions: what they serve, their plans and limits in versions, and where their states go. */
export class JunctionService {
  readonly #options: JunctionServiceOptions;

  constructor(options: JunctionServiceOptions) {
    this.#options = options;
  }

  async list({ sites }: Principal): Promise<JunctionSummary[]> {
    const { db, now } = this.#options;
    const all = await listJunctions(db, sites, instantOf(now()));
    return all.map((stored) => this.#summary(stored));
  }

  /** @throws NotFoundError `JUNCTION_NOT_FOUND` */
  async get(id: Identifier, by: Principal): Promise<JunctionDetails> {
    const { db, now } = this.#options;
    const stored = await requireJunction(db, id, by, now());
    const { definition, outputSettings, networkId, createdAt, changedBy, note } = stored;
    return { ...this.#summary(stored), definition, outputSettings, networkId, createdAt, changedBy, note };
  }

  async versions(id: Identifier, by: Principal): Promise<JunctionVersion[]> {
    await requireJunction(this.#options.db, id, by, this.#options.now());
    return listJunctionVersions(this.#options.db, id);
  }

  async decisions(id: Identifier, page: SignalPageQuery, by: Principal): Promise<SignalDecision[]> {
    await requireJunction(this.#options.db, id, by, this.#options.now());
    return listSignalDecisions(this.#options.db, id, page);
  }

  async events(id: Identifier, page: SignalPageQuery, by: Principal): Promise<SignalEvent[]> {
    await requireJunction(this.#options.db, id, by, this.#options.now());
    return listSignalEvents(this.#options.db, id, page);
  }

  /**
   * Adds a junction; it is observed until somebody says otherwise. One that contradicts itself is kept with what is wrong
   * and stays on its fixed plan.
   * @param origin the network that it was read from, and its name there
   * @throws NotFoundError `SITE_NOT_FOUND`
   */
  async create(
    input: JunctionInput,
    by: Principal,
    origin: NetworkOrigin | null = null,
  ): Promise<JunctionDetails> {
    const { secrets, now } = this.#options;
    const { siteId, note } = input;
    if (!coversSite(by.sites, siteId)) throw new NotFoundError('site');
    const id = newIdentifier();
    const definition = { id, ...input.definition };
    const contradictions = contradictionsOf(definition);
    await this.#change(by, 'junction.added', id, async (tx) => {
      await insertJunction(
        tx,
        {
          ...{ id, siteId, definition, contradictions, note, controller: 'max-pressure' as const },
          networkId: origin?.networkId ?? input.networkId,
          networkJunction: origin?.junction ?? null,
          ...{ at: instantOf(now()), byName: by.name },
        },
        secrets,
      );
      return { siteId, version: 1, definitionDigest: digestOfJson(definition), contradictions };
    });
    return this.get(id, by);
  }

  /**
   * Writes a new version. A junction that is controlled leaves control first: what was approved was another version.
   * @throws NotFoundError `JUNCTION_NOT_FOUND`; ConflictError `JUNCTION_CHANGED`, `JUNCTION_CONTROLLED`
   */
  async change(id: Identifier, change: JunctionChange, by: Principal): Promise<JunctionDetails> {
    const { now } = this.#options;
    const definition = { id, ...change.definition };
    const contradictions = contradictionsOf(definition);
    await this.#change(by, 'junction.changed', id, async (tx) => {
      const stored = await this.#locked(tx, id, by);
      if (stored.version !== change.seen)
        throw new ConflictError(
          'JUNCTION_CHANGED',
          `Somebody made version ${stored.version} meanwhile; look at it first. Nothing was changed.`,
        );
      assertNotControlled(stored);
      const version = stored.version + 1;
      const { note } = change;
      const at = instantOf(now());
      await changeJunction(tx, id, { version, definition, contradictions, note, at, byName: by.name });
      return { version, definitionDigest: digestOfJson(definition), contradictions };
    });
    return this.get(id, by);
  }

  /** @throws NotFoundError `JUNCTION_NOT_FOUND`; ConflictError `JUNCTION_CONTROLLED` */
  async configure(id: Identifier, { controller }: JunctionSettings, by: Principal): Promise<JunctionDetails> {
    await this.#change(by, 'junction.controller-chosen', id, async (tx) => {
      assertNotControlled(await this.#locked(tx, id, by));
      await setController(tx, id, controller);
      return { controller };
    });
    return this.get(id, by);
  }

  /**
   * Says where its states go. The ledger has no address and no key.
   * @throws NotFoundError `JUNCTION_NOT_FOUND`; ConflictError `JUNCTION_CONTROLLED`; HttpError 422 `PHASES_INCOMPLETE`
   */
  async connect(id: Identifier, output: JunctionOutputInput, by: Principal): Promise<JunctionDetails> {
    await this.#change(by, 'junction.output-changed', id, async (tx) => {
      const stored = await this.#locked(tx, id, by);
      assertNotControlled(stored);
      if (output.kind === 'ntcip') assertPhases(stored.definition, output.phases);
      await setOutput(tx, id, output, this.#options.secrets);
      return { kind: output.kind };
    });
    return this.get(id, by);
  }

  /** @throws NotFoundError `JUNCTION_NOT_FOUND`; ConflictError `JUNCTION_CONTROLLED` */
  async retire(id: Identifier, by: Principal): Promise<void> {
    await this.#change(by, 'junction.retired', id, async (tx) => {
      assertNotControlled(await this.#locked(tx, id, by));
      await setMode(tx, [id], 'observe', instantOf(this.#options.now()));
      await retireJunction(tx, id, instantOf(this.#options.now()));
      return {};
    });
  }

  #summary(stored: StoredJunction): JunctionSummary {
    const live = this.#options.directory.liveOf(stored.id);
    const refusal = this.#options.permits.refusalOf(stored.id);
    const {
      definition: _,
      outputSettings: __,
      networkId: ___,
      networkJunction: ____,
      createdAt: _____,
      changedBy: ______,
      note: _______,
      ...plain
    } = stored;
    // What keeps the permit away says more than that there is none.
    const problem = refusal === null ? null : { code: 'PERMIT_REFUSED', message: refusal };
    return { ...plain, live: live === null || problem === null ? live : { ...live, problem } };
  }

  async #locked(tx: Database, id: Identifier, by: Principal): Promise<StoredJunction> {
    await lockJunctions(tx, [id]);
    return requireJunction(tx, id, by, this.#options.now());
  }

  async #change(
    by: Principal,
    kind: string,
    id: Identifier,
    change: (tx: Database) => Promise<LedgerEntry['data']>,
  ): Promise<void> {
    const { db, changes, now } = this.#options;
    await changeInLedger(db, async (tx) => {
      const data = await change(tx);
      return {
        result: undefined,
        entries: [signalEntry(kind, `junction:${id}`, now(), signalActor(by), data)],
      };
    });
    changes.changed();
  }
}

/** A junction as stored, of what people wrote down. */
export function contradictionsOf(definition: JunctionDefinition & Pick<Junction, 'id'>): string[] {
  return checkJunction(definition).map(({ sentence }) => sentence);
}

function assertNotControlled({ mode }: StoredJunction): void {
  if (mode === 'control')
    throw new ConflictError(
      'JUNCTION_CONTROLLED',
      'It is controlled now: return it to its fixed plan first. Nothing was changed.',
    );
}

/** Each group needs a phase, and no two of a kind share one. */
function assertPhases(
  { groups }: Junction,
  phases: Extract<JunctionOutputInput, { kind: 'ntcip' }>['phases'],
): void {
  const missing = groups.filter(({ id }) => phases[id] === undefined).map(({ name }) => name);
  if (missing.length > 0)
    throw new HttpError(
      422,
      'PHASES_INCOMPLETE',
      `No phase of the controller is named for ${missing.join(', ')}; nothing was changed.`,
    );
  const used = groups.map(({ id }) => `${phases[id]!.phase} ${phases[id]!.pedestrian}`);
  if (new Set(used).size < used.length)
    throw new HttpError(
      422,
      'PHASES_INCOMPLETE',
      'Two signal groups name the same phase of the controller; nothing was changed.',
    );
}
