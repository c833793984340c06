import type { Identifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import type { Histogram, MonitoredHour } from '@amaan/contracts/monitoring';
import type { Observation } from '@amaan/contracts/observation';
import { confidenceBin, countIn, logBin } from '@amaan/governance-monitoring/bins';
import type { MonitoringDelta } from '@amaan/store/monitoring-deltas';

const HOUR_MS = 60 * 60_000;
/** Latencies of more than this bin, a year, are counted in it. */
const LAST_LATENCY_BIN = 255;

/**
 * What a batch adds to the hours of monitoring, or null when it adds nothing. It is written by the statement that
 * stores the batch: this runs for every report of the city, so it allocates per group and not per report.
 */
export type CollectOutputs = (
  observations: readonly Observation[],
  groupOf: (observation: Observation) => Identifier | undefined,
  now: number,
) => MonitoringDelta | null;

/** Counts observations by hour, AI system and camera group. @param now when they are stored */
export const collectOutputs: CollectOutputs = (observations, groupOf, now) => {
  const byGroup = new Map<Identifier, Counts[]>();
  for (const observation of observations) {
    const groupId = groupOf(observation);
    if (groupId === undefined) continue;
    const capturedAt = Date.parse(observation.capturedAt) - observation.clockOffsetMs;
    const hour = capturedAt - (capturedAt % HOUR_MS);
    const group = byGroup.get(groupId) ?? [];
    if (group.length === 0) byGroup.set(groupId, group);
    let counts = group.find((one) => one.isOf(observation, hour));
    if (counts === undefined) {
      counts = new Counts(observation, groupId, hour);
      group.push(counts);
    }
    counts.add(observation.object, now - capturedAt);
  }
  if (byGroup.size === 0) return null;
  return {
    outputs: [...byGroup.values()].flatMap((group) => group.map((counts) => counts.total())),
    inputs: [],
  };
};

/** One hour of one AI system on one camera group, being counted. */
class Counts {
  readonly #observation: Observation;
  readonly #groupId: Identifier;
  readonly #hour: number;
  readonly #latency = new Uint32Array(LAST_LATENCY_BIN + 1);
  readonly #confidence = new Uint32Array(20);
  readonly #objects: Record<string, number> = {};
  #volume = 0;

  constructor(observation: Observation, groupId: Identifier, hour: number) {
    this.#observation = observation;
    this.#groupId = groupId;
    this.#hour = hour;
  }

  isOf({ system, simulated }: Observation, hour: number): boolean {
    const own = this.#observation;
    return hour === this.#hour && system === own.system && simulated === own.simulated;
  }

  add(object: Observation['object'], latencyMs: number): void {
    this.#volume += 1;
    this.#latency[Math.min(LAST_LATENCY_BIN, logBin(latencyMs))]! += 1;
    this.#confidence[confidenceBin(object.confidence)]! += 1;
    countIn(this.#objects, object.class);
  }

  total(): MonitoredHour {
    const { system, siteId, simulated } = this.#observation;
    return {
      hour: instantOf(this.#hour),
      system,
      siteId,
      groupId: this.#groupId,
      simulated,
      volume: this.#volume,
      latency: histogramOf(this.#latency),
      confidence: histogramOf(this.#confidence),
      objects: this.#objects,
    };
  }
}

function histogramOf(counts: Uint32Array): Histogram {
  const histogram: Record<string, number> = {};
  for (let bin = 0; bin < counts.length; bin++) if (counts[bin]! > 0) histogram[bin] = counts[bin]!;
  return histogram;
}
