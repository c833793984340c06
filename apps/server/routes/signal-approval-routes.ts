import { Identifier } from '@amaan/contracts/identifier';
import {
  SignalApproval,
  SignalApprovalDecision,
  SignalApprovalInput,
  SignalApprovalQuery,
  SignalApprovalRevocation,
} from '@amaan/contracts/traffic/signal-approval';
import { z } from 'zod';
import type { App } from '../http/app.ts';
import type { SignalApprovalService } from '../signals/signal-approval-service.ts';
import { actorOf } from './actor.ts';

const tags = ['signals'];
const params = z.object({ id: Identifier });

/** Two people's word that junctions may be controlled. */
export function signalApprovalRoutes(app: App, approvals: SignalApprovalService): void {
  app.get(
    '/api/signal-approvals',
    {
      config: { action: 'signal-approval.read' },
      schema: {
        tags,
        summary: 'Approvals of signal control, the newest first',
        querystring: SignalApprovalQuery,
        response: { 200: z.array(SignalApproval) },
      },
    },
    (request) => approvals.list(request.query, actorOf(request)),
  );
  app.get(
    '/api/signal-approvals/:id',
    {
      config: { action: 'signal-approval.read' },
      schema: { tags, summary: 'One approval', params, response: { 200: SignalApproval } },
    },
    (request) => approvals.get(request.params.id, actorOf(request)),
  );
  app.post(
    '/api/signal-approvals',
    {
      config: { action: 'signal-approval.request' },
      schema: {
        tags,
        summary: 'Ask that junctions may be controlled, for 30 days at most',
        body: SignalApprovalInput,
        response: { 201: SignalApproval },
      },
    },
    async (request, reply) => reply.code(201).send(await approvals.ask(request.body, actorOf(request))),
  );
  app.post(
    '/api/signal-approvals/:id/decision',
    {
      config: { action: 'signal-approval.approve' },
      schema: {
        tags,
        summary: 'Approve or refuse, as a second person of a higher role',
        params,
        body: SignalApprovalDecision,
        response: { 200: SignalApproval },
      },
    },
    (request) => approvals.decide(request.params.id, request.body, actorOf(request)),
  );
  app.post(
    '/api/signal-approvals/:id/revocation',
    {
      config: { action: 'signal-approval.revoke' },
      schema: {
        tags,
        summary: 'End an approval: its junctions return to their fixed plans at once',
        params,
        body: SignalApprovalRevocation,
        response: { 200: SignalApproval },
      },
    },
    (request) => approvals.revoke(request.params.id, request.body, actorOf(request)),
  );
}
