import type { TrackedObject } from '@amaan/contracts/detection';
import type { Box } from '@amaan/contracts/geometry';
import { VEHICLE_CLASSES } from '@amaan/contracts/object-class';
import type { VehicleAttributes } from '@amaan/contracts/plates/vehicle';
import { vehicleColour } from '@amaan/number-plates/vehicle/vehicle-colour';
import { vehicleHeading } from '@amaan/number-plates/vehicle/vehicle-heading';
import type { Picture } from '@amaan/vision/image/picture';

/** A vehicle that was not seen for so long is forgotten. */
const KEPT_SECONDS = 15;

const UNSEEN: VehicleAttributes = {
  class: null,
  classConfidence: 0,
  colour: null,
  colourConfidence: 0,
  heading: null,
  box: null,
};

interface SeenVehicle {
  readonly first: Box;
  last: TrackedObject;
  lastSeconds: number;
}

/** The vehicles of one camera, as far as their plates need them. */
export class VehicleSightings {
  readonly #seen = new Map<number, SeenVehicle>();

  /** Notes the vehicles of a frame. */
  add(objects: readonly TrackedObject[], seconds: number): void {
    for (const object of objects) {
      if (!VEHICLE_CLASSES.includes(object.class)) continue;
      const known = this.#seen.get(object.track);
      if (known) Object.assign(known, { last: object, lastSeconds: seconds });
      else this.#seen.set(object.track, { first: object.box, last: object, lastSeconds: seconds });
    }
    for (const [track, { lastSeconds }] of this.#seen) {
      if (seconds - lastSeconds > KEPT_SECONDS) this.#seen.delete(track);
    }
  }

  /** The vehicle that a plate is on: of those whose box holds its middle the smallest; null for none. */
  static holding(objects: readonly TrackedObject[], x: number, y: number): TrackedObject | null {
    const holding = objects.filter(({ class: of, box: [left, top, width, height] }) => {
      const isInside = x >= left && x <= left + width && y >= top && y <= top + height;
      return isInside && VEHICLE_CLASSES.includes(of);
    });
    return holding.toSorted((a, b) => a.box[2] * a.box[3] - b.box[2] * b.box[3])[0] ?? null;
  }

  /**
   * @param track of the vehicle, or null for a plate without one.
   * @param picture of the best read, and where the vehicle was in it.
   */
  attributesOf(track: number | null, picture: Picture, box: Box | null): VehicleAttributes {
    const seen = track === null ? undefined : this.#seen.get(track);
    if (!seen || box === null) return UNSEEN;
    const colour = vehicleColour(picture, box);
    return {
      class: seen.last.class,
      classConfidence: seen.last.confidence,
      colour: colour?.colour ?? null,
      colourConfidence: colour?.confidence ?? 0,
      heading: vehicleHeading(seen.first, seen.last.box),
      box,
    };
  }
}
