import type { CameraSuspension, SuspensionLiftInput } from '@amaan/contracts/violations/camera-suspension';
import type { ViolationStatistics } from '@amaan/contracts/violations/violation-figures';
import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from './client.ts';

/** Challans and cancellations by camera and month. */
export const violationStatisticsQuery = (months: { readonly from: string; readonly to: string }) =>
  queryOptions({
    queryKey: ['violation-statistics', months],
    queryFn: () =>
      unwrap<ViolationStatistics>(api.GET('/api/violations/statistics', { params: { query: months } })),
  });

/** Cameras that stopped enforcing by themselves and have not begun again. */
export const cameraSuspensionsQuery = queryOptions({
  queryKey: ['camera-suspensions'],
  queryFn: async () =>
    (
      await unwrap<{ readonly suspensions: CameraSuspension[] }>(
        api.GET('/api/violations/camera-suspensions', { params: { query: { open: 'true' } } }),
      )
    ).suspensions,
  refetchInterval: 60_000,
});

export const liftSuspension = (id: string, body: SuspensionLiftInput) =>
  unwrap<CameraSuspension>(
    api.POST('/api/violations/camera-suspensions/{id}/lift', { params: { path: { id } }, body }),
  );
