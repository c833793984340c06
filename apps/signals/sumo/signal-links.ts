import { meetingOf } from './meeting-ways.ts';
import type { Connection, Network, NetworkJunction, Programme } from './network.ts';

/** One place in a signal's state, and the ways that it lets go. */
export interface SignalLink {
  readonly index: number;
  readonly connections: readonly Connection[];
  readonly isPedestrian: boolean;
}

/** A signal of SUMO with its links, and which of them must not go together. */
export interface SignalLinks {
  readonly id: string;
  readonly programme: Programme;
  /** In the order of their places; places without a way are left out. */
  readonly links: readonly SignalLink[];
  /** Junctions whose ways it controls. */
  readonly junctions: readonly string[];
  /** Pairs of places whose ways cross or merge, as `index,index`, in both orders. */
  readonly foes: ReadonlySet<string>;
  /** Pairs of places that merge, of which the first gives way to the second by the network's own rules. */
  readonly merging: ReadonlySet<string>;
}

/** The signals of a network that control at least one way and have a programme. */
export function signalLinksOf(network: Network): SignalLinks[] {
  const bySignal = Map.groupBy(
    network.connections.filter(({ signal }) => signal !== null),
    ({ signal }) => signal!.id,
  );
  const requests = requestIndices(network);
  return [...bySignal].flatMap(([id, connections]): SignalLinks[] => {
    const programme = network.programmes.get(id);
    if (!programme) return [];
    const byIndex = Map.groupBy(connections, ({ signal }) => signal!.link);
    const links = [...byIndex]
      .map(([index, of]) => ({ index, connections: of, isPedestrian: of.every(isCrossing(network)) }))
      .sort((a, b) => a.index - b.index);
    const junctions = [...new Set(connections.map((of) => junctionOf(network, of)))];
    return [{ id, programme, links, junctions, ...conflictsOf(network, connections, requests) }];
  });
}

/** The junction that a way leads over. */
function junctionOf(network: Network, { from }: Connection): string {
  const edge = network.lanes.get(from)?.edge;
  return network.edges.get(edge ?? '')?.to ?? '';
}

function isCrossing(network: Network): (connection: Connection) => boolean {
  return ({ to, via }) => {
    const edge = network.lanes.get(via ?? to)?.edge ?? '';
    return network.edges.get(edge)?.function === 'crossing' || network.lanes.get(to)?.isFootpath === true;
  };
}

/**
 * The place of each way in its junction's list of requests. SUMO counts incoming lanes in their order and the ways of each in
 * theirs (MSRightOfWayJunction::postloadInit). Ways of people on foot count only where they lead onto a crossing.
 */
function requestIndices(network: Network): Map<Connection, number> {
  const byLane = Map.groupBy(network.connections, ({ from }) => from);
  const functionOf = (lane: string) => network.edges.get(network.lanes.get(lane)?.edge ?? '')?.function;
  const indices = new Map<Connection, number>();
  for (const { type, incoming } of network.junctions.values()) {
    // Places where vehicles wait inside a junction name lanes of it once more.
    if (type === 'internal') continue;
    let next = 0;
    for (const lane of incoming)
      for (const connection of byLane.get(lane) ?? []) {
        const isInner = lane.startsWith(':');
        if (functionOf(connection.to) === 'walkingarea') continue;
        if (isInner && functionOf(connection.to) !== 'crossing') continue;
        indices.set(connection, next);
        next += 1;
      }
  }
  return indices;
}

/**
 * Ways that cross or merge. Those from one road do not count, since they share an approach and its drivers see each other, and
 * neither do those that lead onto one road side by side.
 */
function conflictsOf(
  network: Network,
  connections: readonly Connection[],
  requests: ReadonlyMap<Connection, number>,
): Pick<SignalLinks, 'foes' | 'merging'> {
  const foes = new Set<string>();
  const merging = new Set<string>();
  const byJunction = Map.groupBy(connections, (of) => junctionOf(network, of));
  const edgeOf = ({ from }: Connection) => network.lanes.get(from)?.edge ?? from;
  for (const [id, ways] of byJunction) {
    const junction = network.junctions.get(id);
    if (!junction) continue;
    for (const one of ways)
      for (const other of ways) {
        if (one.signal!.link === other.signal!.link || edgeOf(one) === edgeOf(other)) continue;
        const [first, second] = [requests.get(one), requests.get(other)];
        if (!hasBit(junction.foes, first, second) && !hasBit(junction.foes, second, first)) continue;
        const meeting = meetingOf(network, one, other);
        if (meeting === 'side-by-side') continue;
        foes.add(`${one.signal!.link},${other.signal!.link}`);
        const givesWay =
          hasBit(junction.response, first, second) && !hasBit(junction.response, second, first);
        if (meeting === 'merge' && givesWay) merging.add(`${one.signal!.link},${other.signal!.link}`);
      }
  }
  return { foes, merging };
}

/** Whether row `one` has a 1 for `other`, counted from the right. */
function hasBit(rows: NetworkJunction['foes'], one: number | undefined, other: number | undefined): boolean {
  return one !== undefined && other !== undefined && rows[one]?.at(-1 - other) === '1';
}
