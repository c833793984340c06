import { Identifier } from '@amaan/contracts/identifier';
import { AlertStep, AlertStepInput } from '@amaan/contracts/performance';
import { z } from 'zod';
import type { AlertStepService } from '../alerts/alert-step-service.ts';
import type { App } from '../http/app.ts';
import { actorOf } from './actor.ts';

const params = z.object({ id: Identifier });

export function alertStepRoutes(app: App, steps: AlertStepService): void {
  app.get(
    '/api/alerts/:id/steps',
    {
      config: { action: 'alert.read' },
      schema: {
        tags: ['alerts'],
        summary: 'What was done about an alert, in order',
        params,
        response: { 200: z.array(AlertStep) },
      },
    },
    (request) => steps.list(request.params.id, actorOf(request)),
  );
  app.post(
    '/api/alerts/:id/steps',
    {
      config: { action: 'alert.handle' },
      schema: {
        tags: ['alerts'],
        summary: 'Acknowledge an alert, record a unit that was sent, or close it',
        params,
        body: AlertStepInput,
        response: { 200: z.array(AlertStep) },
      },
    },
    (request) => steps.add(request.params.id, request.body, actorOf(request)),
  );
}
