import {
  ConcernInput,
  ConcernProgress,
  ConcernReceipt,
  StaffConcernInput,
} from '@amaan/contracts/governance/concern';
import { GovernanceRecord } from '@amaan/contracts/governance/record';
import { RecordInFlow, RecordStepInput } from '@amaan/contracts/governance/record-step';
import { Identifier } from '@amaan/contracts/identifier';
import { z } from 'zod';
import { allowedActions, type Principal } from '../access/decide.ts';
import type { ConcernService } from '../assurance/concern-service.ts';
import type { FlowService } from '../assurance/flow-service.ts';
import type { App } from '../http/app.ts';
import { actorOf, authorOf } from './actor.ts';

const params = z.object({ id: Identifier });
const ConcernView = z.object({ ...RecordInFlow.shape, contact: z.string().nullable() });

/** Concerns: anybody may raise one, inside with or without a name, outside without an account. */
export function concernRoutes(app: App, flows: FlowService, concerns: ConcernService): void {
  app.post(
    '/api/public/concerns',
    {
      config: { action: 'public', rateLimit: { max: 5, timeWindow: '1 hour' } },
      schema: {
        tags: ['concern'],
        summary: 'Raise a concern from outside; the answer is the only time that the code is shown',
        security: [],
        body: ConcernInput,
        response: { 201: ConcernReceipt },
      },
    },
    async (request, reply) =>
      reply
        .code(201)
        .header('cache-control', 'no-store')
        .send(await concerns.raise(request.body, 'public', null)),
  );
  app.post(
    '/api/public/concerns/progress',
    {
      config: { action: 'public', rateLimit: { max: 20, timeWindow: '1 hour' } },
      schema: {
        tags: ['concern'],
        summary: 'What became of a concern, for the holder of its number and code',
        security: [],
        body: z.object({ number: z.string().max(20), code: z.string().max(40) }),
        response: { 200: ConcernProgress },
      },
    },
    (request) => concerns.progress(request.body),
  );
  app.post(
    '/api/concerns',
    {
      config: { action: 'concern.raise' },
      schema: {
        tags: ['concern'],
        summary: 'Raise a concern as staff, without a name where wished',
        body: StaffConcernInput,
        response: { 201: ConcernReceipt },
      },
    },
    async (request, reply) => {
      const { anonymous, ...input } = request.body;
      const receipt = anonymous
        ? await concerns.raise(input, 'staff-anonymous', null)
        : await concerns.raise(input, 'staff', authorOf(request));
      return reply.code(201).header('cache-control', 'no-store').send(receipt);
    },
  );
  app.get(
    '/api/concerns',
    {
      config: { action: 'concern.read' },
      schema: {
        tags: ['concern'],
        summary: 'Every concern, newest first; what citizens wrote is shown to those who handle it',
        response: { 200: z.array(GovernanceRecord) },
      },
    },
    async (request) => {
      const records = await flows.list('concern');
      return records.map((record) => readable(record, actorOf(request)));
    },
  );
  app.get(
    '/api/concerns/:id',
    {
      config: { action: 'concern.read' },
      schema: { tags: ['concern'], summary: 'One concern', params, response: { 200: ConcernView } },
    },
    async (request) => {
      const principal = actorOf(request);
      const view = await flows.view('concern', request.params.id, principal.person);
      const contact = handles(principal) ? await concerns.contactOf(request.params.id) : null;
      return { ...view, record: readable(view.record, principal), contact };
    },
  );
  app.put(
    '/api/concerns/:id/answer',
    {
      config: { action: 'concern.handle' },
      schema: {
        tags: ['concern'],
        summary: 'Write what whoever raised it is told',
        params,
        body: z.object({ seen: z.int().positive(), answer: z.string().trim().min(1).max(4000) }),
        response: { 200: GovernanceRecord },
      },
    },
    async (request) => {
      const { seen, answer } = request.body;
      const by = authorOf(request);
      const { record } = await flows.view('concern', request.params.id, by.person);
      const { title, reviewAt } = record;
      const input = { title, reviewAt, owner: by.name, note: 'Wrote the answer.' };
      return flows.revise('concern', record.id, seen, input, { ...record.body, answer }, by);
    },
  );
  app.post(
    '/api/concerns/:id/steps',
    {
      config: { action: 'concern.handle' },
      schema: {
        tags: ['concern'],
        summary: 'Take a concern one state further',
        params,
        body: RecordStepInput,
        response: { 200: RecordInFlow },
      },
    },
    (request) => flows.step('concern', request.params.id, request.body, authorOf(request)),
  );
}

function handles(principal: Principal): boolean {
  return allowedActions(principal).includes('concern.handle');
}

/** What a citizen wrote may name people: it is for those who handle the concern. */
function readable(record: GovernanceRecord, principal: Principal): GovernanceRecord {
  if (record.body.origin !== 'public' || handles(principal)) return record;
  return { ...record, body: { ...record.body, what: '', answer: '' } };
}
