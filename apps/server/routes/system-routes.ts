import { StatedReason, SystemView } from '@amaan/contracts/api/system-view';
import { Suspension } from '@amaan/contracts/governance/suspension';
import { z } from 'zod';
import type { App } from '../http/app.ts';
import type { SystemService } from '../permits/system-service.ts';
import { authorOf } from './actor.ts';

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
        summary: 'Stop an AI system, or stop it on one group of cameras, within two seconds',
        params,
        body: StatedReason,
        response: { 200: SystemView },
      },
    },
    (request) => systems.suspend({ system: request.params.id, ...request.body, by: authorOf(request) }),
  );
  app.post(
    '/api/systems/:id/resume',
    {
      config: { action: 'system.resume' },
      schema: {
        tags: ['systems'],
        summary: 'Ask for the end of a suspension, or confirm as a second person: then it ends',
        params,
        body: StatedReason,
        response: { 200: SystemView },
      },
    },
    (request) => systems.resume({ system: request.params.id, ...request.body, by: authorOf(request) }),
  );
  app.get(
    '/api/systems/:id/suspensions',
    {
      config: { action: 'system.read' },
      schema: {
        tags: ['systems'],
        summary: 'Every suspension of an AI system and how it ended, the newest first',
        params,
        response: { 200: z.array(Suspension) },
      },
    },
    (request) => systems.suspensions(request.params.id),
  );
}
