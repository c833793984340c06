import type { ViolationKind } from '@amaan/contracts/violations/violation-kind';
import { PARKING } from './junction-network.ts';
import type { RoadGeometry } from './road-geometry.ts';
import { PROHIBITED, RULES, type Scene } from './scene.ts';
import type { SimulatedVehicle, SimulationStep } from './sumo-drive.ts';

/** What a vehicle really did. */
export interface TrueViolation {
  readonly kind: ViolationKind;
  readonly vehicle: string;
  readonly seconds: number;
  /**
   * So narrow, or so near the edge of what is drawn, that nobody is blamed for reporting it nor for leaving it.
   */
  readonly isNarrow?: boolean;
  /** Of a speed: above limit and tolerance, in km/h. */
  readonly byKmh?: number;
}

/** Within what the errors that are stated may account for: above limit and tolerance, and after red and grace. */
export const NARROW = { kmh: 4, seconds: 0.7 } as const;

/** One vehicle as it drives. */
interface Way {
  last: SimulatedVehicle;
  seconds: number;
  /** When its front went over the stop line, how long it had been red then, and from which edge it came. */
  over: { readonly seconds: number; readonly redFor: number | null } | null;
  standingSince: number | null;
  /** Rested beyond the stop line. */
  hasRested: boolean;
  againstM: number;
  inLaneSince: number | null;
  drawnSince: number | null;
  readonly told: Set<string>;
}

/**
 * What happened on an approach by the law, from the simulation alone: lanes, metres along them and the signal's letters. It
 * knows no picture, no track and no line that was drawn.
 */
export class Truth {
  readonly violations: TrueViolation[] = [];
  readonly #scene: Scene;
  readonly #geometry: RoadGeometry;
  readonly #full: boolean;
  readonly #ways = new Map<string, Way>();
  readonly #redSince = new Map<number, number>();

  constructor(scene: Scene, geometry: RoadGeometry, full: boolean) {
    this.#scene = scene;
    this.#geometry = geometry;
    this.#full = full;
  }

  /** The light of a way over the junction by its letter. */
  static isRed(letter: string | undefined): boolean {
    return letter === 'r';
  }

  step({ seconds, vehicles, signal }: SimulationStep): void {
    for (const { link } of this.#geometry.ways) {
      if (!Truth.isRed(signal[link])) this.#redSince.delete(link);
      else if (!this.#redSince.has(link)) this.#redSince.set(link, seconds);
    }
    for (const vehicle of vehicles) {
      const way = this.#ways.get(vehicle.id);
      if (way) this.#follow(way, vehicle, seconds);
      else
        this.#ways.set(vehicle.id, {
          ...{ last: vehicle, seconds, over: null, standingSince: null, hasRested: false },
          ...{ againstM: 0, inLaneSince: null, drawnSince: null, told: new Set() },
        });
    }
  }

  #follow(way: Way, now: SimulatedVehicle, seconds: number): void {
    const { last } = way;
    const from = this.#approachLane(last.lane);
    const to = this.#approachLane(now.lane);
    const passed = seconds - way.seconds;
    if (from && way.over === null) {
      const line = from.length - this.#scene.stopOffset;
      // Beyond the lane's end it is on another: the way there is what it drove.
      const before = line - last.lanePosition;
      const moved = to && to.id === from.id ? now.lanePosition - last.lanePosition : now.speed * passed;
      if (before >= 0 && moved > before) {
        const at = way.seconds + (passed * before) / moved;
        way.over = { seconds: at, redFor: this.#redFor(from.id, at) };
      }
      this.#speed(way, now, last, from.length, seconds, passed);
    }
    if (way.over !== null) this.#afterTheLine(way, now, seconds);
    if (this.#full) this.#others(way, now, to?.id ?? null, seconds, passed);
    way.standingSince = now.speed < 0.1 ? (way.standingSince ?? seconds) : null;
    way.last = now;
    way.seconds = seconds;
  }

  #speed(
    way: Way,
    now: SimulatedVehicle,
    last: SimulatedVehicle,
    length: number,
    seconds: number,
    passed: number,
  ): void {
    const line = length - this.#scene.stopOffset - RULES.countingM;
    if (now.lane !== last.lane || last.lanePosition > line || now.lanePosition <= line || passed === 0)
      return;
    const byKmh = 3.6 * now.speed - this.#scene.limitKmh - RULES.toleranceKmh;
    if (byKmh > 0)
      this.#tell(way, { kind: 'speed', vehicle: now.id, seconds, byKmh, isNarrow: byKmh < NARROW.kmh });
  }

  /** What becomes of a vehicle that is over the stop line. */
  #afterTheLine(way: Way, now: SimulatedVehicle, seconds: number): void {
    const { over, standingSince } = way;
    if (over === null) return;
    const edge = now.lane.slice(0, now.lane.lastIndexOf('_'));
    const isOut = this.#geometry.ways.some(({ from, to }) => from === this.#scene.approach && to === edge);
    const isLate = over.redFor !== null && over.redFor >= RULES.graceMs / 1000;
    const isNarrow = isLate && over.redFor! < RULES.graceMs / 1000 + NARROW.seconds;
    const lane = this.#approachLane(now.lane);
    const isBeyond = lane !== null && now.lanePosition > lane.length - this.#scene.stopOffset + 0.7;
    if (standingSince !== null && seconds - standingSince >= 1 && !isOut) way.hasRested = true;
    if (this.#full && isLate && isBeyond && standingSince !== null) {
      const stillRed = this.#redFor(now.lane, seconds) !== null;
      if (seconds - standingSince >= RULES.restSeconds && stillRed)
        this.#tell(way, { kind: 'stop-line', vehicle: now.id, seconds: over.seconds, isNarrow });
    }
    if (!isOut) return;
    if (isLate && !way.hasRested)
      this.#tell(way, { kind: 'red-light', vehicle: now.id, seconds: over.seconds, isNarrow });
    const turned = this.#scene.approach === PROHIBITED.from && edge === PROHIBITED.to;
    if (this.#full && turned) this.#tell(way, { kind: 'prohibited-turn', vehicle: now.id, seconds });
    way.over = null;
  }

  #others(way: Way, now: SimulatedVehicle, lane: string | null, seconds: number, passed: number): void {
    if (now.lane.startsWith('ctr')) {
      // Only where the lanes are drawn.
      if (this.#isDrawn(now)) way.againstM += now.speed * passed;
      if (way.againstM >= RULES.leastWrongWayMetres)
        this.#tell(way, { kind: 'wrong-way', vehicle: now.id, seconds });
    }
    const inner = lane?.endsWith('_1') ? this.#approachLane(lane) : null;
    const isHeavy = now.class === 'truck' || now.class === 'bus';
    way.inLaneSince = inner !== null && isHeavy ? (way.inLaneSince ?? seconds) : null;
    const drawn = inner === null ? 0 : inner.length - now.lanePosition - this.#scene.stopOffset;
    way.drawnSince =
      inner !== null && isHeavy && drawn > 1 && drawn < 65 ? (way.drawnSince ?? seconds) : null;
    for (const [since, isNarrow] of [
      [way.drawnSince, false],
      [way.inLaneSince, true],
    ] as const)
      if (since !== null && seconds - since >= RULES.laneSeconds)
        this.#tell(way, { kind: 'lane', vehicle: now.id, seconds: since, isNarrow });
    const kerb = this.#approachLane(now.lane);
    const isAtKerb =
      kerb?.id.endsWith('_0') && way.standingSince !== null && this.#isParkingPlace(kerb.length, now);
    if (isAtKerb && seconds - way.standingSince! >= RULES.parkingSeconds && isAside(kerb!, now))
      this.#tell(way, { kind: 'no-parking', vehicle: now.id, seconds: way.standingSince! });
  }

  #isDrawn({ front }: SimulatedVehicle): boolean {
    const end = this.#scene.lanes[0]!.shape.at(-1)!;
    const before = Math.hypot(front[0] - end[0], front[1] - end[1]) - this.#scene.stopOffset;
    return before > 0 && before < 65;
  }

  #isParkingPlace(length: number, { lanePosition }: SimulatedVehicle): boolean {
    const left = length - lanePosition;
    return left > PARKING.to - 4 && left < PARKING.from + 4;
  }

  /** How long all ways from a lane have been red; null: at least one is not. */
  #redFor(lane: string, at: number): number | null {
    const links = this.#geometry.ways.filter(({ fromLane }) => fromLane === lane).map(({ link }) => link);
    const since = links.map((link) => this.#redSince.get(link));
    if (since.length === 0 || since.some((one) => one === undefined)) return null;
    return Math.max(0, at - Math.max(...since.map((one) => one!)));
  }

  #approachLane(id: string) {
    const lane = this.#geometry.lanes.get(id);
    return lane?.edge === this.#scene.approach ? lane : null;
  }

  #tell(way: Way, violation: TrueViolation): void {
    const key = `${violation.kind} ${violation.isNarrow === true}` as const;
    if (way.told.has(key)) return;
    way.told.add(key);
    this.violations.push(violation);
  }
}

/** Whether a vehicle stands beside its lane and not on it. */
function isAside(
  lane: { readonly shape: readonly (readonly [number, number])[]; readonly width: number },
  { front }: SimulatedVehicle,
): boolean {
  const [[ax, ay], [bx, by]] = [lane.shape[0]!, lane.shape.at(-1)!];
  const off =
    Math.abs((bx - ax) * (front[1] - ay) - (by - ay) * (front[0] - ax)) / Math.hypot(bx - ax, by - ay);
  return off > lane.width / 2;
}
