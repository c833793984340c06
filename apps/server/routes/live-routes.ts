import { Identifier } from '@amaan/contracts/identifier';
import { z } from 'zod';
import type { App } from '../http/app.ts';
import { binaryResponse } from '../http/binary-response.ts';
import type { LiveProxy } from '../live/live-proxy.ts';

const params = z.object({ id: Identifier });

export function liveRoutes(app: App, live: LiveProxy): void {
  app.get(
    '/api/cameras/:id/picture',
    {
      config: { action: 'camera.watch' },
      schema: {
        tags: ['cameras'],
        summary: 'Newest picture (JPEG)',
        params,
        response: { 200: binaryResponse('A JPEG picture', 'image/jpeg') },
      },
    },
    async (request, reply) => {
      const picture = await live.picture(request.params.id);
      return reply.type(picture.mediaType).header('cache-control', 'no-store').send(picture.body);
    },
  );
  app.get(
    '/api/cameras/:id/live',
    { config: { action: 'camera.watch' }, schema: { params, hide: true }, websocket: true },
    (socket, request) => live.watch(request.params.id, socket),
  );
}
