import type { SeenVehicle } from '../controller.ts';

interface Remembered {
  readonly vehicle: SeenVehicle;
  readonly at: number;
}

/** Seconds for which a vehicle that is not seen any more is taken to be there still. */
const LONGEST = 4;
/** Metres within which a vehicle that is seen is taken to be the one that was lost. */
const SAME = 3;
/** Who was so near to the line, in metres, and is not seen any more has probably passed it. */
const PASSED = 8;

/**
 * The vehicles of one lane, with those that a camera has just lost: a vehicle that was seen a moment ago has not vanished from
 * the road, and a queue with a hole would be taken for two.
 */
export class Coasting {
  #remembered = new Map<string, Remembered>();

  /**
   * @param vehicles as seen now; nearest first
   * @param maySetOff whether the lane's light lets somebody go, so that who is lost at the line may have left
   */
  see(vehicles: readonly SeenVehicle[], maySetOff: boolean, now: number): readonly SeenVehicle[] {
    const next = new Map<string, Remembered>();
    for (const vehicle of vehicles) next.set(vehicle.track, { vehicle, at: now });
    const lost: SeenVehicle[] = [];
    for (const [track, remembered] of this.#remembered) {
      if (next.has(track) || now - remembered.at > LONGEST) continue;
      const { vehicle } = remembered;
      const distance = vehicle.distance - vehicle.speed * (now - remembered.at);
      if (distance < 0 || (maySetOff && distance < PASSED)) continue;
      if (vehicles.some((seen) => Math.abs(seen.distance - distance) < SAME)) continue;
      next.set(track, remembered);
      lost.push({ ...vehicle, distance });
    }
    this.#remembered = next;
    if (lost.length === 0) return vehicles;
    return [...vehicles, ...lost].sort((a, b) => a.distance - b.distance);
  }
}
