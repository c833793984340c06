import type { QueryClient } from '@tanstack/react-query';
import { seriesKey } from './traffic.ts';

/**
 * Reads the figures of cameras anew of which new minutes are stored. Only these: a city stores minutes of some camera
 * all the time, and what is over many cameras (the map, corridors) renews itself once a minute.
 */
export function applyMeasured(queryClient: QueryClient, cameras: readonly string[]): void {
  for (const cameraId of cameras) void queryClient.invalidateQueries({ queryKey: [...seriesKey, cameraId] });
}
