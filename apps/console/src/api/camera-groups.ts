import type { CameraGroup } from '@amaan/contracts/api/camera-group';
import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from './client.ts';

export const cameraGroupsQuery = queryOptions({
  queryKey: ['camera-groups'],
  queryFn: () => unwrap<CameraGroup[]>(api.GET('/api/camera-groups')),
});

export const addCameraGroup = (body: { siteId: string; name: string }) =>
  unwrap<CameraGroup>(api.POST('/api/camera-groups', { body }));

export const renameCameraGroup = (id: string, name: string) =>
  unwrap<CameraGroup>(api.PATCH('/api/camera-groups/{id}', { params: { path: { id } }, body: { name } }));

export const moveToCameraGroup = (id: string, cameraIds: string[]) =>
  unwrap<CameraGroup>(
    api.POST('/api/camera-groups/{id}/cameras', { params: { path: { id } }, body: { cameraIds } }),
  );
