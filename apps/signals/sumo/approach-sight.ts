import type { SeenVehicle } from '@amaan/traffic-management/signals/controller';
import type { Variables } from '../traci/traci-client.ts';
import { VARIABLE } from '../traci/traci-codes.ts';
import type { Network } from './network.ts';
import type { SignalJunction } from './signal-junction.ts';
import { type LeadsTo, upstreamLanes } from './upstream-lanes.ts';

/** What is on the approaches of a signal at one moment. */
export interface ApproachState {
  /** In the junction's order of lanes; nearest first. */
  readonly lanes: readonly (readonly SeenVehicle[])[];
  /** Vehicles that left each lane over the stop line since the last look. */
  readonly departed: readonly number[];
  /** In the junction's order of exits. */
  readonly exits: readonly { readonly vehicles: number; readonly standing: number }[];
  readonly slowInside: number;
}

interface Upstream {
  readonly leadsTo: LeadsTo;
  /** How many vehicles were seen to go on to each of these lanes, and one for each that none was. */
  readonly shares: Map<string, number>;
}

/** Slower vehicles stand or will: inside a junction a change may trap them. Metres a second. */
const SLOW = 3;
/** How much one vehicle that was seen to choose its lane counts beside the shares' beginning. */
const LEARNING = 0.5;

/** Puts what SUMO says around a signal's junctions in the order of its lanes: everything, without error, within range. */
export class ApproachSight {
  readonly #network: Network;
  readonly #inside: readonly string[];
  readonly #range: number;
  readonly #laneOf: ReadonlyMap<string, number>;
  readonly #exitOf: ReadonlyMap<string, number>;
  readonly #upstream: ReadonlyMap<string, Upstream>;
  /** Vehicles seen upstream, until they have chosen a lane. */
  readonly #cameFrom = new Map<string, string>();
  #before = new Map<string, number>();

  /** @param range metres before the stop line */
  constructor(network: Network, { signal, junction }: SignalJunction, range: number) {
    this.#network = network;
    this.#range = range;
    this.#inside = signal.junctions.map((id) => `:${id}_`);
    this.#laneOf = new Map(junction.lanes.map(({ id }, index) => [id, index]));
    this.#exitOf = new Map(junction.exits.map(({ id }, index) => [id, index]));
    const upstream = upstreamLanes(network, [...this.#laneOf.keys()], range);
    this.#upstream = new Map(
      [...upstream].map(([lane, leadsTo]) => {
        return [lane, { leadsTo, shares: new Map([...leadsTo.keys()].map((stop) => [stop, 1])) }];
      }),
    );
  }

  /** @param vehicles around the signal's junctions: their lane, position on it and speed */
  look(vehicles: Iterable<readonly [string, Variables]>): ApproachState {
    const lanes: SeenVehicle[][] = Array.from(this.#laneOf, () => []);
    const exits = Array.from(this.#exitOf, () => ({ vehicles: 0, standing: 0 }));
    const onLane = new Map<string, number>();
    const present = new Set<string>();
    let slowInside = 0;
    for (const [track, variables] of vehicles) {
      const lane = variables.get(VARIABLE.lane) as string;
      const speed = variables.get(VARIABLE.speed) as number;
      const at = variables.get(VARIABLE.lanePosition) as number;
      present.add(track);
      if (speed < SLOW && this.#inside.some((prefix) => lane.startsWith(prefix))) slowInside += 1;
      const exit = this.#exitOf.get(lane);
      if (exit !== undefined && at <= this.#range) {
        exits[exit]!.vehicles += 1;
        if (speed < SLOW) exits[exit]!.standing += 1;
      }
      const own = this.#laneOf.get(lane);
      const left = (this.#network.lanes.get(lane)?.length ?? 0) - at;
      if (own !== undefined) {
        onLane.set(track, own);
        this.#learn(track, lane);
        if (left <= this.#range)
          lanes[own]!.push({ track, distance: Math.max(0, left), speed, isUpstream: false });
        continue;
      }
      const upstream = this.#upstream.get(lane);
      if (!upstream) continue;
      this.#cameFrom.set(track, lane);
      const stop = guessLane(upstream.shares, track);
      const distance = left + upstream.leadsTo.get(stop)!;
      if (distance <= this.#range)
        lanes[this.#laneOf.get(stop)!]!.push({ track, distance, speed, isUpstream: true });
    }
    for (const lane of lanes) lane.sort((a, b) => a.distance - b.distance);
    for (const track of this.#cameFrom.keys()) if (!present.has(track)) this.#cameFrom.delete(track);
    return { lanes, exits, slowInside, departed: this.#departed(onLane) };
  }

  #learn(track: string, lane: string): void {
    const from = this.#cameFrom.get(track);
    if (from === undefined) return;
    this.#cameFrom.delete(track);
    const shares = this.#upstream.get(from)!.shares;
    const share = shares.get(lane);
    if (share !== undefined) shares.set(lane, share + LEARNING);
  }

  #departed(onLane: Map<string, number>): number[] {
    const departed = Array.from(this.#laneOf, () => 0);
    for (const [track, lane] of this.#before) if (!onLane.has(track)) departed[lane]! += 1;
    this.#before = onLane;
    return departed;
  }
}

/** A lane for a vehicle that has not chosen one, by the shares of those before it; the same one each time it is asked. */
function guessLane(shares: ReadonlyMap<string, number>, track: string): string {
  let total = 0;
  for (const share of shares.values()) total += share;
  let left = hashFraction(track) * total;
  let guess = '';
  for (const [lane, share] of shares) {
    guess = lane;
    left -= share;
    if (left < 0) break;
  }
  return guess;
}

/** FNV-1a of a text, as a fraction (Fowler, Noll, Vo; draft-eastlake-fnv). */
function hashFraction(text: string): number {
  let hash = 2_166_136_261;
  for (let index = 0; index < text.length; index++)
    hash = Math.imul(hash ^ text.charCodeAt(index), 16_777_619);
  return (hash >>> 0) / 4_294_967_296;
}
