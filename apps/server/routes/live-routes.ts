import { Identifier } from '@amaan/contracts/identifier';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { OpenConnections } from '../access/sessions/open-connections.ts';
import type { CameraService } from '../cameras/camera-service.ts';
import type { App } from '../http/app.ts';
import { binaryResponse } from '../http/binary-response.ts';
import type { LiveViews } from '../live/live-views.ts';
import { actorOf } from './actor.ts';

const params = z.object({ id: Identifier });

/** WebSocket close code, from the range that applications may use (RFC 6455, section 7.4.2). */
const SESSION_ENDED = 4401;

export interface LiveServices {
  readonly live: LiveViews;
  readonly cameras: Pick<CameraService, 'assertWithin'>;
  readonly connections: OpenConnections;
}

export function liveRoutes(app: App, { live, cameras, connections }: LiveServices): void {
  /** A camera of another site has no picture to look at, as if there were none. */
  const preHandler = async (request: FastifyRequest) =>
    cameras.assertWithin(params.parse(request.params).id, actorOf(request));
  app.get(
    '/api/cameras/:id/picture',
    {
      config: { action: 'camera.watch' },
      preHandler,
      schema: {
        tags: ['cameras'],
        summary: 'Newest picture (JPEG), masked unless an un-masking of this person is in force',
        params,
        response: { 200: binaryResponse('A JPEG picture', 'image/jpeg') },
      },
    },
    async (request, reply) => {
      const picture = await live.picture(actorOf(request), request.params.id);
      return reply.type(picture.mediaType).header('cache-control', 'no-store').send(picture.body);
    },
  );
  app.get(
    '/api/cameras/:id/live',
    { config: { action: 'camera.watch' }, preHandler, schema: { params, hide: true }, websocket: true },
    (socket, request) => {
      const end = () => socket.close(SESSION_ENDED, 'The session has ended.');
      socket.on('close', connections.hold(request.sessionId, end));
      void live.watch(actorOf(request), request.params.id, socket);
    },
  );
}
