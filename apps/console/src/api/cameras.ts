import type { Camera } from '@amaan/contracts/camera';
import type { SceneRule } from '@amaan/contracts/scene-rule';
import { queryOptions } from '@tanstack/react-query';
import { api, type BodyOf, unwrap } from './client.ts';
import type { paths } from './schema.generated.ts';

export type CameraBody = BodyOf<paths['/api/cameras']['post']>;
export type CameraChangeBody = BodyOf<paths['/api/cameras/{id}']['patch']>;
export type RuleBody = BodyOf<paths['/api/cameras/{id}/rules']['post']>;

export const camerasQuery = queryOptions({
  queryKey: ['cameras'],
  queryFn: () => unwrap<Camera[]>(api.GET('/api/cameras')),
});

export const addCamera = (body: CameraBody) => unwrap<Camera>(api.POST('/api/cameras', { body }));

export const changeCamera = (id: string, body: CameraChangeBody) =>
  unwrap<Camera>(api.PATCH('/api/cameras/{id}', { params: { path: { id } }, body }));

export const removeCamera = (id: string) =>
  unwrap<null>(api.DELETE('/api/cameras/{id}', { params: { path: { id } } }));

export const addRule = (id: string, body: RuleBody) =>
  unwrap<SceneRule>(api.POST('/api/cameras/{id}/rules', { params: { path: { id } }, body }));

export const changeRule = (id: string, ruleId: string, body: RuleBody) =>
  unwrap<SceneRule>(api.PUT('/api/cameras/{id}/rules/{ruleId}', { params: { path: { id, ruleId } }, body }));

export const removeRule = (id: string, ruleId: string) =>
  unwrap<null>(api.DELETE('/api/cameras/{id}/rules/{ruleId}', { params: { path: { id, ruleId } } }));

/** The newest picture of a camera, as a still. */
export const cameraPictureUrl = (id: string) => `/api/cameras/${id}/picture`;

/** Where a camera's live pictures come from. */
export function cameraLiveUrl(id: string): string {
  const url = new URL(`/api/cameras/${id}/live`, location.href);
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
  return url.href;
}
