import type { PackJob } from '@amaan/contracts/api/evidence-pack';
import { queryOptions } from '@tanstack/react-query';
import { api, type BodyOf, unwrap } from './client.ts';
import type { paths } from './schema.generated.ts';

const POLL_MS = 500;

/** Evidence packs, newest first; asked for again while one is being made. */
export const packsQuery = queryOptions({
  queryKey: ['packs'],
  queryFn: () => unwrap<PackJob[]>(api.GET('/api/packs')),
  refetchInterval: ({ state: { data } }) =>
    data?.some(({ state }) => state === 'running') ? POLL_MS : false,
});

export const beginPack = (body: BodyOf<paths['/api/packs']['post']>) =>
  unwrap<PackJob>(api.POST('/api/packs', { body }));

export const removePack = (id: string) =>
  unwrap<void>(api.DELETE('/api/packs/{id}', { params: { path: { id } } }));

/** Where a finished pack is fetched. */
export const packFileUrl = (id: string) => `/api/packs/${id}/file`;
