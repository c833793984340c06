import type { Identifier } from '@amaan/contracts/identifier';
import type { Observation } from '@amaan/contracts/observation';
import { observedIn } from '@amaan/contracts/observed';
import { confidenceBin, logBin } from '@amaan/governance-monitoring/bins';
import type { MonitoringDelta, OutputScope } from '@amaan/store/monitoring-deltas';

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

/** The class of a plate whose vehicle was not seen. */
const UNKNOWN_VEHICLE = 'plate';

/**
 * Notes five bytes of each observation. This runs for every report of the city, between two statements of the
 * transaction that stores it, so counting is left to `foldDeltas`.
 */
export const collectOutputs: CollectOutputs = (observations, groups, now) => {
  const scopes: (OutputScope & { readonly places: Map<Identifier, number> })[] = [];
  const keys: [scope: number, groupId: Identifier][] = [];
  const classes: string[] = [];
  const rows = Buffer.allocUnsafe(observations.length * ROW_BYTES);
  let end = 0;
  for (const observation of observations) {
    const groupId = groups.get(observation.cameraId);
    if (groupId === undefined) continue;
    const { system, siteId, simulated } = observation;
    const seen = observedIn(observation);
    const objectClass = seen.class ?? UNKNOWN_VEHICLE;
    const capturedAt = Date.parse(observation.capturedAt) - observation.clockOffsetMs;
    const hour = capturedAt - (capturedAt % HOUR_MS);
    let at = scopes.findIndex(
      (scope) =>
        scope.hour === hour &&
        scope.system === system &&
        scope.siteId === siteId &&
        scope.simulated === simulated,
    );
    if (at === -1) at = scopes.push({ hour, system, siteId, simulated, places: new Map() }) - 1;
    const { places } = scopes[at]!;
    let place = places.get(groupId);
    if (place === undefined) {
      place = keys.push([at, groupId]) - 1;
      places.set(groupId, place);
    }
    let classAt = classes.indexOf(objectClass);
    if (classAt === -1) classAt = classes.push(objectClass) - 1;
    rows.writeUInt16LE(place, end);
    rows[end + 2] = Math.min(LAST_LATENCY_BIN, logBin(now - capturedAt));
    rows[end + 3] = confidenceBin(seen.confidence);
    rows[end + 4] = classAt;
    end += ROW_BYTES;
  }
  if (end === 0) return null;
  return {
    scopes: scopes.map(({ places: _, ...scope }) => scope),
    keys,
    classes,
    rows: rows.subarray(0, end),
    inputs: [],
  };
};
