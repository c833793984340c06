import type { Junction, Movement } from '@amaan/contracts/traffic/junction';
import type { VehicleClass } from '@amaan/contracts/traffic/lane-measures';
import type { WhatIfWork } from '@amaan/contracts/traffic/signal-messages';
import type { Network } from '../sumo/network.ts';

/** Measured minutes of the lanes of a junction. */
export type MeasuredMinutes = NonNullable<WhatIfWork>['minutes'];

const MINUTE = 60;
const MINUTE_MS = 60_000;

/**
 * How vehicles of a lane divide over its movements, which cameras do not tell: most go straight on. Where a lane has one
 * movement this changes nothing.
 */
const TURN_SHARES: Readonly<Record<Movement['turn'], number>> = {
  straight: 6,
  left: 2,
  right: 2,
  'u-turn': 0.2,
};

/** Kinds of vehicles as SUMO drives them: metres long, and metres a second squared. */
const TYPES: Readonly<Record<VehicleClass, string>> = {
  car: 'length="5" accel="2.6"',
  motorcycle: 'length="2.2" accel="4"',
  bicycle: 'length="1.6" accel="1.2" maxSpeed="5.5"',
  bus: 'length="12" accel="1.2"',
  truck: 'length="12" accel="1.3"',
};

interface Trip {
  readonly depart: number;
  readonly type: VehicleClass;
  readonly from: string;
  readonly to: string;
  readonly laneIndex: number;
}

/**
 * Demand for SUMO as it was measured: each vehicle that was counted on a lane in a minute sets out on that lane at a moment
 * of this minute that the seed chooses. Minutes that nobody saw have no vehicles; the coverage says how many they are.
 *
 * @param from Unix milliseconds that the simulation's clock begins at
 * @param random numbers in [0, 1): other numbers are another day with the same counts
 * @returns a file of routes
 */
export function replayDemand(
  junction: Junction,
  network: Network,
  minutes: MeasuredMinutes,
  from: number,
  random: () => number,
): string {
  const trips = minutes.flatMap((minute) => tripsOf(junction, network, minute, from, random));
  trips.sort((a, b) => a.depart - b.depart);
  const types = Object.entries(TYPES).map(([id, attributes]) => `  <vType id="${id}" ${attributes}/>`);
  const vehicles = trips.map(
    ({ depart, type, from: edge, to, laneIndex }, index) =>
      `  <trip id="${index}" type="${type}" depart="${depart.toFixed(2)}" departLane="${laneIndex}" departSpeed="max" from="${escaped(edge)}" to="${escaped(to)}"/>`,
  );
  return ['<routes>', ...types, ...vehicles, '</routes>', ''].join('\n');
}

function tripsOf(
  { lanes }: Junction,
  network: Network,
  { lane: id, from: at, sums }: MeasuredMinutes[number],
  from: number,
  random: () => number,
): Trip[] {
  const lane = lanes.find((one) => one.id === id);
  const approach = network.lanes.get(id);
  if (!lane || !approach) return [];
  const ways = lane.movements.flatMap(({ to, turn }) => {
    const exit = to === null ? undefined : network.lanes.get(to);
    return exit ? [{ to: exit.edge, share: TURN_SHARES[turn] }] : [];
  });
  if (ways.length === 0) return [];
  const begin = ((Date.parse(at) - from) / MINUTE_MS) * MINUTE;
  const laneIndex = network.edges.get(approach.edge)?.lanes.indexOf(id) ?? 0;
  return (Object.entries(sums.counts) as [VehicleClass, number | undefined][]).flatMap(([type, count]) =>
    Array.from({ length: count ?? 0 }, () => ({
      ...{ type, laneIndex, from: approach.edge },
      depart: begin + random() * MINUTE,
      to: chosen(ways, random()),
    })),
  );
}

function chosen(ways: readonly { readonly to: string; readonly share: number }[], chance: number): string {
  let left = chance * ways.reduce((sum, { share }) => sum + share, 0);
  for (const { to, share } of ways) {
    left -= share;
    if (left < 0) return to;
  }
  return ways.at(-1)!.to;
}

function escaped(text: string): string {
  return text.replace(/[<>&"']/g, (mark) => `&#${mark.charCodeAt(0)};`);
}
