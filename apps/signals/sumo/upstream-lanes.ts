import type { Network } from './network.ts';

/** Where a lane upstream leads: stop-line lanes, and how many metres its end is from their stop lines. */
export type LeadsTo = ReadonlyMap<string, number>;

/**
 * The lanes from which a signal's stop lines can be reached within a range and without passing another signal: what comes
 * along them is what upstream cameras see coming.
 *
 * @param stopLanes lanes that end at the signal
 * @param range metres of road before the stop line
 */
export function upstreamLanes(
  network: Network,
  stopLanes: readonly string[],
  range: number,
): ReadonlyMap<string, LeadsTo> {
  const own = new Set(stopLanes);
  const signalled = new Set(network.connections.flatMap(({ from, signal }) => (signal ? [from] : [])));
  const edgeOf = (lane: string) => network.lanes.get(lane)?.edge;
  // What has just left the signal does not come back, not even where the next junction lets it turn around.
  const leaving = new Set(
    network.connections.flatMap(({ signal, from, to }) => (signal && own.has(from) ? [edgeOf(to)] : [])),
  );
  const ways = network.connections.filter(
    ({ from, direction }) => !/t/i.test(direction) && !leaving.has(edgeOf(from)),
  );
  const into = Map.groupBy(ways, ({ to }) => to);
  const found = new Map<string, Map<string, number>>();
  for (const stop of own) {
    const best = new Map<string, number>();
    const queue = [{ lane: stop, distance: 0 }];
    for (const { lane, distance: before } of queue) {
      const reached = before + (network.lanes.get(lane)?.length ?? 0);
      if (reached > range) continue;
      for (const { from, via } of into.get(lane) ?? []) {
        if (own.has(from) || signalled.has(from) || from.startsWith(':')) continue;
        const distance = reached + (network.lanes.get(via ?? '')?.length ?? 0);
        if ((best.get(from) ?? Number.POSITIVE_INFINITY) <= distance) continue;
        best.set(from, distance);
        queue.push({ lane: from, distance });
      }
    }
    for (const [lane, distance] of best)
      found.set(lane, (found.get(lane) ?? new Map<string, number>()).set(stop, distance));
  }
  return found;
}
