import type { OpenConnections } from '../access/sessions/open-connections.ts';
import type { App } from '../http/app.ts';
import { binaryResponse } from '../http/binary-response.ts';
import type { UpdateHub } from '../live/update-hub.ts';
import { actorOf } from './actor.ts';

export interface UpdateServices {
  readonly updates: UpdateHub;
  readonly connections: OpenConnections;
}

export function updateRoutes(app: App, { updates, connections }: UpdateServices): void {
  app.get(
    '/api/updates',
    {
      config: { action: 'update.read' },
      schema: {
        tags: ['platform'],
        summary: 'Server-sent events; each `data` is a LiveUpdate',
        response: { 200: binaryResponse('Server-sent events', 'text/event-stream') },
      },
    },
    async (request, reply) =>
      updates.stream(actorOf(request), reply, (end) => connections.hold(request.sessionId, end)),
  );
}
