import { digestOfJson } from '@amaan/contracts/digest-of';
import type { Identifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import type { LedgerEntry } from '@amaan/contracts/ledger-entry';
import type {
  SimulatedCamera,
  SimulatedCameraInput,
  SimulatedCorridor,
} from '@amaan/contracts/simulation-messages';
import type { Calibration, CalibrationInput } from '@amaan/contracts/traffic/calibration';
import type { TrafficView } from '@amaan/contracts/traffic/traffic-view';
import { calibrate } from '@amaan/road/calibration/calibrate';
import type { Database } from '@amaan/store/open-database';
import { SIMULATOR } from '@amaan/store/simulated-cameras';
import { insertCorridor, listCorridors } from '@amaan/store/traffic/corridors';
import { listTrafficViews, saveTrafficView } from '@amaan/store/traffic/traffic-views';
import { ledgerEntry } from '../ledger/ledger-entry.ts';

const BY = { id: SIMULATOR, name: 'Simulator' };

export interface SimulatedTraffic {
  /** The views of the cameras, by their identifiers: those that were there, and the new ones. */
  readonly views: ReadonlyMap<Identifier, TrafficView>;
  readonly entries: readonly LedgerEntry[];
}

/**
 * Draws the lanes of simulated cameras that have none, and lays the corridors that are not there, in the caller's
 * transaction. What people changed since stays.
 */
export async function ensureSimulatedTraffic(
  tx: Database,
  cameras: readonly SimulatedCamera[],
  inputs: readonly SimulatedCameraInput[],
  corridors: readonly SimulatedCorridor[],
  now: number,
): Promise<SimulatedTraffic> {
  const known = await listTrafficViews(tx, { cameras: cameras.map(({ id }) => id) });
  const views = new Map(known.map(({ view }) => [view.cameraId, view]));
  const byName = new Map(cameras.map((camera) => [camera.name, camera]));
  const calibrations = new Map<string, Calibration>();
  const at = instantOf(now);
  const entries: LedgerEntry[] = [];
  for (const { name, traffic } of inputs) {
    const camera = byName.get(name);
    if (!traffic || camera === undefined || views.has(camera.id)) continue;
    const { calibration: input, ...lanes } = traffic;
    const calibration = input === null ? null : calibratedOnce(calibrations, input);
    const view = { ...lanes, calibration };
    const saved = await saveTrafficView(tx, { cameraId: camera.id, view, note: 'Simulated.', at, by: BY }, 0);
    views.set(camera.id, saved);
    entries.push(
      ledgerEntry({
        kind: 'traffic-view.saved',
        at: now,
        actor: SIMULATOR,
        subject: `traffic-view:${saved.id}`,
        data: {
          cameraId: camera.id,
          version: saved.version,
          lanes: saved.lanes.length,
          viewDigest: digestOfJson({ ...lanes, calibration: input }),
        },
      }),
    );
  }
  const laid = new Set((await listCorridors(tx, 'all')).map(({ name }) => name));
  for (const { name, stops } of corridors) {
    const placed = stops.flatMap(({ camera, approach }) => {
      const found = byName.get(camera);
      return found === undefined ? [] : [{ cameraId: found.id, approach, metresFromLast: null }];
    });
    const siteId = cameras[0]?.siteId;
    if (laid.has(name) || placed.length < 2 || siteId === undefined) continue;
    const corridor = await insertCorridor(tx, { name, siteId, stops: placed }, { at, by: BY });
    entries.push(
      ledgerEntry({
        kind: 'traffic-corridor.created',
        at: now,
        actor: SIMULATOR,
        subject: `traffic-corridor:${corridor.id}`,
        data: {
          version: 1,
          siteId,
          stops: placed.length,
          digest: digestOfJson({ name, siteId, stops: placed }),
        },
      }),
    );
  }
  return { views, entries };
}

/** All cameras of a district look alike: what follows from their marks is worked out once. */
function calibratedOnce(known: Map<string, Calibration>, input: CalibrationInput): Calibration {
  const key = digestOfJson(input);
  const calibration = known.get(key) ?? calibrate(input);
  known.set(key, calibration);
  return calibration;
}
