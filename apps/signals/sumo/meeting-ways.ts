import type { Connection, Network } from './network.ts';

/** How two ways over a junction meet. */
export type Meeting =
  /** Their paths cross. */
  | 'cross'
  /** They lead onto one lane, or onto lanes of one road in an order in which their paths cross. */
  | 'merge'
  /** They lead onto lanes of their own of one road, side by side. */
  | 'side-by-side';

/** Directions from the side that people drive on to the other, as SUMO's letters. */
const FROM_RIGHT = ['r', 'R', 's', 'L', 'l', 't', 'T'];
const FROM_LEFT = ['l', 'L', 's', 'R', 'r', 't', 'T'];

/**
 * How two ways meet that a network calls foes. SUMO calls ways onto one road foes whichever lanes they lead to; where the one
 * that turns more sharply to the driving side takes the outer lane, their paths do not meet at all.
 */
export function meetingOf(network: Network, one: Connection, other: Connection): Meeting {
  const edgeOf = ({ to }: Connection) => network.lanes.get(to)?.edge;
  if (edgeOf(one) === undefined || edgeOf(one) !== edgeOf(other)) return 'cross';
  const order = network.isLeftHand ? FROM_LEFT : FROM_RIGHT;
  const turn = order.indexOf(one.direction) - order.indexOf(other.direction);
  const lane = laneIndex(one.to) - laneIndex(other.to);
  return turn !== 0 && lane !== 0 && turn < 0 === lane < 0 ? 'side-by-side' : 'merge';
}

/** Lanes are counted from the driving side. */
function laneIndex(lane: string): number {
  return Number(lane.slice(lane.lastIndexOf('_') + 1));
}
