import type { TrackedObject } from '@amaan/contracts/detection';
import type { Box } from '@amaan/contracts/geometry';
import { instantOf } from '@amaan/contracts/instant';
import type { TrafficIncident, TrafficIncidentEnd } from '@amaan/contracts/traffic/traffic-incident';
import type { CheckedTrafficView, TrafficLane } from '@amaan/contracts/traffic/traffic-view';
import type { VehicleTrajectory } from '@amaan/road/measuring/vehicle-trajectory';
import type { LaneMeter, Moment } from '../measuring/lane-meter.ts';
import { trafficManagement } from '../system.ts';
import { Congestion } from './congestion.ts';
import type { IncidentWatcher, Noticed, Over } from './incident-watcher.ts';
import { Pedestrians } from './pedestrians.ts';
import { StoppedVehicles } from './stopped-vehicles.ts';
import { SuddenQueues } from './sudden-queues.ts';
import { WrongWay } from './wrong-way.ts';

/** Looks for incidents of every kind in a view, and tells them in instants. */
export class IncidentWatch {
  readonly #lanes: readonly LaneMeter[];
  readonly #watchers: readonly IncidentWatcher[];

  constructor(view: Pick<CheckedTrafficView, 'crossings' | 'standing'>, lanes: readonly LaneMeter[]) {
    const { thresholds, settings } = trafficManagement;
    const { clearSeconds } = settings;
    this.#lanes = lanes;
    this.#watchers = [
      new StoppedVehicles({
        seconds: settings.stoppedSeconds,
        atSignalSeconds: settings.stoppedAtSignalSeconds,
        clearSeconds,
        standing: view.standing,
      }),
      new WrongWay({ kmh: thresholds.wrongWayKmh, metres: thresholds.wrongWayMetres, clearSeconds }),
      new Pedestrians({ seconds: settings.pedestrianSeconds, clearSeconds, crossings: view.crossings }),
      new SuddenQueues({
        vehicles: thresholds.suddenQueueVehicles,
        holdSeconds: settings.suddenQueueSeconds,
        clearSeconds,
      }),
      new Congestion({
        windowSeconds: settings.congestionWindowSeconds,
        holdSeconds: settings.congestionHoldSeconds,
        clearSeconds,
        congestedShare: thresholds.congestedShare,
        freeShare: thresholds.freeShare,
        congestedOccupancy: thresholds.congestedOccupancy,
        freeOccupancy: thresholds.freeOccupancy,
      }),
    ];
  }

  /** Takes a frame, after the lanes did. */
  step(vehicles: readonly VehicleTrajectory[], objects: readonly TrackedObject[], moment: Moment) {
    const scene = { lanes: this.#lanes, vehicles, objects, moment };
    const reports = this.#watchers.map((watcher) => watcher.step(scene));
    return {
      incidents: reports.flatMap(({ noticed }) => noticed.map((one) => this.#incidentOf(one, moment))),
      ends: reports.flatMap(({ over }) => over.map((one) => endOf(one, moment))),
    };
  }

  /** The pictures are over. */
  finish(moment: Moment): TrafficIncidentEnd[] {
    return this.#watchers.flatMap((watcher) =>
      watcher.finish(moment.seconds).map((over) => endOf(over, moment)),
    );
  }

  #incidentOf({ began, object, ...noticed }: Noticed, moment: Moment): TrafficIncident {
    const lane = this.#lanes.find(({ measured }) => measured.lane.id === noticed.laneId)!.measured.lane;
    return {
      ...noticed,
      object,
      box: object?.box ?? boxOf(lane),
      began: instantAt(began, moment),
      noticed: instantAt(moment.seconds, moment),
      secondsToDetect: Math.max(0, moment.seconds - began),
    };
  }
}

function endOf({ began, ended, ...over }: Over, moment: Moment): TrafficIncidentEnd {
  return { ...over, began: instantAt(began, moment), ended: instantAt(ended, moment) };
}

function instantAt(seconds: number, { seconds: now, capturedAt }: Moment) {
  return instantOf(Math.round(capturedAt + 1000 * (seconds - now)));
}

/** The box round a lane's surface. */
function boxOf({ polygon }: TrafficLane): Box {
  const [xs, ys] = [polygon.map(([x]) => x), polygon.map(([, y]) => y)];
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return [x, y, Math.max(...xs) - x, Math.max(...ys) - y];
}
