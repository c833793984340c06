/** Vehicles of one lane that are kept; what comes beyond them is not looked at. */
const MOST = 256;

/** The vehicles of one lane, the foremost first, in columns: they are read millions of times a second. */
export class LaneVehicles {
  count = 0;
  /** Metres before the stop line. */
  readonly distance = new Float64Array(MOST);
  /** Metres a second. */
  readonly speed = new Float64Array(MOST);
  /** Place of each one's movement. */
  readonly movement = new Int16Array(MOST);

  clear(): void {
    this.count = 0;
  }

  copy(other: LaneVehicles): void {
    const { count } = other;
    this.count = count;
    this.distance.set(other.distance.subarray(0, count));
    this.speed.set(other.speed.subarray(0, count));
    this.movement.set(other.movement.subarray(0, count));
  }

  /** Puts a vehicle behind the others. */
  push(distance: number, speed: number, movement: number): void {
    if (this.count >= MOST) return;
    this.distance[this.count] = distance;
    this.speed[this.count] = speed;
    this.movement[this.count] = movement;
    this.count += 1;
  }

  /** Takes the foremost ones away. */
  drop(foremost: number): void {
    this.distance.copyWithin(0, foremost, this.count);
    this.speed.copyWithin(0, foremost, this.count);
    this.movement.copyWithin(0, foremost, this.count);
    this.count -= foremost;
  }
}
