import { Readable } from 'node:stream';
import { Briefing, BriefingInput, BriefingListQuery } from '@amaan/contracts/crime/briefing';
import {
  DeploymentPlan,
  DeploymentPlanSummary,
  PlanDecision,
  PlanInput,
  PlanListQuery,
} from '@amaan/contracts/crime/deployment-plan';
import { Identifier } from '@amaan/contracts/identifier';
import { z } from 'zod';
import type { Crime } from '../crime/create-crime.ts';
import type { App } from '../http/app.ts';
import { binaryResponse } from '../http/binary-response.ts';
import { actorOf, authorOf } from './actor.ts';

const tags = ['crime'];
const params = z.object({ id: Identifier });

/** Plans of visits to cells, what became of them, and briefings on paper. Nobody is named but who made and decided. */
export function crimePlanRoutes(app: App, { plans, planEvaluations, briefings }: Crime): void {
  app.get(
    '/api/crime/plans',
    {
      config: { action: 'crime-plan.read' },
      schema: {
        tags,
        summary: 'Deployment plans of your sites, the newest first',
        querystring: PlanListQuery,
        response: { 200: z.array(DeploymentPlanSummary) },
      },
    },
    (request) => plans.list(request.query, actorOf(request)),
  );
  app.post(
    '/api/crime/plans',
    {
      config: { action: 'crime-plan.propose' },
      schema: {
        tags,
        summary: 'Make a plan from a forecast that is offered; any other is refused',
        body: PlanInput,
        response: { 201: DeploymentPlan },
      },
    },
    async (request, reply) =>
      reply.code(201).send(await plans.propose(request.body, actorOf(request), authorOf(request))),
  );
  app.get(
    '/api/crime/plans/:id',
    {
      config: { action: 'crime-plan.read' },
      schema: {
        tags,
        summary: 'A plan with its visits and bounds',
        params,
        response: { 200: DeploymentPlan },
      },
    },
    (request) => plans.get(request.params.id, actorOf(request)),
  );
  app.post(
    '/api/crime/plans/:id/decision',
    {
      config: { action: 'crime-plan.approve' },
      schema: {
        tags,
        summary: 'Approve or reject a plan that somebody else made',
        params,
        body: PlanDecision,
        response: { 200: DeploymentPlan },
      },
    },
    (request) => plans.decide(request.params.id, request.body, actorOf(request), authorOf(request)),
  );
  app.post(
    '/api/crime/plans/:id/evaluation',
    {
      config: { action: 'crime-plan.evaluate' },
      schema: {
        tags,
        summary: 'Evaluate an approved plan whose days are over',
        params,
        response: { 200: DeploymentPlan },
      },
    },
    (request) => planEvaluations.evaluate(request.params.id, actorOf(request), authorOf(request)),
  );
  app.get(
    '/api/crime/briefings',
    {
      config: { action: 'crime-briefing.read' },
      schema: {
        tags,
        summary: 'Briefings of your sites, the newest first',
        querystring: BriefingListQuery,
        response: { 200: z.array(Briefing) },
      },
    },
    (request) => briefings.list(request.query.siteId, actorOf(request)),
  );
  app.post(
    '/api/crime/briefings',
    {
      config: { action: 'crime-briefing.make' },
      schema: {
        tags,
        summary: 'Print a briefing from analyses that are done and a plan that was approved',
        body: BriefingInput,
        response: { 201: Briefing },
      },
    },
    async (request, reply) =>
      reply.code(201).send(await briefings.make(request.body, actorOf(request), authorOf(request))),
  );
  app.get(
    '/api/crime/briefings/:id/pdf',
    {
      config: { action: 'crime-briefing.read' },
      schema: {
        tags,
        summary: 'A briefing as it was printed, English and Urdu side by side',
        params,
        response: { 200: binaryResponse('PDF, A4', 'application/pdf') },
      },
    },
    async (request, reply) => {
      const pdf = await briefings.pdf(request.params.id, actorOf(request));
      return reply
        .type('application/pdf')
        .header('content-disposition', 'inline; filename="briefing.pdf"')
        .send(Readable.from([Buffer.from(pdf)]));
    },
  );
}
