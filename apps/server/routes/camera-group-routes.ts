import {
  CameraGroup,
  CameraGroupInput,
  CameraGroupMove,
  CameraGroupRename,
} from '@amaan/contracts/api/camera-group';
import { Identifier } from '@amaan/contracts/identifier';
import { z } from 'zod';
import type { CameraGroupService } from '../cameras/camera-group-service.ts';
import type { App } from '../http/app.ts';
import { actorOf } from './actor.ts';

const params = z.object({ id: Identifier });
const tags = ['cameras'];

export function cameraGroupRoutes(app: App, groups: CameraGroupService): void {
  app.get(
    '/api/camera-groups',
    {
      config: { action: 'camera-group.read' },
      schema: { tags, summary: 'The groups of cameras', response: { 200: z.array(CameraGroup) } },
    },
    (request) => groups.list(actorOf(request)),
  );
  app.post(
    '/api/camera-groups',
    {
      config: { action: 'camera-group.change' },
      schema: {
        tags,
        summary: 'Add a group of cameras to a site',
        body: CameraGroupInput,
        response: { 201: CameraGroup },
      },
    },
    async (request, reply) => reply.code(201).send(await groups.create(request.body, actorOf(request))),
  );
  app.patch(
    '/api/camera-groups/:id',
    {
      config: { action: 'camera-group.change' },
      schema: {
        tags,
        summary: 'Give a group of cameras another name',
        params,
        body: CameraGroupRename,
        response: { 200: CameraGroup },
      },
    },
    (request) => groups.rename(request.params.id, request.body.name, actorOf(request)),
  );
  app.post(
    '/api/camera-groups/:id/cameras',
    {
      config: { action: 'camera-group.change' },
      schema: {
        tags,
        summary: 'Move cameras of the same site into a group',
        params,
        body: CameraGroupMove,
        response: { 200: CameraGroup },
      },
    },
    (request) => groups.move(request.params.id, request.body.cameraIds, actorOf(request)),
  );
}
