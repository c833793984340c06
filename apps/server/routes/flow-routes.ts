import { Audit, AuditDrawInput, AuditProgramme, AuditSample } from '@amaan/contracts/governance/audit';
import { CorrectiveAction } from '@amaan/contracts/governance/corrective-action';
import { Incident } from '@amaan/contracts/governance/incident';
import { ManagementReview, ReviewPeriod } from '@amaan/contracts/governance/management-review';
import { Nonconformity } from '@amaan/contracts/governance/nonconformity';
import { GovernanceRecord } from '@amaan/contracts/governance/record';
import { RecordInFlow, RecordInput, RecordStepInput } from '@amaan/contracts/governance/record-step';
import { Identifier } from '@amaan/contracts/identifier';
import type { FlowKind } from '@amaan/governance/assurance/record-flow';
import { z } from 'zod';
import type { ProtectedAction } from '../access/actions.ts';
import type { AuditService } from '../assurance/audit-service.ts';
import type { FlowService } from '../assurance/flow-service.ts';
import type { ManagementReviewService } from '../assurance/management-review-service.ts';
import type { App } from '../http/app.ts';
import { actorOf, authorOf } from './actor.ts';

const params = z.object({ id: Identifier });

interface FlowRouteOptions {
  readonly path: string;
  readonly kind: FlowKind;
  /** What people call one of them, for the description of the API. */
  readonly thing: string;
  /** The members of the body that people fill. */
  readonly body: z.ZodObject;
  /** What the platform or an earlier version says and people do not change: joined to what they send. */
  readonly fixed?: (before: GovernanceRecord | null) => Record<string, unknown>;
  readonly read: ProtectedAction;
  readonly write: ProtectedAction;
  readonly step: ProtectedAction;
}

/** List, look, open, revise and take steps: the same for every kind of record that is worked on. */
function flowRoutes(app: App, flows: FlowService, options: FlowRouteOptions): void {
  const { path, kind, thing, body, read, write, step } = options;
  const complete = (sent: Record<string, unknown>, before: GovernanceRecord | null) => ({
    ...(before?.body ?? {}),
    ...sent,
    ...options.fixed?.(before),
  });
  app.get(
    path,
    {
      config: { action: read },
      schema: {
        tags: [kind],
        summary: `Every ${thing}, newest first`,
        response: { 200: z.array(GovernanceRecord) },
      },
    },
    () => flows.list(kind),
  );
  app.get(
    `${path}/:id`,
    {
      config: { action: read },
      schema: {
        tags: [kind],
        summary: `One ${thing} with its steps`,
        params,
        response: { 200: RecordInFlow },
      },
    },
    (request) => flows.view(kind, request.params.id, actorOf(request).person),
  );
  app.put(
    `${path}/:id`,
    {
      config: { action: write },
      schema: {
        tags: [kind],
        summary: `Make the next version of a ${thing}`,
        params,
        body: z.object({
          ...RecordInput.omit({ system: true }).shape,
          seen: z.int().positive(),
          body,
        }),
        response: { 200: GovernanceRecord },
      },
    },
    async (request) => {
      const { seen, body: sent, ...input } = request.body;
      const { record } = await flows.view(kind, request.params.id, actorOf(request).person);
      const next = complete(sent, record) as GovernanceRecord['body'];
      return flows.revise(kind, record.id, seen, input, next, authorOf(request));
    },
  );
  app.post(
    `${path}/:id/steps`,
    {
      config: { action: step },
      schema: {
        tags: [kind],
        summary: `Take a ${thing} one state further`,
        params,
        body: RecordStepInput,
        response: { 200: RecordInFlow },
      },
    },
    (request) => flows.step(kind, request.params.id, request.body, authorOf(request)),
  );
  if (kind === 'management-review') return;
  app.post(
    path,
    {
      config: { action: write },
      schema: {
        tags: [kind],
        summary: `Open a ${thing}`,
        body: z.object({ ...RecordInput.shape, body }),
        response: { 201: GovernanceRecord },
      },
    },
    async (request, reply) => {
      const { body: sent, ...input } = request.body;
      const first = complete(sent, null) as GovernanceRecord['body'];
      return reply.code(201).send(await flows.open(kind, input, first, authorOf(request)));
    },
  );
}

export interface AssuranceRoutesOptions {
  readonly flows: FlowService;
  readonly audits: AuditService;
  readonly reviews: ManagementReviewService;
}

/** Incidents, nonconformities, corrective actions, audits and management reviews. */
export function assuranceRoutes(app: App, { flows, audits, reviews }: AssuranceRoutesOptions): void {
  flowRoutes(app, flows, {
    path: '/api/incidents',
    kind: 'incident',
    thing: 'incident',
    body: Incident.omit({ source: true, key: true, facts: true, records: true }),
    // Where word of it came from, and the figures behind it, are not a person's to change.
    fixed: (before) =>
      before === null
        ? { source: 'person', key: null, facts: {}, records: [] }
        : {
            source: before.body.source,
            key: before.body.key,
            facts: before.body.facts,
            records: before.body.records ?? [],
          },
    read: 'incident.read',
    write: 'incident.write',
    step: 'incident.write',
  });
  flowRoutes(app, flows, {
    path: '/api/nonconformities',
    kind: 'nonconformity',
    thing: 'nonconformity',
    body: Nonconformity,
    read: 'incident.read',
    write: 'incident.write',
    step: 'incident.write',
  });
  flowRoutes(app, flows, {
    path: '/api/corrective-actions',
    kind: 'corrective-action',
    thing: 'corrective action',
    body: CorrectiveAction,
    read: 'incident.read',
    write: 'incident.write',
    step: 'incident.write',
  });
  flowRoutes(app, flows, {
    path: '/api/audits',
    kind: 'audit',
    thing: 'audit',
    body: Audit.omit({ draw: true, samples: true }),
    // The sample is drawn, never written.
    fixed: (before) => ({ draw: before?.body.draw ?? null, samples: before?.body.samples ?? [] }),
    read: 'audit.read',
    write: 'audit.write',
    step: 'audit.step',
  });
  flowRoutes(app, flows, {
    path: '/api/management-reviews',
    kind: 'management-review',
    thing: 'management review',
    body: ManagementReview.omit({ inputs: true }),
    // The inputs are what the system knew on the day.
    fixed: (before) => ({ inputs: before?.body.inputs ?? null }),
    read: 'management-review.read',
    write: 'management-review.write',
    step: 'management-review.write',
  });
  app.get(
    '/api/audits/programme',
    {
      config: { action: 'audit.read' },
      schema: {
        tags: ['audit'],
        summary:
          'The audits of a year, overdue ones marked, and which systems and controls none of them covers',
        querystring: z.object({ year: z.coerce.number().int().min(2000).max(9999) }),
        response: { 200: AuditProgramme },
      },
    },
    (request) => audits.programme(request.query.year),
  );
  app.post(
    '/api/audits/:id/sample',
    {
      config: { action: 'audit.write' },
      schema: {
        tags: ['audit'],
        summary:
          'Draw random alerts of a period; the seed is the root of the ledger, so anybody can repeat it',
        params,
        body: AuditDrawInput,
        response: { 200: GovernanceRecord },
      },
    },
    (request) => audits.draw(request.params.id, request.body, authorOf(request)),
  );
  app.put(
    '/api/audits/:id/sample',
    {
      config: { action: 'audit.write' },
      schema: {
        tags: ['audit'],
        summary: 'Keep what was found in the chain of one drawn alert',
        params,
        body: AuditSample,
        response: { 200: GovernanceRecord },
      },
    },
    (request) => audits.find(request.params.id, request.body, authorOf(request)),
  );
  app.post(
    '/api/management-reviews',
    {
      config: { action: 'management-review.write' },
      schema: {
        tags: ['management-review'],
        summary: 'Prepare the review of a period, its inputs filled from the system',
        body: ReviewPeriod,
        response: { 201: GovernanceRecord },
      },
    },
    async (request, reply) => reply.code(201).send(await reviews.prepare(request.body, authorOf(request))),
  );
}
