import type { PlatformStatus } from '@amaan/contracts/api/platform-status';
import type { Site } from '@amaan/contracts/api/site';
import type { StatedReason, SystemView } from '@amaan/contracts/api/system-view';
import type { CreatedUserAccount, UserAccount } from '@amaan/contracts/api/user-account';
import { queryOptions } from '@tanstack/react-query';
import { api, type BodyOf, unwrap } from './client.ts';
import type { paths } from './schema.generated.ts';

export const statusQuery = queryOptions({
  queryKey: ['status'],
  queryFn: () => unwrap<PlatformStatus>(api.GET('/api/status')),
  refetchInterval: 5_000,
});

export const sitesQuery = queryOptions({
  queryKey: ['sites'],
  queryFn: () => unwrap<Site[]>(api.GET('/api/sites')),
  staleTime: 5 * 60_000,
});

export const systemsQuery = queryOptions({
  queryKey: ['systems'],
  queryFn: () => unwrap<SystemView[]>(api.GET('/api/systems')),
});

export const suspendSystem = (id: string, body: StatedReason) =>
  unwrap<SystemView>(api.POST('/api/systems/{id}/suspend', { params: { path: { id } }, body }));

export const resumeSystem = (id: string, body: StatedReason) =>
  unwrap<SystemView>(api.POST('/api/systems/{id}/resume', { params: { path: { id } }, body }));

export const usersQuery = queryOptions({
  queryKey: ['users'],
  queryFn: () => unwrap<UserAccount[]>(api.GET('/api/users')),
});

export const createUser = (body: BodyOf<paths['/api/users']['post']>) =>
  unwrap<CreatedUserAccount>(api.POST('/api/users', { body }));

export const addSite = (name: string) => unwrap<Site>(api.POST('/api/sites', { body: { name } }));

export const renameSite = (id: string, name: string) =>
  unwrap<Site>(api.PATCH('/api/sites/{id}', { params: { path: { id } }, body: { name } }));
