import type { Sighting } from '@amaan/contracts/plates/sighting';
import type { QueryClient } from '@tanstack/react-query';
import { READS_SHOWN, type ReadFilters, readsKey } from './plates.ts';

/** At most two changes of the page a second, however many plates a city reads. */
const FLUSH_MS = 500;

/**
 * The newest reads with those that were pushed: newest first, each once, never more than are shown.
 * @param arrived in any order
 */
export function readsWith(
  reads: readonly Sighting[],
  arrived: readonly Sighting[],
  filters: ReadFilters,
): readonly Sighting[] {
  const wanted = arrived.filter((read) => passes(read, filters));
  if (wanted.length === 0) return reads;
  const all = new Map([...reads, ...wanted].map((read) => [read.id, read]));
  return [...all.values()].sort((a, b) => b.capturedAt.localeCompare(a.capturedAt)).slice(0, READS_SHOWN);
}

const waiting = new WeakMap<QueryClient, Sighting[]>();

/** Brings a pushed read into every cached list of live reads, together with what comes with it. */
export function applyRead(queryClient: QueryClient, read: Sighting): void {
  const already = waiting.get(queryClient);
  if (already) {
    // A page that nobody looks at may run late: it needs no more than it will show.
    if (already.length < READS_SHOWN * 4) already.push(read);
    return;
  }
  const arrived = [read];
  waiting.set(queryClient, arrived);
  setTimeout(() => {
    waiting.delete(queryClient);
    for (const [key, reads] of queryClient.getQueriesData<readonly Sighting[]>({ queryKey: readsKey })) {
      const filters = key[readsKey.length] as ReadFilters;
      if (reads) queryClient.setQueryData(key, readsWith(reads, arrived, filters));
    }
  }, FLUSH_MS);
}

/** Whether a read that was pushed passes the filters. */
function passes({ cameraId, siteId, reading, vehicle }: Sighting, filters: ReadFilters): boolean {
  return (
    (filters.cameraId === undefined || filters.cameraId === cameraId) &&
    (filters.siteId === undefined || filters.siteId === siteId) &&
    (filters.class === undefined || filters.class === vehicle.class) &&
    (filters.colour === undefined || filters.colour === vehicle.colour) &&
    (filters.leastConfidence === undefined || filters.leastConfidence <= reading.confidence)
  );
}
