import { Alert, ReviewInput } from '@amaan/contracts/alert';
import { AlertPage, AlertQuery } from '@amaan/contracts/api/alert-queue';
import { Identifier } from '@amaan/contracts/identifier';
import { z } from 'zod';
import type { AlertService } from '../alerts/alert-service.ts';
import type { App } from '../http/app.ts';
import { actorOf } from './actor.ts';

const params = z.object({ id: Identifier });

export function alertRoutes(app: App, alerts: AlertService): void {
  app.get(
    '/api/alerts',
    {
      config: { action: 'alert.read' },
      schema: {
        tags: ['alerts'],
        summary: 'The alert queue, newest first',
        querystring: AlertQuery,
        response: { 200: AlertPage },
      },
    },
    (request) => alerts.page(request.query, actorOf(request)),
  );
  app.get(
    '/api/alerts/:id',
    {
      config: { action: 'alert.read' },
      schema: { tags: ['alerts'], summary: 'One alert', params, response: { 200: Alert } },
    },
    (request) => alerts.open(request.params.id, actorOf(request)),
  );
  app.post(
    '/api/alerts/:id/review',
    {
      config: { action: 'alert.review' },
      schema: {
        tags: ['alerts'],
        summary: 'Confirm or reject an alert',
        params,
        body: ReviewInput,
        response: { 200: Alert },
      },
    },
    (request) => alerts.review(request.params.id, request.body, actorOf(request)),
  );
}
