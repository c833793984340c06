import { StatedReason, SystemView } from '@amaan/contracts/api/system-view';
import { z } from 'zod';
import type { App } from '../http/app.ts';
import type { SystemService } from '../permits/system-service.ts';
import { actorOf } from './actor.ts';

const params = z.object({ id: z.string().max(60) });

export function systemRoutes(app: App, systems: SystemService): void {
  app.get(
    '/api/systems',
    {
      config: { action: 'system.read' },
      schema: {
        tags: ['systems'],
        summary: 'The register of AI systems with their permits and approvals',
        response: { 200: z.array(SystemView) },
      },
    },
    () => systems.list(),
  );
  app.post(
    '/api/systems/:id/suspend',
    {
      config: { action: 'system.suspend' },
      schema: {
        tags: ['systems'],
        summary: 'Stop an AI system on every worker within two seconds',
        params,
        body: StatedReason,
        response: { 200: SystemView },
      },
    },
    (request) => systems.suspend(request.params.id, request.body.reason, actorOf(request)),
  );
  app.post(
    '/api/systems/:id/resume',
    {
      config: { action: 'system.resume' },
      schema: {
        tags: ['systems'],
        summary: 'End a suspension and issue a new permit',
        params,
        body: StatedReason,
        response: { 200: SystemView },
      },
    },
    (request) => systems.resume(request.params.id, request.body.reason, actorOf(request)),
  );
}
