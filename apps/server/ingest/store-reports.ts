import type { Digest } from '@amaan/contracts/digest';
import { digestOfJson } from '@amaan/contracts/digest-of';
import type { EvidenceItem } from '@amaan/contracts/evidence-item';
import type { FacesSearched } from '@amaan/contracts/faces/matches/faces-searched';
import { type Identifier, newIdentifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import type { LedgerEntry } from '@amaan/contracts/ledger-entry';
import type { Denial, Observation } from '@amaan/contracts/observation';
import { insertDenials } from '@amaan/store/denials';
import { insertEvidenceItems } from '@amaan/store/evidence-items';
import { appendToLedger } from '@amaan/store/ledger-store';
import { insertMonitoringDelta } from '@amaan/store/monitoring-deltas';
import { insertObservations } from '@amaan/store/observations';
import type { Database } from '@amaan/store/open-database';
import { insertLaneMinutes, isLaneMeasured } from '@amaan/store/traffic/lane-minutes';
import { type AlertToRaise, raiseAlerts } from '../alerts/raise-alerts.ts';
import { ledgerEntry } from '../ledger/ledger-entry.ts';
import type { CollectOutputs } from '../monitoring/collect-outputs.ts';
import { type EnforcementTaker, NO_ENFORCEMENT } from './enforcement-taker.ts';
import type { IngestContextReader } from './ingest-context.ts';
import { type ReadReports, refused } from './read-reports.ts';
import { type Refusal, refusalOf } from './refusal.ts';
import { NO_ROADS, type RoadOutcome, type RoadTaker } from './road-taker.ts';

const ACTOR = 'system:server';

/** What alerts without a rule follow from: a hotlist, a contradiction. */
export interface FoundAlerts {
  readonly alerts: readonly AlertToRaise[];
  /** What else the ledger is to say. */
  readonly entries: readonly LedgerEntry[];
}

/** Where nothing opens it, no possible match of a face is stored, and nothing is counted. */
const SHUT: ReportGate = {
  refusals: async (_, observations) =>
    new Map(
      observations
        .filter(({ kind }) => kind === 'face-match-possible')
        .map(({ id }) => [id, { code: 'FACE_AUTHORISATION_UNKNOWN', reason: 'Nothing here takes faces.' }]),
    ),
  forget: async () => {},
  count: async () => ({ entries: [], denials: [] }),
};

/** Looks for a reason to raise an alert in observations that were just stored, in the transaction that stored them. */
export interface AlertFinder {
  find(
    tx: Database,
    observations: readonly Observation[],
    where: { readonly groupOf: (cameraId: Identifier) => Identifier | undefined; readonly now: number },
  ): Promise<FoundAlerts>;
}

/**
 * Holds back reports that want more than a permit: possible matches of faces, which want an authorisation. All of it is
 * in the transaction that stores the batch.
 */
export interface ReportGate {
  /** Why observations that nothing else speaks against must not be stored, by their identifier. */
  refusals(
    tx: Database,
    observations: readonly Observation[],
    now: number,
  ): Promise<ReadonlyMap<Identifier, Refusal>>;
  /** Forgets what refused observations brought along. */
  forget(tx: Database, observations: readonly Observation[], now: number): Promise<void>;
  /** Counts what was searched, or says why not. */
  count(
    tx: Database,
    searched: readonly FacesSearched[],
    now: number,
  ): Promise<{ readonly entries: readonly LedgerEntry[]; readonly denials: readonly Denial[] }>;
}

/** What became of a batch. */
export interface StoredReports {
  /** Observations of this batch that raised an alert. */
  readonly raisedBy: readonly Identifier[];
  /** Observations stored before for which evidence came. */
  readonly evidenceFor: readonly Identifier[];
  readonly observations: { readonly stored: readonly Observation[]; readonly refused: number };
  readonly evidence: number;
  readonly denials: number;
  /** What changed of roads beside what was measured on them. */
  readonly roads: RoadOutcome;
}

/**
 * Stores a batch in the caller's transaction: observations with the alerts that they raise, evidence,
 * denials, what monitoring counts, and the ledger entries of all of it. A batch that comes again changes nothing.
 */
export async function storeReports(
  tx: Database,
  reports: ReadReports,
  contexts: IngestContextReader,
  collect: CollectOutputs,
  now: number,
  finders: readonly AlertFinder[] = [],
  gate: ReportGate = SHUT,
  taker: RoadTaker = NO_ROADS,
  enforcement: EnforcementTaker = NO_ENFORCEMENT,
): Promise<StoredReports> {
  const contextOf = await contexts.read(tx, reports.observations);
  const passageRefusal = await contexts.passageRefusals(tx, reports.passages, now);
  const permitted: Observation[] = [];
  const turnedAway: Observation[] = [];
  const groups = new Map<Identifier, Identifier>();
  const denials: Denial[] = [...reports.denials];
  const passages = reports.passages.filter((passage) => {
    const refusal = passageRefusal(passage);
    if (refusal !== null) denials.push(refused(passage, refusal, now));
    return refusal === null;
  });
  for (const observation of reports.observations) {
    const context = contextOf(observation);
    const refusal = refusalOf(observation, context, now);
    if (refusal === null) permitted.push(observation);
    else {
      denials.push(refused(observation, refusal, now));
      turnedAway.push(observation);
    }
    if (context.camera !== undefined) groups.set(observation.cameraId, context.camera.groupId);
  }

  const barred = await gate.refusals(tx, permitted, now);
  const accepted: Observation[] = [];
  for (const observation of permitted) {
    const refusal = barred.get(observation.id);
    if (refusal === undefined) accepted.push(observation);
    else {
      denials.push(refused(observation, refusal, now));
      turnedAway.push(observation);
    }
  }
  await gate.forget(tx, turnedAway, now);
  const searched = await gate.count(tx, reports.searched, now);
  denials.push(...searched.denials);

  // Minutes of lanes have a table of their own; everything else is a row of the common one.
  const minutes = accepted.filter(isLaneMeasured);
  const others = minutes.length === 0 ? accepted : accepted.filter((one) => !isLaneMeasured(one));
  const atOnce = minutes.length === 0 ? collect(accepted, groups, now) : null;
  const newIds = await insertObservations(tx, others, atOnce);
  for (const id of await insertLaneMinutes(tx, minutes)) newIds.add(id);
  const stored = accepted.filter(({ id }) => newIds.delete(id));
  const toRaise: AlertToRaise[] = stored.flatMap((observation) => {
    const rule = contextOf(observation).rule?.rule;
    return rule?.alert === true ? [{ observation, rule, raisedAt: instantOf(now) }] : [];
  });
  const found: LedgerEntry[] = [];
  for (const finder of finders) {
    const { alerts, entries } = await finder.find(tx, stored, { groupOf: (id) => groups.get(id), now });
    toRaise.push(...alerts);
    found.push(...entries);
  }
  // Some were there already, or are in another table, so what all of them would add was not written.
  const isCounted = minutes.length === 0 && stored.length === accepted.length;
  const added = isCounted ? null : collect(stored, groups, now);
  if (added !== null) await insertMonitoringDelta(tx, added);
  const alerts = await raiseAlerts(tx, toRaise, now);
  const roads = await taker.take(tx, reports.roads, now);
  const enforced = await enforcement.take(tx, { gaps: reports.gaps, passages }, now);
  const evidence = await insertEvidenceItems(tx, reports.evidence);
  const newDenials = await insertDenials(tx, uniqueById(denials));

  await appendToLedger(tx, [
    ...recorded(stored, now),
    ...keptEvidence(evidence, now),
    ...found,
    ...searched.entries,
    ...roads.entries,
    ...enforced,
    ...alerts.entries,
    ...uniqueById(denials)
      .filter(({ id }) => newDenials.has(id))
      .map((denial) => denied(denial, now)),
  ]);

  const raisedBy = new Set(alerts.raised.map(({ observationId }) => observationId));
  return {
    raisedBy: [...raisedBy],
    evidenceFor: [...new Set(evidence.map(({ observationId }) => observationId))].filter(
      (id) => !raisedBy.has(id),
    ),
    observations: { stored, refused: reports.observations.length - accepted.length },
    roads,
    evidence: evidence.length,
    denials: newDenials.size,
  };
}

/** One entry for all observations of a batch: their digests in order, hashed together. */
function recorded(observations: readonly Observation[], now: number): LedgerEntry[] {
  if (observations.length === 0) return [];
  const digests: Digest[] = observations.map((observation) => digestOfJson(observation));
  return [
    ledgerEntry({
      kind: 'observation.recorded',
      at: now,
      actor: ACTOR,
      subject: `observation-batch:${newIdentifier()}`,
      data: { count: observations.length, digest: digestOfJson(digests) },
    }),
  ];
}

/** One entry per observation that evidence came for, so that each picture and clip can be proven by itself. */
function keptEvidence(items: readonly EvidenceItem[], now: number): LedgerEntry[] {
  return [...Map.groupBy(items, ({ observationId }) => observationId)].map(([observationId, ofOne]) =>
    ledgerEntry({
      kind: 'evidence.recorded',
      at: now,
      actor: ACTOR,
      subject: `evidence:${observationId}`,
      data: {
        items: ofOne.map(({ kind, digest, mediaType, bytes }) => ({ kind, digest, mediaType, bytes })),
      },
    }),
  );
}

function denied(denial: Denial, now: number): LedgerEntry {
  return ledgerEntry({
    kind: denial.code.startsWith('REPORT_') ? 'report.rejected' : 'inference.denied',
    at: now,
    actor: ACTOR,
    subject: `denial:${denial.id}`,
    data: {
      system: denial.system,
      cameraId: denial.cameraId,
      permitId: denial.permitId,
      code: denial.code,
      deniedAt: denial.at,
    },
  });
}

function uniqueById<Thing extends { readonly id: Identifier }>(things: readonly Thing[]): Thing[] {
  return [...new Map(things.map((thing) => [thing.id, thing])).values()];
}
