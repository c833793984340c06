import { digestOfJson } from '@amaan/contracts/digest-of';
import type { EvidenceItem } from '@amaan/contracts/evidence-item';
import type { Identifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import type { LedgerEntry } from '@amaan/contracts/ledger-entry';
import type { Observation } from '@amaan/contracts/observation';
import { VehicleClass } from '@amaan/contracts/traffic/lane-measures';
import type { SpeedSection } from '@amaan/contracts/violations/enforcement';
import type { EvidenceOrder } from '@amaan/contracts/violations/evidence-order';
import type { SectionPassage } from '@amaan/contracts/violations/section-passage';
import type { EvidenceGap, SpeedEvidence } from '@amaan/contracts/violations/suspected-violation';
import { insertEvidenceGaps } from '@amaan/store/enforcement/evidence-gaps';
import {
  deleteSectionPassages,
  findSectionPassages,
  insertSectionPassage,
  passagePlate,
  plateSectionPassages,
  type StoredPassage,
} from '@amaan/store/enforcement/section-passages';
import { listSpeedSections } from '@amaan/store/enforcement/speed-sections';
import { insertEvidenceItems, listEvidenceItems } from '@amaan/store/evidence-items';
import { insertObservations } from '@amaan/store/observations';
import type { Database } from '@amaan/store/open-database';
import { isPlateRead, type PlateRead } from '@amaan/store/plates/sightings';
import {
  findReadsOfTrack,
  queueSuspicions,
  type ViolationSuspected,
} from '@amaan/store/violations/suspicions';
import { averageSpeed } from '@amaan/traffic-violations/speed/average-speed';
import { exceedsLimit } from '@amaan/traffic-violations/speed/speed-evidence';
import { identifierFrom } from '../ingest/identifier-from.ts';
import { ledgerEntry } from '../ledger/ledger-entry.ts';

/** A plate that was read less surely finds no other end. */
const LEAST_CONFIDENCE = 0.85;
/** Plate and passage are of one track when they are no further apart, in milliseconds. */
const APART_MS = 30_000;
/** How long after its lawful time a passage is still waited for: plates and batches come late. */
const LATE_MS = 60_000;
/** Faster than this nobody drives here: the same plate was on two vehicles, or one was misread. */
const MOST_KMH = 250;
const MINUTE_MS = 60_000;

export interface SectionMatcherOptions {
  /** Tells the worker of a camera to keep its pictures of a moment. */
  readonly order: (order: EvidenceOrder) => void;
}

/**
 * Finds the two ends of sections that a vehicle passed, by its plate, and suspects those that were surely too fast on average.
 * Of all others nothing is kept: both ends are deleted as soon as they were lawful, and each by itself once it is too late for
 * the other to mean anything.
 */
export class SectionMatcher {
  readonly #options: SectionMatcherOptions;

  constructor(options: SectionMatcherOptions) {
    this.#options = options;
  }

  /** Takes passages, in the transaction of their batch. @returns what the ledger says of what is suspected now */
  async take(tx: Database, passages: readonly SectionPassage[], now: number): Promise<LedgerEntry[]> {
    const sections = await sectionsOf(tx, passages);
    const entries: LedgerEntry[] = [];
    for (const passage of passages) {
      const section = sections.get(passage.sectionId);
      if (section === undefined) continue;
      if (passage.clock === null) {
        await countGap(tx, passage, 'clock-unproven');
        continue;
      }
      const at = Date.parse(passage.crossing.at) - passage.clock.offsetMs;
      const [read] = await findReadsOfTrack(tx, {
        ...passage,
        ...around(passage),
        track: passage.object.track,
      });
      const plate = read !== undefined && isSure(read) ? passagePlate(read) : null;
      const expiresAt = instantOf(Math.round(Math.max(at, now) + lawfulMs(section) + LATE_MS));
      const kept = { passage, at: instantOf(Math.round(at)), plate, expiresAt };
      const isNew = await insertSectionPassage(tx, kept);
      if (isNew && plate !== null)
        entries.push(
          ...(await this.#match(tx, { ...kept, plate: plate.text, readId: plate.readId }, section, now)),
        );
    }
    return entries;
  }

  /** Gives passages the plates that were read on their tracks, in the transaction that stores the reads. */
  async plates(tx: Database, observations: readonly Observation[], now: number): Promise<LedgerEntry[]> {
    const entries: LedgerEntry[] = [];
    for (const read of observations.filter(isPlateRead)) {
      const { cameraId, track } = read;
      if (track === null || !isSure(read)) continue;
      const at = Date.parse(read.capturedAt) - read.clockOffsetMs;
      const plated = await plateSectionPassages(tx, {
        ...{ cameraId, track, plate: passagePlate(read) },
        ...{ from: instantOf(Math.round(at - APART_MS)), to: instantOf(Math.round(at + APART_MS)) },
      });
      const sections = await sectionsOf(
        tx,
        plated.map(({ passage }) => passage),
      );
      for (const stored of plated) {
        const section = sections.get(stored.passage.sectionId);
        if (section !== undefined) entries.push(...(await this.#match(tx, stored, section, now)));
      }
    }
    return entries;
  }

  async #match(tx: Database, one: StoredPassage, section: SpeedSection, now: number): Promise<LedgerEntry[]> {
    const { passage, plate } = one;
    if (plate === null) return [];
    const isEntry = passage.end === 'entry';
    const others = await findSectionPassages(tx, {
      ...{ sectionId: section.id, plate, end: isEntry ? 'exit' : 'entry' },
    });
    // The exit that followed first, or the entry that came last before.
    const other = isEntry ? others.find(({ at }) => at > one.at) : others.findLast(({ at }) => at < one.at);
    if (other === undefined) return [];
    const [entry, exit] = isEntry ? [one, other] : [other, one];
    await deleteSectionPassages(tx, [entry.passage.id, exit.passage.id]);
    const judged = judge(section, entry, exit);
    if (judged === null) return [];
    if (typeof judged === 'string') {
      await countGap(tx, exit.passage, judged);
      return [];
    }
    return this.#suspect(tx, section, { entry, exit, speed: judged }, now);
  }

  async #suspect(
    tx: Database,
    section: SpeedSection,
    { entry, exit, speed }: { entry: StoredPassage; exit: StoredPassage; speed: SpeedEvidence },
    now: number,
  ): Promise<LedgerEntry[]> {
    const observation = suspicion(section, entry, exit, speed);
    await insertObservations(tx, [observation]);
    await queueSuspicions(tx, [observation], instantOf(now));
    await insertEvidenceItems(tx, await entryPicture(tx, entry, observation));
    const { id: observationId, cameraId, capturedAt } = observation;
    // The same one once more where this transaction fails and the batch comes again.
    this.#options.order({ observationId, cameraId, capturedAt });
    return [
      ledgerEntry({
        ...{ kind: 'observation.recorded', at: now, actor: 'system:server' },
        subject: `observation-batch:${observationId}`,
        data: { count: 1, digest: digestOfJson([digestOfJson(observation)]) },
      }),
    ];
  }
}

/** What the two ends say: a speed that is surely too high, why that is not certain, or null: nothing to complain of. */
function judge(
  section: SpeedSection,
  entry: StoredPassage,
  exit: StoredPassage,
): SpeedEvidence | EvidenceGap | null {
  const kind = VehicleClass.safeParse(exit.passage.object.class);
  if (!kind.success) return null;
  const speed = averageSpeed(section, sighting(entry), sighting(exit), kind.data);
  if (speed === null) return 'speed-uncertain';
  const isOver = exceedsLimit(speed);
  if (isOver === false) return null;
  if (speed.kmh > MOST_KMH) return 'track-broken';
  if (entry.passage.object.class !== exit.passage.object.class) return 'class-unsure';
  return isOver === 'unsure' ? 'speed-uncertain' : speed;
}

function sighting({ at, passage: { crossing, clock } }: StoredPassage) {
  return { at: Date.parse(at), errorMs: crossing.errorMs + (clock?.errorMs ?? 0) };
}

function suspicion(
  section: SpeedSection,
  entry: StoredPassage,
  exit: StoredPassage,
  speed: SpeedEvidence,
): ViolationSuspected {
  const { passage } = exit;
  const { sectionId: _, end: __, laneId, crossing, object, clock, softwareVersion, ...origin } = passage;
  // Every instant of an observation is by the clock of the worker that reports it, here that of the exit.
  const byExit = (at: string) => instantOf(Math.round(Date.parse(at) + (clock?.offsetMs ?? 0)));
  const end = (stored: StoredPassage) => ({
    ...{ cameraId: stored.passage.cameraId, at: byExit(stored.at) },
    errorMs: sighting(stored).errorMs,
  });
  return {
    ...origin,
    id: identifierFrom(`average speed ${entry.passage.id} ${passage.id}`),
    kind: 'violation-suspected',
    object,
    violation: {
      ...{ kind: 'average-speed', laneId, softwareVersion, calibrationVersion: null },
      ...{ firstSeenAt: crossing.at, lastSeenAt: crossing.at },
      path: [{ at: crossing.at, place: crossing.place }],
      ...{ sectionId: section.id, entry: end(entry), exit: end(exit) },
      ...{ distanceM: section.distanceM, speed },
    },
  };
}

/** The picture around the plate at the entry, which is the only one that is left of it. */
async function entryPicture(
  tx: Database,
  { readId }: StoredPassage,
  { id: observationId, capturedAt }: ViolationSuspected,
): Promise<EvidenceItem[]> {
  if (readId === null) return [];
  const items = await listEvidenceItems(tx, readId);
  return items
    .filter(({ kind }) => kind === 'picture')
    .map((item) => ({ ...item, observationId, capturedAt }));
}

async function sectionsOf(
  tx: Database,
  passages: readonly SectionPassage[],
): Promise<Map<Identifier, SpeedSection>> {
  const ids = [...new Set(passages.map(({ sectionId }) => sectionId))];
  return new Map((await listSpeedSections(tx, { ids })).map(({ section }) => [section.id, section]));
}

/** The longest time that a section takes at its limit, in milliseconds: whoever needs longer was not too fast. */
function lawfulMs({ distanceM, limitKmh, classLimitsKmh }: SpeedSection): number {
  const slowest = Math.min(limitKmh, ...Object.values(classLimitsKmh));
  return (3600 * distanceM) / slowest;
}

function isSure({ reading }: PlateRead): boolean {
  return reading.confidence >= LEAST_CONFIDENCE;
}

function around({ crossing }: SectionPassage) {
  const at = Date.parse(crossing.at);
  return { from: instantOf(at - APART_MS), to: instantOf(at + APART_MS) };
}

function countGap(tx: Database, passage: SectionPassage, reason: EvidenceGap): Promise<void> {
  const at = Date.parse(passage.crossing.at);
  const minute = instantOf(at - (at % MINUTE_MS));
  const { siteId, cameraId } = passage;
  const id = identifierFrom(`gap ${passage.id}`);
  return insertEvidenceGaps(tx, [
    { id, siteId, cameraId, counts: [{ minute, kind: 'average-speed', reason, count: 1 }] },
  ]);
}
