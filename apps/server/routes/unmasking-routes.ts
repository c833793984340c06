import { Identifier } from '@amaan/contracts/identifier';
import {
  Unmasking,
  UnmaskingDecision,
  UnmaskingInput,
  UnmaskingQuery,
  UnmaskingRevocation,
  UnmaskingTerms,
} from '@amaan/contracts/redaction/unmasking';
import { z } from 'zod';
import type { App } from '../http/app.ts';
import type { UnmaskingService } from '../redaction/unmasking-service.ts';
import { actorOf } from './actor.ts';

const tags = ['evidence'];
const params = z.object({ id: Identifier });

/** Who may see what un-masked, for which case and why. */
export function unmaskingRoutes(app: App, unmaskings: UnmaskingService): void {
  app.get(
    '/api/unmaskings',
    {
      config: { action: 'unmask.read' },
      schema: {
        tags,
        summary: 'What you asked to see un-masked, or all of your sites for who decides on it; newest first',
        querystring: UnmaskingQuery,
        response: { 200: z.array(Unmasking) },
      },
    },
    (request) => unmaskings.list(request.query, actorOf(request)),
  );
  app.get(
    '/api/unmaskings/terms',
    {
      config: { action: 'unmask.read' },
      schema: {
        tags,
        summary: 'How much you may see un-masked today without a second person',
        response: { 200: UnmaskingTerms },
      },
    },
    (request) => unmaskings.terms(actorOf(request)),
  );
  app.get(
    '/api/unmaskings/:id',
    {
      config: { action: 'unmask.read' },
      schema: { tags, summary: 'One un-masking', params, response: { 200: Unmasking } },
    },
    (request) => unmaskings.get(request.params.id, actorOf(request)),
  );
  app.post(
    '/api/unmaskings',
    {
      config: { action: 'unmask.request' },
      schema: {
        tags,
        summary: 'Ask to see something un-masked: in force at once, or when a second person approves it',
        body: UnmaskingInput,
        response: { 201: Unmasking },
      },
    },
    async (request, reply) => reply.code(201).send(await unmaskings.ask(request.body, actorOf(request))),
  );
  app.post(
    '/api/unmaskings/:id/decision',
    {
      config: { action: 'unmask.approve' },
      schema: {
        tags,
        summary: 'Approve or refuse what somebody else asked to see un-masked',
        params,
        body: UnmaskingDecision,
        response: { 200: Unmasking },
      },
    },
    (request) => unmaskings.decide(request.params.id, request.body, actorOf(request)),
  );
  app.post(
    '/api/unmaskings/:id/revocation',
    {
      config: { action: 'unmask.revoke' },
      schema: {
        tags,
        summary: 'End an un-masking at once, also while the original is being sent',
        params,
        body: UnmaskingRevocation,
        response: { 200: Unmasking },
      },
    },
    (request) => unmaskings.revoke(request.params.id, request.body, actorOf(request)),
  );
}
