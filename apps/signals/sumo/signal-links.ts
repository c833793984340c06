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
  /** `foes` of two places, as `index,index`, in both orders. */
  readonly foes: ReadonlySet<string>;
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
    return [{ id, programme, links, junctions, foes: foesOf(network, connections, requests) }];
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
 * Ways that cross or merge. Those from one road do not count: they share an approach, and its drivers see each other.
 */
function foesOf(
  network: Network,
  connections: readonly Connection[],
  requests: ReadonlyMap<Connection, number>,
): Set<string> {
  const foes = new Set<string>();
  const byJunction = Map.groupBy(connections, (of) => junctionOf(network, of));
  const edgeOf = ({ from }: Connection) => network.lanes.get(from)?.edge ?? from;
  for (const [id, ways] of byJunction) {
    const junction = network.junctions.get(id);
    if (!junction) continue;
    for (const one of ways)
      for (const other of ways) {
        if (one === other || one.signal!.link === other.signal!.link || edgeOf(one) === edgeOf(other))
          continue;
        if (!areFoes(junction, requests.get(one), requests.get(other))) continue;
        foes.add(`${one.signal!.link},${other.signal!.link}`);
        foes.add(`${other.signal!.link},${one.signal!.link}`);
      }
  }
  return foes;
}

function areFoes({ foes }: NetworkJunction, one: number | undefined, other: number | undefined): boolean {
  if (one === undefined || other === undefined) return false;
  // Counted from the right.
  return foes[one]?.at(-1 - other) === '1';
}
