import type { RoadMap } from '@amaan/contracts/api/road-map';
import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from './client.ts';

/** The roads under the cameras. A server that has none answers with an empty collection. */
export const roadsQuery = queryOptions({
  queryKey: ['roads'],
  queryFn: () => unwrap<RoadMap>(api.GET('/api/roads')),
  staleTime: 5 * 60_000,
});
