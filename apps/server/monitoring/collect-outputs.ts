import type { Identifier } from '@amaan/contracts/identifier';
import type { Observation } from '@amaan/contracts/observation';
import { confidenceBin, logBin } from '@amaan/governance-monitoring/bins';
import type { MonitoringDelta, OutputKey } from '@amaan/store/monitoring-deltas';

const HOUR_MS = 60 * 60_000;
/** Bytes of one observation in a delta: key (2), latency bin, confidence bin, class. */
export const ROW_BYTES = 5;
/** Latencies of more than this bin, years, are counted in it. */
const LAST_LATENCY_BIN = 255;

/**
 * What a batch adds to the hours of monitoring, or null when it adds nothing. It is written by the statement that
 * stores the batch.
 *
 * @param groups camera groups by camera
 * @param now when the batch is stored, Unix time in milliseconds
 */
export type CollectOutputs = (
  observations: readonly Observation[],
  groups: ReadonlyMap<Identifier, Identifier>,
  now: number,
) => MonitoringDelta | null;

/**
 * Notes five bytes of each observation. This runs for every report of the city, between two statements of the
 * transaction that stores it, so counting is left to `foldDeltas`.
 */
export const collectOutputs: CollectOutputs = (observations, groups, now) => {
  const keys: OutputKey[] = [];
  const placesOf = new Map<Identifier, number[]>();
  const classes: string[] = [];
  const rows = Buffer.alloc(observations.length * ROW_BYTES);
  let end = 0;
  for (const observation of observations) {
    const groupId = groups.get(observation.cameraId);
    if (groupId === undefined) continue;
    const { system, siteId, simulated, object } = observation;
    const capturedAt = Date.parse(observation.capturedAt) - observation.clockOffsetMs;
    const hour = capturedAt - (capturedAt % HOUR_MS);
    let places = placesOf.get(groupId);
    if (places === undefined) {
      places = [];
      placesOf.set(groupId, places);
    }
    let place = places.find((at) => {
      const key = keys[at]!;
      return key.hour === hour && key.system === system && key.simulated === simulated;
    });
    if (place === undefined) {
      place = keys.push({ hour, system, siteId, groupId, simulated }) - 1;
      places.push(place);
    }
    let classAt = classes.indexOf(object.class);
    if (classAt === -1) classAt = classes.push(object.class) - 1;
    rows.writeUInt16LE(place, end);
    rows[end + 2] = Math.min(LAST_LATENCY_BIN, logBin(now - capturedAt));
    rows[end + 3] = confidenceBin(object.confidence);
    rows[end + 4] = classAt;
    end += ROW_BYTES;
  }
  if (end === 0) return null;
  return { keys, classes, rows: rows.toString('base64', 0, end), inputs: [] };
};
