import type { JunctionLive } from '@amaan/contracts/traffic/signal-live';
import type { QueryClient } from '@tanstack/react-query';
import { junctionQuery, junctionsQuery, type ShownLights, shownLightsQuery } from './signals.ts';

/** How long what was shown is kept for the diagram. */
const KEPT_MS = 180_000;

/**
 * Brings what junctions show now into the cached list, the open junction and its last minutes. A junction that is not
 * cached stays so.
 */
export function applySignals(queryClient: QueryClient, junctions: readonly JunctionLive[]): void {
  const byId = new Map(junctions.map((live) => [live.junctionId, live]));
  queryClient.setQueryData(junctionsQuery.queryKey, (before) =>
    before?.map((junction) => ({ ...junction, live: byId.get(junction.id) ?? junction.live })),
  );
  for (const live of junctions) {
    const { queryKey } = junctionQuery(live.junctionId);
    queryClient.setQueryData(queryKey, (before) => (before ? { ...before, live } : before));
    queryClient.setQueryData(shownLightsQuery(live.junctionId).queryKey, (before) =>
      before ? withMoment(before, live) : before,
    );
  }
}

/** The moments with a new one: in order, each time once, none older than is kept. */
export function withMoment(
  moments: readonly ShownLights[],
  { at, shown, state }: JunctionLive,
): readonly ShownLights[] {
  const time = Date.parse(at);
  const last = moments.at(-1);
  if (last && last.at >= time) return moments;
  const kept = moments.filter((moment) => moment.at >= time - KEPT_MS);
  return [...kept, { at: time, lights: shown ?? state.lights }];
}
