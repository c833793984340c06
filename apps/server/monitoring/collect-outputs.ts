import type { Identifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import type { MonitoredHour } from '@amaan/contracts/monitoring';
import type { Observation } from '@amaan/contracts/observation';
import { confidenceBin, countIn, logBin } from '@amaan/governance-monitoring/bins';
import { insertMonitoringDelta } from '@amaan/store/monitoring-deltas';
import type { Database } from '@amaan/store/open-database';

const HOUR_MS = 60 * 60_000;

/** Counts observations that are being stored, in the transaction that stores them. */
export type CollectOutputs = (
  tx: Database,
  observations: readonly Observation[],
  groupOf: (observation: Observation) => Identifier | undefined,
  now: number,
) => Promise<void>;

type Filling = Omit<MonitoredHour, 'volume' | 'latency' | 'confidence' | 'objects'> & {
  volume: number;
  readonly latency: Record<string, number>;
  readonly confidence: Record<string, number>;
  readonly objects: Record<string, number>;
};

/**
 * Writes what a batch adds to the hours of monitoring. Only observations that are new count, and the row commits
 * with them or not at all: each counts exactly once, however often its batch comes.
 */
export const collectOutputs: CollectOutputs = async (tx, observations, groupOf, now) => {
  if (observations.length === 0) return;
  const outputs = countOutputs(observations, groupOf, now);
  if (outputs.length > 0) await insertMonitoringDelta(tx, { outputs, inputs: [] });
};

/** What observations add to each hour, AI system and camera group. @param now when they were stored */
export function countOutputs(
  observations: readonly Observation[],
  groupOf: (observation: Observation) => Identifier | undefined,
  now: number,
): MonitoredHour[] {
  const filling = new Map<string, Filling>();
  for (const observation of observations) {
    const groupId = groupOf(observation);
    if (groupId === undefined) continue;
    const { system, siteId, simulated, object } = observation;
    const capturedAt = Date.parse(observation.capturedAt) - observation.clockOffsetMs;
    const hour = Math.floor(capturedAt / HOUR_MS) * HOUR_MS;
    const key = `${hour} ${groupId} ${simulated} ${system}`;
    let counts = filling.get(key);
    if (counts === undefined) {
      counts = {
        hour: instantOf(hour),
        system,
        siteId,
        groupId,
        simulated,
        volume: 0,
        latency: {},
        confidence: {},
        objects: {},
      };
      filling.set(key, counts);
    }
    counts.volume += 1;
    countIn(counts.latency, logBin(now - capturedAt));
    countIn(counts.confidence, confidenceBin(object.confidence));
    countIn(counts.objects, object.class);
  }
  return [...filling.values()];
}
