import { Site, SiteInput } from '@amaan/contracts/api/site';
import { Identifier } from '@amaan/contracts/identifier';
import { z } from 'zod';
import type { App } from '../http/app.ts';
import type { SiteService } from '../sites/site-service.ts';
import { actorOf } from './actor.ts';

export function siteRoutes(app: App, sites: SiteService): void {
  app.post(
    '/api/sites',
    {
      config: { action: 'site.change' },
      schema: {
        tags: ['platform'],
        summary: 'Add a control room, with its default group of cameras',
        body: SiteInput,
        response: { 201: Site },
      },
    },
    async (request, reply) => reply.code(201).send(await sites.create(request.body, actorOf(request))),
  );
  app.patch(
    '/api/sites/:id',
    {
      config: { action: 'site.change' },
      schema: {
        tags: ['platform'],
        summary: 'Give a control room another name',
        params: z.object({ id: Identifier }),
        body: SiteInput,
        response: { 200: Site },
      },
    },
    (request) => sites.rename(request.params.id, request.body, actorOf(request)),
  );
}
