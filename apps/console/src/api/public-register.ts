import type { PublicRegister } from '@amaan/contracts/public-register';
import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from './client.ts';

export const PUBLIC_REGISTER_URL = '/api/public/register';

/** What anybody may read of the AI systems. */
export const publicRegisterQuery = queryOptions({
  queryKey: ['public-register'],
  queryFn: () => unwrap<PublicRegister>(api.GET('/api/public/register')),
  staleTime: 5 * 60_000,
});
