import type { ClockAcceptance, ClockState } from '@amaan/contracts/api/clock-state';
import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from './client.ts';

export const clockQuery = queryOptions({
  queryKey: ['clock'],
  queryFn: () => unwrap<ClockState>(api.GET('/api/clock')),
  refetchInterval: 60_000,
});

export const acceptClock = (body: ClockAcceptance) =>
  unwrap<ClockState>(api.POST('/api/clock/accept', { body }));
