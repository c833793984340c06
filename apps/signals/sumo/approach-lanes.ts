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
      return { group: groupOf(index), turn: turnOf(connection.direction), to: connection.to };
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
