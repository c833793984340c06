import type { Identifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import type { Histogram, InputHour, MonitoredHour } from '@amaan/contracts/monitoring';
import { addHistograms, countIn } from '@amaan/governance-monitoring/bins';
import {
  getInputHours,
  getMonitoredHours,
  type MonitoringDelta,
  type OutputScope,
  putInputHours,
  putMonitoredHours,
  takeMonitoringDeltas,
} from '@amaan/store/monitoring-deltas';
import type { Database } from '@amaan/store/open-database';
import { ROW_BYTES } from './collect-outputs.ts';

/** Deltas of one transaction: some 10 MB at most. */
const LIMIT = 1_000;

/**
 * Adds what ingest wrote to the hours, until nothing waits. Taking and adding are one transaction, so nothing is
 * lost or counted twice when the server is killed in between.
 *
 * @returns how many deltas were folded
 */
export async function foldDeltas(db: Database): Promise<number> {
  for (let folded = 0; ; ) {
    const taken = await db.transaction().execute(foldSome);
    folded += taken;
    if (taken < LIMIT) return folded;
  }
}

async function foldSome(tx: Database): Promise<number> {
  const deltas = await takeMonitoringDeltas(tx, LIMIT);
  const outputs = countOutputs(deltas);
  const inputs = deltas.flatMap((delta) => delta.inputs);
  const outputKey = (hour: MonitoredHour) => `${hour.hour} ${hour.system} ${hour.groupId} ${hour.simulated}`;
  const inputKey = (hour: InputHour) => `${hour.hour} ${hour.groupId} ${hour.simulated}`;
  const newInputs = joinBy(inputs, inputKey, joinInputs);
  const there = await getMonitoredHours(tx, outputs);
  const inputsThere = await getInputHours(tx, newInputs);
  await putMonitoredHours(tx, joinBy([...there, ...outputs], outputKey, joinOutputs));
  await putInputHours(tx, joinBy([...inputsThere, ...newInputs], inputKey, joinInputs));
  return deltas.length;
}

/** Counts the observations that deltas noted, each in its hour. */
function countOutputs(deltas: readonly MonitoringDelta[]): MonitoredHour[] {
  const hours = new Map<string, Counts>();
  for (const { scopes, keys, classes, rows } of deltas) {
    const own = keys.map(([at, groupId]) => {
      const scope = scopes[at]!;
      const name = `${scope.hour} ${scope.system} ${groupId} ${scope.simulated}`;
      const counts = hours.get(name) ?? new Counts(scope, groupId);
      hours.set(name, counts);
      return counts;
    });
    for (let at = 0; at < rows.length; at += ROW_BYTES) {
      const key = rows[at]! + rows[at + 1]! * 256;
      own[key]!.add(rows[at + 2]!, rows[at + 3]!, classes[rows[at + 4]!]!);
    }
  }
  return [...hours.values()].map((counts) => counts.total());
}

/** One hour of one AI system on one camera group, being counted. */
class Counts {
  readonly #scope: OutputScope;
  readonly #groupId: Identifier;
  readonly #latency = new Uint32Array(256);
  readonly #confidence = new Uint32Array(20);
  readonly #objects: Record<string, number> = {};
  #volume = 0;

  constructor(scope: OutputScope, groupId: Identifier) {
    this.#scope = scope;
    this.#groupId = groupId;
  }

  add(latencyBin: number, confidenceBin: number, objectClass: string): void {
    this.#volume += 1;
    this.#latency[latencyBin]! += 1;
    this.#confidence[confidenceBin]! += 1;
    countIn(this.#objects, objectClass);
  }

  total(): MonitoredHour {
    const { hour, ...scope } = this.#scope;
    return {
      ...scope,
      groupId: this.#groupId,
      hour: instantOf(hour),
      volume: this.#volume,
      latency: histogramOf(this.#latency),
      confidence: histogramOf(this.#confidence),
      objects: this.#objects,
    };
  }
}

function histogramOf(counts: Uint32Array): Histogram {
  const histogram: Record<string, number> = {};
  for (const [bin, count] of counts.entries()) if (count > 0) histogram[bin] = count;
  return histogram;
}

function joinBy<Hour>(
  hours: readonly Hour[],
  keyOf: (hour: Hour) => string,
  join: (hours: readonly [Hour, ...Hour[]]) => Hour,
): Hour[] {
  const groups = Map.groupBy(hours, keyOf);
  return [...groups.values()].map(([first, ...rest]) => join([first!, ...rest]));
}

function joinOutputs(hours: readonly [MonitoredHour, ...MonitoredHour[]]): MonitoredHour {
  return {
    ...hours[0],
    volume: hours.reduce((sum, { volume }) => sum + volume, 0),
    latency: addHistograms(hours.map(({ latency }) => latency)),
    confidence: addHistograms(hours.map(({ confidence }) => confidence)),
    objects: addHistograms(hours.map(({ objects }) => objects)),
  };
}

function joinInputs(hours: readonly [InputHour, ...InputHour[]]): InputHour {
  return {
    ...hours[0],
    samples: hours.reduce((sum, { samples }) => sum + samples, 0),
    brightness: addHistograms(hours.map(({ brightness }) => brightness)),
    sharpness: addHistograms(hours.map(({ sharpness }) => sharpness)),
    resolution: addHistograms(hours.map(({ resolution }) => resolution)),
  };
}
