import { GovernanceRecord, RecordHistory, RecordKind } from '@amaan/contracts/governance/record';
import { RecordComparison } from '@amaan/contracts/governance/record-comparison';
import { Identifier } from '@amaan/contracts/identifier';
import { compareBodies } from '@amaan/governance/records/compare-bodies';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { ProtectedAction } from '../access/actions.ts';
import { decide } from '../access/decide.ts';
import { refusal } from '../access/refusal.ts';
import type { App } from '../http/app.ts';
import { HttpError, NotFoundError } from '../http/http-errors.ts';
import type { RecordService } from '../records/record-service.ts';
import { actorOf } from './actor.ts';

const tags = ['records'];
const params = z.object({ id: Identifier });
const version = z.coerce.number().int().positive();

/** What it takes to read a kind beyond reading records at all: some are for fewer eyes. */
const ACTION_OF_KIND: Readonly<Record<RecordKind, ProtectedAction>> = {
  'impact-assessment': 'record.read',
  risk: 'record.read',
  document: 'record.read',
  control: 'control.read',
  incident: 'incident.read',
  nonconformity: 'incident.read',
  'corrective-action': 'incident.read',
  // What citizens wrote is for those who handle it.
  concern: 'concern.handle',
  audit: 'audit.read',
  'management-review': 'management-review.read',
};

/** Documented information of every kind, for reading; what writes it are the routes of each kind. */
export function recordRoutes(app: App, records: RecordService): void {
  app.get(
    '/api/records',
    {
      config: { action: 'record.read' },
      schema: {
        tags,
        summary: 'Records that you may read, newest first',
        querystring: z.object({
          kind: RecordKind.optional(),
          system: z.string().max(60).optional(),
          open: z.stringbool().optional(),
        }),
        response: { 200: z.array(GovernanceRecord) },
      },
    },
    async (request) => {
      const { kind, system, open } = request.query;
      const found = await records.list({
        ...(kind !== undefined && { kinds: [kind] }),
        ...(system !== undefined && { system }),
        ...(open !== undefined && { open }),
      });
      return found.filter((record) => mayRead(request, record.kind).allowed);
    },
  );
  app.get(
    '/api/records/:id',
    {
      config: { action: 'record.read' },
      schema: { tags, summary: 'One record', params, response: { 200: GovernanceRecord } },
    },
    async (request) => readable(request, await records.get(request.params.id)),
  );
  app.get(
    '/api/records/:id/history',
    {
      config: { action: 'record.read' },
      schema: {
        tags,
        summary: 'A record with all of its versions and signatures',
        params,
        response: { 200: RecordHistory },
      },
    },
    async (request) => {
      readable(request, await records.get(request.params.id));
      return records.history(request.params.id);
    },
  );
  app.get(
    '/api/records/:id/comparison',
    {
      config: { action: 'record.read' },
      schema: {
        tags,
        summary: 'What differs between two versions of a record',
        params,
        querystring: z.object({ from: version, to: version }),
        response: { 200: RecordComparison },
      },
    },
    async (request) => {
      readable(request, await records.get(request.params.id));
      const { versions } = await records.history(request.params.id);
      const from = versions.find((candidate) => candidate.version === request.query.from);
      const to = versions.find((candidate) => candidate.version === request.query.to);
      if (from === undefined || to === undefined) throw new NotFoundError('version');
      return { from, to, ...compareBodies(from.body, to.body) };
    },
  );
  app.get(
    '/api/records/:id/comparison/:earlier',
    {
      config: { action: 'record.read' },
      schema: {
        tags,
        summary:
          'What differs from an earlier record of the same kind and AI system, for example last year’s assessment',
        params: params.extend({ earlier: Identifier }),
        response: { 200: RecordComparison },
      },
    },
    async (request) => {
      const record = readable(request, await records.get(request.params.id));
      const earlier = readable(request, await records.get(request.params.earlier));
      if (record.kind !== earlier.kind || record.system !== earlier.system)
        throw new HttpError(
          422,
          'RECORDS_NOT_COMPARABLE',
          `${record.number} and ${earlier.number} are not of one kind and one AI system, so they are not compared.`,
        );
      const newest = async ({ id }: GovernanceRecord) => (await records.history(id)).versions.at(-1)!;
      const [from, to] = [await newest(earlier), await newest(record)];
      return { from, to, ...compareBodies(from.body, to.body) };
    },
  );
}

function mayRead(request: FastifyRequest, kind: RecordKind) {
  return decide(actorOf(request), ACTION_OF_KIND[kind]);
}

/** @throws HttpError 403 when this kind is for fewer eyes */
function readable(request: FastifyRequest, record: GovernanceRecord): GovernanceRecord {
  const decision = mayRead(request, record.kind);
  if (!decision.allowed) throw refusal(decision);
  return record;
}
