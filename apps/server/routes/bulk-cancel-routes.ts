import { Identifier } from '@amaan/contracts/identifier';
import {
  BulkCancel,
  BulkCancelDecision,
  BulkCancelInput,
  BulkCancelPreview,
  BulkCancelQuery,
  BulkCancelScope,
} from '@amaan/contracts/violations/bulk-cancel';
import { z } from 'zod';
import type { App } from '../http/app.ts';
import type { BulkCancelService } from '../violations/bulk/bulk-cancel-service.ts';
import { actorOf } from './actor.ts';

const tags = ['bulk cancellation'];
const params = z.object({ id: Identifier });

/** Challans of one camera, software and time that are taken back together, by two people. */
export function bulkCancelRoutes(app: App, bulk: BulkCancelService): void {
  app.post(
    '/api/violations/bulk-cancels/preview',
    {
      config: { action: 'bulk-cancel.read' },
      schema: {
        ...{
          tags,
          summary: 'What a bulk cancellation would do now; nothing is changed',
          body: BulkCancelScope,
        },
        response: { 200: BulkCancelPreview },
      },
    },
    (request) => bulk.preview(request.body, actorOf(request)),
  );
  app.post(
    '/api/violations/bulk-cancels',
    {
      config: { action: 'bulk-cancel.request' },
      schema: {
        ...{
          tags,
          summary: 'Ask that challans are taken back; another person approves it',
          body: BulkCancelInput,
        },
        response: { 201: BulkCancel },
      },
    },
    async (request, reply) => reply.code(201).send(await bulk.ask(request.body, actorOf(request))),
  );
  app.get(
    '/api/violations/bulk-cancels',
    {
      config: { action: 'bulk-cancel.read' },
      schema: {
        ...{ tags, summary: 'Bulk cancellations, newest first', querystring: BulkCancelQuery },
        response: { 200: z.object({ bulkCancels: z.array(BulkCancel) }) },
      },
    },
    async (request) => ({ bulkCancels: await bulk.list(request.query, actorOf(request)) }),
  );
  app.get(
    '/api/violations/bulk-cancels/:id',
    {
      config: { action: 'bulk-cancel.read' },
      schema: {
        tags,
        summary: 'One bulk cancellation, with how far it is',
        params,
        response: { 200: BulkCancel },
      },
    },
    (request) => bulk.get(request.params.id, actorOf(request)),
  );
  app.post(
    '/api/violations/bulk-cancels/:id/decision',
    {
      config: { action: 'bulk-cancel.approve' },
      schema: {
        ...{
          tags,
          summary: 'The second person’s word on the list as it is now',
          params,
          body: BulkCancelDecision,
        },
        response: { 200: BulkCancel },
      },
    },
    (request) => bulk.decide(request.params.id, request.body, actorOf(request)),
  );
}
