import { Identifier } from '@amaan/contracts/identifier';
import {
  CameraEnforcement,
  EnforcedCamera,
  EnforcementDraft,
  EnforcementPlanChange,
  EnforcementPreview,
  EvidenceGapQuery,
  EvidenceGapSum,
} from '@amaan/contracts/violations/api-enforcement';
import { EnforcementPlan, EnforcementPlanInput } from '@amaan/contracts/violations/enforcement';
import { z } from 'zod';
import type { Enforcement } from '../enforcement/create-enforcement.ts';
import type { App } from '../http/app.ts';
import { actorOf } from './actor.ts';

const tags = ['enforcement'];
const params = z.object({ id: Identifier });
/** A plan of 32 rules of many corners each. */
const bodyLimit = 512 * 1024;

/** What is enforced on cameras: plans in versions, how they stand, and what was not reported for want of evidence. */
export function enforcementRoutes(app: App, { plans }: Enforcement): void {
  app.get(
    '/api/enforcement',
    {
      config: { action: 'enforcement.read' },
      schema: {
        ...{ tags, summary: 'Cameras of your sites on which something is enforced' },
        response: { 200: z.array(EnforcedCamera) },
      },
    },
    (request) => plans.list(actorOf(request)),
  );
  app.get(
    '/api/enforcement/gaps',
    {
      config: { action: 'enforcement.read' },
      schema: {
        ...{ tags, summary: 'How often something was not reported for want of evidence, and why' },
        ...{ querystring: EvidenceGapQuery, response: { 200: z.array(EvidenceGapSum) } },
      },
    },
    (request) => plans.gaps(request.query, actorOf(request)),
  );
  app.get(
    '/api/cameras/:id/enforcement',
    {
      config: { action: 'enforcement.read' },
      schema: {
        ...{ tags, summary: 'What is enforced on a camera, how it stands, and its history', params },
        response: { 200: CameraEnforcement },
      },
    },
    (request) => plans.get(request.params.id, actorOf(request)),
  );
  app.put(
    '/api/cameras/:id/enforcement',
    {
      ...{ config: { action: 'enforcement.change' }, bodyLimit },
      schema: {
        ...{ tags, summary: 'Save what is enforced on a camera; makes the next version', params },
        ...{ body: EnforcementPlanChange, response: { 200: EnforcementPlan } },
      },
    },
    (request) => plans.save(request.params.id, request.body, actorOf(request)),
  );
  app.delete(
    '/api/cameras/:id/enforcement',
    {
      config: { action: 'enforcement.change' },
      schema: {
        ...{ tags, summary: 'Enforce nothing on a camera any more; its cases stay', params },
        querystring: z.object({ seen: z.coerce.number().int().positive() }),
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      await plans.remove(request.params.id, request.query.seen, actorOf(request));
      return reply.code(204).send(null);
    },
  );
  app.post(
    '/api/cameras/:id/enforcement/preview',
    {
      ...{ config: { action: 'enforcement.read' }, bodyLimit },
      schema: {
        ...{ tags, summary: 'What is wrong with a plan, before anything is saved', params },
        ...{ body: EnforcementPlanInput, response: { 200: EnforcementPreview } },
      },
    },
    (request) => plans.preview(request.params.id, request.body, actorOf(request)),
  );
  app.post(
    '/api/cameras/:id/enforcement/draft',
    {
      config: { action: 'enforcement.read' },
      schema: {
        ...{
          tags,
          summary: 'A plan that follows from the camera’s lanes, to be corrected; saves nothing',
          params,
        },
        response: { 200: EnforcementDraft },
      },
    },
    (request) => plans.draft(request.params.id, actorOf(request)),
  );
}
