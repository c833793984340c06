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
  /** For each lane and each of its movements: vehicles that went that way since the last look. */
  readonly turned: readonly (readonly number[])[];
  /** The same: vehicles that wait inside the junction. */
  readonly waitingInside: readonly (readonly number[])[];
}

interface Upstream {
  readonly leadsTo: LeadsTo;
  /** How many vehicles were seen to go on to each of these lanes, or elsewhere (`ELSEWHERE`), begun with a little for each. */
  readonly shares: Map<string, number>;
}

/** Slower vehicles stand or will: inside a junction a change may trap them. Metres a second. */
const SLOW = 3;
/** Slower vehicles on a way that gives way wait for a gap. Metres a second. */
const WAITING = 5;
/** Where vehicles go that do not come to the signal. */
const ELSEWHERE = '';
/** Seconds after which a vehicle that was seen upstream, and not since, has gone elsewhere. */
const GONE_AFTER = 12;
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
  readonly #cameFrom = new Map<string, { readonly lane: string; looks: number }>();
  /** Ways over the junction by the lane that they lead over. */
  readonly #ways = new Map<string, { readonly lane: number; readonly movement: number }>();
  /** Vehicles on approach lanes that have not gone over the junction yet. */
  readonly #approaching = new Map<string, number>();
  readonly #places: readonly (readonly number[])[];
  readonly #none: readonly (readonly number[])[];
  /** Metres before each stop line from which on its vehicles can be seen. */
  readonly reach: readonly number[];
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
        const shares = new Map([...leadsTo.keys()].map((stop) => [stop, 1]));
        return [lane, { leadsTo, shares: shares.set(ELSEWHERE, LEARNING) }];
      }),
    );
    const lengthOf = (lane: string) => network.lanes.get(lane)?.length ?? 0;
    this.reach = junction.lanes.map(({ id }) => {
      const ends = [...this.#upstream].flatMap(([lane, { leadsTo }]) => {
        const distance = leadsTo.get(id);
        return distance === undefined ? [] : [distance + lengthOf(lane)];
      });
      return Math.min(range, Math.max(lengthOf(id), ...ends));
    });
    this.#places = junction.lanes.map(({ movements }) => movements.map(({ places }) => places ?? 0));
    this.#none = this.#places.map((places) => places.map(() => 0));
    for (const { from, to, via } of network.connections) {
      const lane = this.#laneOf.get(from);
      if (lane === undefined || via === null) continue;
      const movement = junction.lanes[lane]!.movements.findIndex((one) => one.to === to);
      if (movement >= 0) this.#ways.set(via, { lane, movement });
    }
  }

  /** @param vehicles around the signal's junctions: their lane, position on it and speed */
  look(vehicles: Iterable<readonly [string, Variables]>): ApproachState {
    const lanes: SeenVehicle[][] = Array.from(this.#laneOf, () => []);
    const exits = Array.from(this.#exitOf, () => ({ vehicles: 0, standing: 0 }));
    const onLane = new Map<string, number>();
    const present = new Set<string>();
    let slowInside = 0;
    const turned = this.#none.map((movements) => [...movements]);
    const waitingInside = this.#none.map((movements) => [...movements]);
    for (const [track, variables] of vehicles) {
      const lane = variables.get(VARIABLE.lane) as string;
      const speed = variables.get(VARIABLE.speed) as number;
      const at = variables.get(VARIABLE.lanePosition) as number;
      present.add(track);
      if (speed < SLOW && this.#inside.some((prefix) => lane.startsWith(prefix))) slowInside += 1;
      const way = this.#ways.get(lane);
      if (way) {
        if (this.#approaching.delete(track)) turned[way.lane]![way.movement]! += 1;
        if (speed < WAITING && this.#places[way.lane]![way.movement]! > 0)
          waitingInside[way.lane]![way.movement]! += 1;
      }
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
        this.#approaching.set(track, own);
        if (left <= this.#range)
          lanes[own]!.push({ track, distance: Math.max(0, left), speed, isUpstream: false });
        continue;
      }
      const upstream = this.#upstream.get(lane);
      if (!upstream) continue;
      this.#cameFrom.set(track, { lane, looks: 0 });
      const stop = guessLane(upstream.shares, track);
      if (stop === ELSEWHERE) continue;
      const distance = left + upstream.leadsTo.get(stop)!;
      if (distance <= this.#range)
        lanes[this.#laneOf.get(stop)!]!.push({ track, distance, speed, isUpstream: true });
    }
    for (const lane of lanes) lane.sort((a, b) => a.distance - b.distance);
    this.#forget(present);
    return { lanes, exits, slowInside, departed: this.#departed(onLane), turned, waitingInside };
  }

  #learn(track: string, lane: string): void {
    const from = this.#cameFrom.get(track);
    if (from === undefined) return;
    this.#cameFrom.delete(track);
    const { shares } = this.#upstream.get(from.lane)!;
    const share = shares.get(lane);
    if (share !== undefined) shares.set(lane, share + LEARNING);
  }

  /** Lets go of vehicles that are not around any more, and learns from those that left the road on the way. */
  #forget(present: ReadonlySet<string>): void {
    for (const track of this.#approaching.keys()) if (!present.has(track)) this.#approaching.delete(track);
    for (const [track, from] of this.#cameFrom) {
      from.looks += 1;
      if (present.has(track) && from.looks <= GONE_AFTER) continue;
      this.#learn(track, ELSEWHERE);
    }
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
