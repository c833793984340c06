import { CurrentPurpose, PurposeInput, StatedPurposeView } from '@amaan/contracts/stated-purpose';
import { z } from 'zod';
import { clearedPurposeCookie, purposeCookie } from '../access/purpose-cookie.ts';
import { PURPOSE_MS, type PurposeService } from '../cases/purpose-service.ts';
import type { App } from '../http/app.ts';
import { actorOf } from './actor.ts';

/** @param https whether cookies may travel over https only */
export function purposeRoutes(app: App, purposes: PurposeService, https: boolean): void {
  app.post(
    '/api/purposes',
    {
      config: { action: 'purpose.state' },
      schema: {
        tags: ['cases'],
        summary: 'Say which case alerts and evidence are read for; holds for an hour, by cookie or header',
        body: PurposeInput,
        response: { 201: StatedPurposeView },
      },
    },
    async (request, reply) => {
      const stated = await purposes.state(request.body, actorOf(request));
      return reply
        .code(201)
        .header('set-cookie', purposeCookie(stated.id, PURPOSE_MS / 1000, https))
        .send(stated);
    },
  );
  app.get(
    '/api/purposes/current',
    {
      config: { action: 'purpose.state' },
      schema: {
        tags: ['cases'],
        summary: 'What is being read for now',
        response: { 200: CurrentPurpose },
      },
    },
    async (request) => {
      const by = actorOf(request);
      return { purpose: by.purpose === undefined ? null : await purposes.find(by.purpose.id, by) };
    },
  );
  app.delete(
    '/api/purposes/current',
    {
      config: { action: 'purpose.state' },
      schema: { tags: ['cases'], summary: 'Stop reading for a case', response: { 204: z.null() } },
    },
    async (_request, reply) => reply.code(204).header('set-cookie', clearedPurposeCookie(https)).send(null),
  );
}
