import { PlatformStatus } from '@amaan/contracts/api/platform-status';
import { Site } from '@amaan/contracts/api/site';
import { z } from 'zod';
import type { App } from '../http/app.ts';
import type { StatusService } from '../http/status-service.ts';
import { actorOf } from './actor.ts';

export function statusRoutes(app: App, status: StatusService): void {
  app.get(
    '/api/status',
    {
      config: { action: 'status.read' },
      schema: {
        tags: ['platform'],
        summary: 'The installation at a glance',
        response: { 200: PlatformStatus },
      },
    },
    (request) => status.read(actorOf(request)),
  );
  app.get(
    '/api/sites',
    {
      config: { action: 'site.read' },
      schema: { tags: ['platform'], summary: 'The control rooms', response: { 200: z.array(Site) } },
    },
    (request) => status.sites(actorOf(request)),
  );
  app.get(
    '/healthz',
    {
      config: { action: 'public' },
      schema: {
        tags: ['platform'],
        summary: 'Whether the server can serve: its database answers',
        security: [],
        response: { 200: z.object({ status: z.literal('ok') }) },
      },
    },
    async () => {
      await status.checkDatabase();
      return { status: 'ok' as const };
    },
  );
}
