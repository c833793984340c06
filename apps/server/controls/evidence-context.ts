import type { AiSystem } from '@amaan/contracts/ai-system';
import type { GovernanceRecord, RecordKind } from '@amaan/contracts/governance/record';
import type { SystemEntryVersion } from '@amaan/contracts/governance/system-entry';
import { type Instant, instantOf } from '@amaan/contracts/instant';
import type { SystemStanding } from '@amaan/governance/system-standing';
import { type AccountFacts, readAccounts } from '@amaan/store/account-facts';
import type { Database } from '@amaan/store/open-database';
import { type PermitFacts, readPermitFacts } from '@amaan/store/permit-facts';
import { listRecords } from '@amaan/store/records';
import { listNewestSystemEntries } from '@amaan/store/system-entries';
import { getSystemStanding } from '@amaan/store/system-standing';
import { listSystems } from '@amaan/store/systems';

/** An AI system as evidence looks at it. */
export interface ObservedSystem {
  readonly definition: AiSystem;
  readonly standing: SystemStanding;
  readonly permit: PermitFacts | null;
  /** A permit in force covers it: it may be running at this moment. */
  readonly running: boolean;
}

/** What evidence queries read, each thing at most once per evaluation. */
export interface EvidenceContext {
  readonly db: Database;
  /** Unix time in milliseconds. */
  readonly now: number;
  readonly at: Instant;
  readonly systems: () => Promise<readonly ObservedSystem[]>;
  /** Systems that a permit lets run now. */
  readonly running: () => Promise<readonly ObservedSystem[]>;
  /** Systems that are meant to run, whether or not they may at this moment. */
  readonly operating: () => Promise<readonly ObservedSystem[]>;
  readonly accounts: () => Promise<readonly AccountFacts[]>;
  readonly records: (kind: RecordKind) => Promise<readonly GovernanceRecord[]>;
  /** The organisation's part of the register, by system. */
  readonly entries: () => Promise<ReadonlyMap<string, SystemEntryVersion>>;
}

/** A suspended system is still in operation: it goes on when the suspension ends. */
const OPERATING_STAGES: readonly string[] = ['pilot', 'operational', 'suspended'];

/** The facts of one evaluation at a Unix time in milliseconds. */
export function evidenceContext(db: Database, now: number): EvidenceContext {
  const at = instantOf(now);
  const systems = once(() => readSystems(db, at));
  const records = new Map<RecordKind, Promise<GovernanceRecord[]>>();
  return {
    db,
    now,
    at,
    systems,
    running: async () => (await systems()).filter(({ running }) => running),
    operating: async () =>
      (await systems()).filter(
        ({ standing, running }) => running || OPERATING_STAGES.includes(standing.stage),
      ),
    accounts: once(() => readAccounts(db)),
    entries: once(() => listNewestSystemEntries(db)),
    records: (kind) => {
      const known = records.get(kind) ?? listRecords(db, { kinds: [kind] });
      records.set(kind, known);
      return known;
    },
  };
}

async function readSystems(db: Database, at: Instant): Promise<ObservedSystem[]> {
  const [systems, permits] = await Promise.all([listSystems(db), readPermitFacts(db, at)]);
  const observed = systems.map(async ({ definition }): Promise<ObservedSystem | null> => {
    const standing = await getSystemStanding(db, definition.id);
    const permit = permits.find(({ system }) => system === definition.id) ?? null;
    return standing && { definition, standing, permit, running: permit !== null };
  });
  return (await Promise.all(observed)).filter((system) => system !== null);
}

function once<Value>(read: () => Promise<Value>): () => Promise<Value> {
  let value: Promise<Value> | undefined;
  return () => {
    value ??= read();
    return value;
  };
}
