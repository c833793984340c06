import type { TrackedObject } from '@amaan/contracts/detection';
import type { Box, Polygon } from '@amaan/contracts/geometry';
import { VEHICLE_CLASSES } from '@amaan/contracts/object-class';
import { footPoint } from '@amaan/vision/tracking/foot-point';
import { isInside } from '@amaan/vision/tracking/picture-geometry';
import type { IncidentWatcher, TrafficScene } from './incident-watcher.ts';
import { ObjectIncidents, type Suspect } from './object-incidents.ts';

export interface PedestrianOptions {
  readonly seconds: number;
  readonly clearSeconds: number;
  /** Where people may walk over the lanes. */
  readonly crossings: readonly Polygon[];
}

/** Somebody of whom so much lies in a vehicle's box rides or sits in it. */
const RIDER_SHARE = 0.35;

/** People on foot on a lane, away from its crossings. Who rides a motorcycle or bicycle is not on foot. */
export class Pedestrians implements IncidentWatcher {
  readonly #options: PedestrianOptions;
  readonly #incidents: ObjectIncidents;

  constructor(options: PedestrianOptions) {
    this.#options = options;
    this.#incidents = new ObjectIncidents('pedestrian-on-carriageway', options.clearSeconds);
  }

  step({ lanes, objects, moment }: TrafficScene) {
    const vehicles = objects.filter((object) => VEHICLE_CLASSES.includes(object.class));
    const suspects = objects.flatMap((object): Suspect[] => {
      if (object.class !== 'person' || this.#isRider(object, vehicles)) return [];
      const foot = footPoint(object.box);
      if (this.#options.crossings.some((polygon) => isInside(polygon, foot))) return [];
      const lane = lanes.find(({ measured }) => measured.holds({ foot }));
      if (!lane) return [];
      return [
        {
          object,
          laneId: lane.measured.lane.id,
          since: moment.seconds,
          holdSeconds: this.#options.seconds,
          speedKmh: null,
        },
      ];
    });
    return this.#incidents.step(suspects, moment.seconds);
  }

  finish() {
    return this.#incidents.finish();
  }

  #isRider({ box }: TrackedObject, vehicles: readonly TrackedObject[]): boolean {
    return vehicles.some((vehicle) => sharedShare(box, vehicle.box) > RIDER_SHARE);
  }
}

/** What part of the first box lies in the second. */
function sharedShare([x, y, width, height]: Box, [ox, oy, otherWidth, otherHeight]: Box): number {
  const across = Math.min(x + width, ox + otherWidth) - Math.max(x, ox);
  const down = Math.min(y + height, oy + otherHeight) - Math.max(y, oy);
  return across > 0 && down > 0 ? (across * down) / (width * height) : 0;
}
