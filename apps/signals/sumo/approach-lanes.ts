import type { ApproachLane, ExitLane, Movement } from '@amaan/contracts/traffic/junction';
import type { Network } from './network.ts';
import type { SignalLinks } from './signal-links.ts';

/** The lanes that end at a signal's stop lines, with the ways over the junction that vehicles take from them. */
export function approachLanes(
  network: Network,
  { links }: SignalLinks,
  groupOf: (link: number) => string,
): ApproachLane[] {
  const ways = links
    .filter(({ isPedestrian }) => !isPedestrian)
    .flatMap(({ index, connections }) => connections.map((connection) => ({ index, connection })));
  const byLane = Map.groupBy(ways, ({ connection }) => connection.from);
  return [...byLane].flatMap(([id, of]): ApproachLane[] => {
    const lane = network.lanes.get(id);
    if (!lane) return [];
    const movements = of.map(({ index, connection }): Movement => {
      const turn = turnOf(connection.direction);
      const over = network.lanes.get(connection.via ?? '');
      return {
        ...{ group: groupOf(index), turn, to: connection.to },
        ...(over && over.speed > 0 && { speedKmh: over.speed * 3.6 }),
        ...(over && { places: placesOf(turn, over.length) }),
      };
    });
    const speedLimitKmh = lane.speed * 3.6;
    return [
      { id, name: id, approach: lane.edge, length: Math.max(lane.length, 0.1), speedLimitKmh, movements },
    ];
  });
}

/** The lanes that vehicles leave a signal's junctions by. */
export function exitLanes(network: Network, { links }: SignalLinks): ExitLane[] {
  const ids = links
    .filter(({ isPedestrian }) => !isPedestrian)
    .flatMap(({ connections }) => connections.map(({ to }) => to));
  return [...new Set(ids)].flatMap((id): ExitLane[] => {
    const lane = network.lanes.get(id);
    return lane ? [{ id, length: Math.max(lane.length, 0.1) }] : [];
  });
}

/** Vehicles that find room to wait on the way up to the place where it crosses others. */
function placesOf(turn: Movement['turn'], length: number): number {
  if (turn !== 'left' && turn !== 'u-turn') return 0;
  return Math.min(20, Math.max(1, Math.floor(length / PLACE)));
}

/** Metres that a waiting vehicle takes. */
const PLACE = 7;

/** SUMO's letter of a direction: capital ones are half turns (partly left, partly right). */
function turnOf(direction: string): Movement['turn'] {
  switch (direction) {
    case 'l':
    case 'L':
      return 'left';
    case 'r':
    case 'R':
      return 'right';
    case 't':
    case 'T':
      return 'u-turn';
    default:
      return 'straight';
  }
}
