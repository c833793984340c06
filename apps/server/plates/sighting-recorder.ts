import type { Identifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import type { Observation } from '@amaan/contracts/observation';
import type { CloneSuspicion } from '@amaan/contracts/plates/journey';
import type { Database } from '@amaan/store/open-database';
import { insertSightings, isPlateRead, lastSightings, type PlateRead } from '@amaan/store/plates/sightings';
import {
  impossibleTravel,
  TRAVEL_LIMITS,
  type TravelPoint,
} from '@amaan/vehicle-trace/clones/impossible-travel';
import { registryContradiction } from '@amaan/vehicle-trace/clones/registry-contradiction';
import type { Logger } from 'pino';
import type { AlertFinder, FoundAlerts } from '../ingest/store-reports.ts';
import type { VehicleRegistry } from '../registry/registry-entry.ts';
import { cloneAlert } from './clone-alert.ts';
import type { RegistryFollowUp } from './registry-follow-up.ts';
import { readTraceStanding } from './trace-standing.ts';

export interface SightingRecorderOptions {
  /** Null: no registry is configured. */
  readonly registry: VehicleRegistry | null;
  /** Asks later what is not known at once. */
  readonly followUp: Pick<RegistryFollowUp, 'ask'>;
  readonly logger: Logger;
}

/** Plates whose last sighting is kept in memory; of the others the database is asked. */
const MOST_REMEMBERED = 200_000;
/** No vehicle needs longer from one end of the country to the other, so older sightings prove nothing. */
const WINDOW_MS = 12 * 60 * 60_000;

/**
 * Makes the sightings of the plate reads of a batch, in the transaction that stores it, and looks for plates that
 * seem to be on two vehicles: by travel that no road speed explains, and by what the registry says.
 */
export class SightingRecorder implements AlertFinder {
  readonly #options: SightingRecorderOptions;
  /** The last sure sighting of each plate, the least recently seen first. */
  readonly #last = new Map<string, TravelPoint>();

  constructor(options: SightingRecorderOptions) {
    this.#options = options;
  }

  async find(
    tx: Database,
    observations: readonly Observation[],
    { groupOf, now }: Parameters<AlertFinder['find']>[2],
  ): Promise<FoundAlerts> {
    const reads = observations.filter(isPlateRead);
    if (reads.length === 0) return { alerts: [], entries: [] };
    const contradictions = await this.#contradictions(tx, reads);
    // Before this batch's own sightings are written: what is asked for is what was seen before.
    const travels = await this.#travels(tx, reads);
    await insertSightings(tx, reads, new Set(contradictions.keys()));
    const suspected = reads.flatMap((observation) => {
      const suspicion = travels.get(observation.id) ?? contradictions.get(observation.id);
      return suspicion === undefined ? [] : [{ observation, suspicion }];
    });
    if (suspected.length === 0) return { alerts: [], entries: [] };
    const { running, suspendedGroups } = await readTraceStanding(tx);
    // What is suspended raises nothing; the sightings are kept, so that it knows them when it goes on.
    const alerts = suspected
      .filter(({ observation: { cameraId } }) => running && !suspendedGroups.has(groupOf(cameraId) ?? ''))
      .map(({ observation, suspicion }) => cloneAlert(observation, suspicion, now));
    return { alerts, entries: [] };
  }

  async #contradictions(tx: Database, reads: readonly PlateRead[]): Promise<Map<Identifier, CloneSuspicion>> {
    const { registry, followUp } = this.#options;
    const found = new Map<Identifier, CloneSuspicion>();
    if (registry === null) return found;
    const unknown: PlateRead[] = [];
    for (const read of reads) {
      const { text, confidence } = read.reading;
      const entry = registry.peek(text);
      if (entry === undefined) unknown.push(read);
      if (entry === undefined || entry === null) continue;
      const contradiction = registryContradiction(text, read.vehicle, entry, confidence);
      if (contradiction !== null) found.set(read.id, contradiction);
    }
    await followUp.ask(tx, unknown);
    return found;
  }

  async #travels(tx: Database, reads: readonly PlateRead[]): Promise<Map<Identifier, CloneSuspicion>> {
    const sure = reads
      .filter(({ reading }) => reading.confidence >= TRAVEL_LIMITS.leastConfidence)
      .toSorted((a, b) => a.capturedAt.localeCompare(b.capturedAt));
    const found = new Map<Identifier, CloneSuspicion>();
    if (sure.length === 0) return found;
    await this.#recall(tx, sure);
    const positions = await positionsOf(tx, sure);
    for (const read of sure) {
      const { text } = read.reading;
      const seen = {
        ...read,
        position: positions.get(read.cameraId) ?? null,
        confidence: read.reading.confidence,
      };
      const before = this.#last.get(text);
      if (before !== undefined && before.id !== read.id) {
        const suspicion = impossibleTravel(text, seen, before);
        if (suspicion !== null) found.set(read.id, suspicion);
      }
      this.#remember(text, seen);
    }
    return found;
  }

  /** Reads from the database what memory does not hold: after a restart, and of rare vehicles. */
  async #recall(tx: Database, reads: readonly PlateRead[]): Promise<void> {
    const unknown = [...new Set(reads.map(({ reading }) => reading.text))].filter(
      (text) => !this.#last.has(text),
    );
    if (unknown.length === 0) return;
    const times = reads.map(({ capturedAt }) => Date.parse(capturedAt));
    const window = {
      from: instantOf(Math.min(...times) - WINDOW_MS),
      to: instantOf(Math.max(...times) + 1),
      leastConfidence: TRAVEL_LIMITS.leastConfidence,
    };
    for (const { reading, ...sighting } of await lastSightings(tx, unknown, window)) {
      this.#last.set(reading.text, { ...sighting, clockOffsetMs: 0, confidence: reading.confidence });
    }
  }

  #remember(
    text: string,
    { id, capturedAt, clockOffsetMs, cameraId, position, confidence, simulated }: TravelPoint,
  ) {
    const before = this.#last.get(text);
    if (before !== undefined && before.capturedAt > capturedAt) return;
    this.#last.delete(text);
    this.#last.set(text, { id, capturedAt, clockOffsetMs, cameraId, position, confidence, simulated });
    if (this.#last.size <= MOST_REMEMBERED) return;
    const [oldest] = this.#last.keys();
    if (oldest !== undefined) this.#last.delete(oldest);
  }
}

async function positionsOf(
  tx: Database,
  reads: readonly PlateRead[],
): Promise<Map<Identifier, [number, number]>> {
  const rows = await tx
    .selectFrom('camera')
    .select(['id', 'longitude', 'latitude'])
    .where('id', 'in', [...new Set(reads.map(({ cameraId }) => cameraId))])
    .execute();
  return new Map(
    rows.flatMap(({ id, longitude, latitude }) =>
      longitude === null || latitude === null ? [] : [[id, [longitude, latitude]]],
    ),
  );
}
