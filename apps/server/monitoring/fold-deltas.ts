import type { InputHour, MonitoredHour } from '@amaan/contracts/monitoring';
import { addHistograms } from '@amaan/governance-monitoring/bins';
import {
  getInputHours,
  getMonitoredHours,
  putInputHours,
  putMonitoredHours,
  takeMonitoringDeltas,
} from '@amaan/store/monitoring-deltas';
import type { Database } from '@amaan/store/open-database';

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
  const outputs = deltas.flatMap((delta) => delta.outputs);
  const inputs = deltas.flatMap((delta) => delta.inputs);
  const outputKey = (hour: MonitoredHour) => `${hour.hour} ${hour.system} ${hour.groupId} ${hour.simulated}`;
  const inputKey = (hour: InputHour) => `${hour.hour} ${hour.groupId} ${hour.simulated}`;
  const newOutputs = joinBy(outputs, outputKey, joinOutputs);
  const newInputs = joinBy(inputs, inputKey, joinInputs);
  const there = await getMonitoredHours(tx, newOutputs);
  const inputsThere = await getInputHours(tx, newInputs);
  await putMonitoredHours(tx, joinBy([...there, ...newOutputs], outputKey, joinOutputs));
  await putInputHours(tx, joinBy([...inputsThere, ...newInputs], inputKey, joinInputs));
  return deltas.length;
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
