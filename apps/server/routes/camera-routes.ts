import { CameraChange } from '@amaan/contracts/api/camera-change';
import { Camera, CameraInput } from '@amaan/contracts/camera';
import { Identifier } from '@amaan/contracts/identifier';
import { z } from 'zod';
import type { CameraService } from '../cameras/camera-service.ts';
import type { App } from '../http/app.ts';
import { actorOf } from './actor.ts';

const params = z.object({ id: Identifier });

export function cameraRoutes(app: App, cameras: CameraService): void {
  app.get(
    '/api/cameras',
    {
      config: { action: 'camera.read' },
      schema: { tags: ['cameras'], summary: 'All cameras', response: { 200: z.array(Camera) } },
    },
    (request) => cameras.list(actorOf(request)),
  );
  app.get(
    '/api/cameras/:id',
    {
      config: { action: 'camera.read' },
      schema: { tags: ['cameras'], summary: 'One camera', params, response: { 200: Camera } },
    },
    (request) => cameras.get(request.params.id, actorOf(request)),
  );
  app.post(
    '/api/cameras',
    {
      config: { action: 'camera.create' },
      schema: { tags: ['cameras'], summary: 'Add a camera', body: CameraInput, response: { 201: Camera } },
    },
    async (request, reply) => reply.code(201).send(await cameras.create(request.body, actorOf(request))),
  );
  app.patch(
    '/api/cameras/:id',
    {
      config: { action: 'camera.change' },
      schema: {
        tags: ['cameras'],
        summary: 'Change a camera',
        params,
        body: CameraChange,
        response: { 200: Camera },
      },
    },
    (request) => cameras.change(request.params.id, request.body, actorOf(request)),
  );
  app.delete(
    '/api/cameras/:id',
    {
      config: { action: 'camera.remove' },
      schema: {
        tags: ['cameras'],
        summary: 'Remove a camera; its alerts and evidence stay',
        params,
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      await cameras.remove(request.params.id, actorOf(request));
      return reply.code(204).send(null);
    },
  );
}
